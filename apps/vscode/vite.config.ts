// Builds the extension and its language server into one file each, with all that they need but the editor itself.
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = (path: string) => resolve(import.meta.dirname, path)

const BUILDS = {
  extension: { entry: here('src/extension.ts'), format: 'cjs', file: 'extension.cjs' },
  server: { entry: here('../language-server/src/main.ts'), format: 'es', file: 'server.mjs' },
} as const

export default defineConfig(({ mode }) => {
  const { entry, format, file } = BUILDS[mode === 'server' ? 'server' : 'extension']
  return {
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node22',
      // The second build must leave what the first one made.
      emptyOutDir: false,
      rolldownOptions: { external: ['vscode'], output: { format, entryFileNames: file, codeSplitting: false } },
    },
  }
})
