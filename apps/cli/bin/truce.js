#!/usr/bin/env node
// Starts the command on the Node that the project pins, so that an older one on the PATH still works.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'

const readsTypeScript = Number(process.versions.node.split('.')[0]) >= 24

if (readsTypeScript) {
  // What was compiled once is kept in the folder for temporary files: a start takes a third of the time.
  modules.enableCompileCache()
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
  const { status, signal } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exit(signal ? 1 : (status ?? 1))
}
