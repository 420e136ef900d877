import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterReports, ledgerFolder, openFolderLedger } from './record.ts'
import { originalsIn } from './originals.ts'
import { readReports } from './reports.ts'
import { openWorkspace } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
let dir: string
let sha256: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'originals-'))
  await cp(EXAMPLE, dir, { recursive: true })
  const [read, ledger] = [await openWorkspace(dir), await openFolderLedger(dir)]
  if (!read.ok || !ledger.ok) throw new Error('the example does not open')
  const [first] = await readReports(dir, read.workspace.agreement)
  await enterReports(ledger.value, [first!])
  await ledger.value.close()
  sha256 = first!.sha256
})
afterAll(() => rm(dir, { recursive: true }))

it('gives the bytes of what came in, nothing for a digest of nothing, and nothing where there is no record', async () => {
  const bytes = await originalsIn(dir).read(sha256)
  expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes!.slice().buffer)).toString('hex')).toBe(sha256)
  expect(await originalsIn(dir).read('0'.repeat(64))).toBeNull()
  expect(await originalsIn(EXAMPLE).read(sha256)).toBeNull()
})

it('hands out no bytes that are no longer what their digest says', async () => {
  await writeFile(join(ledgerFolder(dir), 'evidence', sha256.slice(0, 2), sha256), 'something else')
  await expect(originalsIn(dir).read(sha256)).rejects.toThrow(/evidence|digest|bytes/)
})
