#!/usr/bin/env node
// Starts the command on the Node that the project pins, so that an older one on the PATH still works.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const readsTypeScript = Number(process.versions.node.split('.')[0]) >= 24

if (readsTypeScript) {
  await import('../src/main.ts')
} else {
  const bin = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = fileURLToPath(new URL(`../../../node_modules/.bin/${bin}`, import.meta.url))
  if (!existsSync(pinned)) {
    console.error(
      `truce needs Node 24 or newer; this is ${process.version}. Run \`npm ci\` in the project once: it brings its own.`,
    )
    process.exit(2)
  }
  const { status, signal } = spawnSync(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(signal ? 1 : (status ?? 1))
}
