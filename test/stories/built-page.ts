// The page as users get it, built once for all stories.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built page; stories only read in it. */
    pageDir: string
  }
}

const WEB = resolve(import.meta.dirname, '../../apps/web')

export interface BuiltPage {
  readonly pageDir: string
  remove(): Promise<void>
}

/** In a process of its own, because a test run is no production and the bundler asks the environment. */
export async function buildPage(): Promise<BuiltPage> {
  const pageDir = await mkdtemp(join(tmpdir(), 'stories-page-'))
  const vite = join(dirname(createRequire(join(WEB, 'package.json')).resolve('vite/package.json')), 'bin/vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const run = (...given: string[]) =>
    promisify(execFile)(process.execPath, [vite, 'build', ...given, '--outDir', pageDir], { cwd: WEB, env })
  await run('--emptyOutDir')
  await run('verify')
  return { pageDir, remove: () => rm(pageDir, { recursive: true }) }
}

/** The global set-up of vitest. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { pageDir, remove } = await buildPage()
  provide('pageDir', pageDir)
  return remove
}
