// The stories: the built page, a running server and a real browser. Apart from the quick tests because they build.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['test/stories/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
})
