// Two runs of the tests: everything under Node, and the pure packages again in a real browser.
import { mkdtempSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const PURE = [
  'codes',
  'time',
  'geo',
  'diagnostics',
  'merkle',
  'temporal',
  'claims',
  'agreement',
  'corroborate',
  'access',
  'events',
  'reading',
  'engine',
  'exchange',
  'lint',
  'publish',
  'watch',
  'editing',
  'centre',
]

/** A gate that can be had again: with CI set, property tests draw the same cases each time. */
const seed = process.env.CI ? 20_160_912 : Date.now() % 2 ** 31
/** What tests keep of keys, of what was seen and of compiled code lies in a folder of their own. */
const own = mkdtempSync(join(tmpdir(), 'trucekeeper-tests-'))
const env = {
  XDG_CONFIG_HOME: join(own, 'config'),
  XDG_STATE_HOME: join(own, 'state'),
  XDG_CACHE_HOME: join(own, 'cache'),
}
const properties = { provide: { seed }, setupFiles: ['./test/support/seed.ts'] }

export default defineConfig({
  test: {
    // By default one core is left alone; of two, that is half.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          env,
          ...properties,
          globalSetup: ['./scripts/postgres.ts'],
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/stories/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'stories',
          env,
          globalSetup: ['./test/stories/built-page.ts'],
          include: ['test/stories/**/*.test.ts'],
          // A page on a busy machine takes its time; what never comes fails all the same.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          ...properties,
          include: PURE.map((name) => `packages/${name}/src/**/*.test.ts`),
          exclude: ['**/*.node.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
