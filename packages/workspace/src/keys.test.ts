// The keys beside a ledger are made by who writes to it, and by nobody who only reads.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keysBeside, sealerBeside } from './keys.ts'

let folder: string
let ledger: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'))
  ledger = join(folder, 'ledger')
  await mkdir(join(ledger, 'sealed'), { recursive: true })
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

it('come with a notice when their secret was made, and without one from then on', async () => {
  const first = await keysBeside(ledger, 'trucekeeper/desk')
  expect(first).toMatchObject({ ok: true, value: { notices: [{ code: 'secret-drawn' }] } })
  const again = await keysBeside(ledger, 'trucekeeper/desk')
  expect(again).toMatchObject({ ok: true, value: { notices: [] } })
  expect(await sealerBeside(ledger)).not.toBeNull()
})

it('are left closed, and no secret is made, where who reads has none', async () => {
  await keysBeside(ledger, 'trucekeeper/desk')
  await rm(join(folder, 'config'), { recursive: true })
  expect(await sealerBeside(ledger)).toBeNull()
  expect(existsSync(join(folder, 'config'))).toBe(false)
})
