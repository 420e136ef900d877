// What is compiled is kept in the user's own folder, unless the user says otherwise, and the answer is the same.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../bin/truce.js', import.meta.url))
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function started(more: NodeJS.ProcessEnv) {
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...rest } = process.env
  const env = { ...rest, XDG_CACHE_HOME: folder, ...more }
  const { status, stdout } = spawnSync(process.execPath, [TRUCE, 'monitor', '--help'], { encoding: 'utf8', env })
  return { status, stdout, kept: existsSync(join(folder, 'trucekeeper')) }
}

describe('the start of the command', () => {
  it('keeps what was compiled in the folder for caches, and starts from it', () => {
    const first = started({})
    expect(first).toMatchObject({ status: 0, kept: true })
    expect(started({})).toEqual(first)
  })

  it('keeps nothing where it is told to', () => {
    expect(started({ NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ status: 0, kept: false })
    const elsewhere = join(folder, 'elsewhere')
    expect(started({ NODE_COMPILE_CACHE: elsewhere })).toMatchObject({ status: 0, kept: false })
    expect(existsSync(elsewhere)).toBe(true)
  })
})
