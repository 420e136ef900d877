#!/usr/bin/env node
// Starts the language server on the Node that the project pins, so that an older one on the PATH still works.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'

const readsTypeScript = Number(process.versions.node.split('.')[0]) >= 24

if (readsTypeScript) {
  modules.enableCompileCache()
  await import('../src/main.ts')
} else {
  const bin = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = fileURLToPath(new URL(`../../../node_modules/.bin/${bin}`, import.meta.url))
  if (!existsSync(pinned)) {
    process.stderr.write(
      `the language server needs Node 24 or newer; this is ${process.version}. Run \`npm ci\` in the project once: it brings its own.\n`,
    )
    process.exit(2)
  }
  const { status, signal } = spawnSync(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exit(signal ? 1 : (status ?? 1))
}
