#!/usr/bin/env node
// Starts the command on the Node that the project pins, so that an older one on the PATH still works.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const readsTypeScript = Number(process.versions.node.split('.')[0]) >= 24

if (readsTypeScript) {
  // What was compiled once is kept, and a start takes a third of the time. Nobody else may write there: it is run.
  modules.enableCompileCache(process.env.NODE_COMPILE_CACHE || join(cacheFolder(), 'trucekeeper'))
  // Relative imports carry the name of their file: to look for it costs more than to read it.
  modules.registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL?.startsWith('file:')
        ? { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
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

/** The user's own folder for what can be made again. */
function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}
