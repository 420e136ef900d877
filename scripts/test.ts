// `npm test`: installs the browser where it is missing, then types, lint, format, tests under Node, tests in the browser.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

const steps: { name: string; command: string[]; needs?: () => string | null }[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'page', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'tests', command: ['npm', 'run', '--silent', 'test:unit'] },
  { name: 'tests in Chromium', command: ['npm', 'run', '--silent', 'test:browser'], needs: browser },
  { name: 'stories in Chromium', command: ['npm', 'run', '--silent', 'test:stories'], needs: browser },
]

let passed = 0
let failed = 0
let skipped = 0
for (const { name, command, needs } of steps) {
  const missing = needs?.() ?? null
  if (missing !== null) {
    skipped += 1
    console.log(`-- ${name}: skipped, ${missing}`)
    continue
  }
  console.log(`-- ${name}`)
  const [program, ...words] = command
  const { status } = spawnSync(program!, words, { cwd: ROOT, stdio: 'inherit' })
  if (status === 0) passed += 1
  else failed += 1
}
console.log(`steps: ${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

/** Null when there is a browser; otherwise why there is none. Debian's is installed where that can be done. */
function browser(): string | null {
  if (existsSync(CHROMIUM)) return null
  if (!existsSync('/usr/bin/apt-get')) return `no Chromium at ${CHROMIUM}; set CHROMIUM to one`
  if (process.getuid?.() !== 0)
    return `no Chromium at ${CHROMIUM}; install it with \`apt-get install chromium\`, or set CHROMIUM`
  console.log(`-- installing Debian's Chromium, which the tests in a browser need`)
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (existsSync(CHROMIUM)) return null
  return process.env.CI ? fail() : `Chromium could not be installed`
}

/** Where the tests are the gate, a browser that cannot be had is a failure. */
function fail(): null {
  failed += 1
  console.log('-- Chromium could not be installed')
  return null
}
