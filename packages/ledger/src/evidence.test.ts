// Files kept beside the record.
import { openTestLedger } from './faults/test-keys.ts'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { valueOf } from './faults/results.ts'
import { readLedger, type Ledger } from './index.ts'

let folder = ''
let ledger: Ledger
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  ledger = valueOf(await openTestLedger(join(folder, 'ledger')))
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const abc = new TextEncoder().encode('abc')

it('keeps bytes under their digest, once, for a later reader too', async () => {
  expect(await ledger.evidence.put(abc)).toEqual({ ok: true, value: ABC })
  expect(await ledger.evidence.put(abc)).toEqual({ ok: true, value: ABC })
  expect(readdirSync(join(folder, 'ledger/evidence/ba'))).toEqual([ABC])
  const reader = valueOf(await readLedger(join(folder, 'ledger')))
  expect(await reader.evidence.get(ABC)).toEqual({ ok: true, value: abc })
})

it('keeps an empty file like any other', async () => {
  const digest = valueOf(await ledger.evidence.put(new Uint8Array(0)))
  expect(await ledger.evidence.get(digest)).toEqual({ ok: true, value: new Uint8Array(0) })
})

it('never hands out bytes that are not those of the digest, and takes the right ones again', async () => {
  await ledger.evidence.put(abc)
  writeFileSync(join(folder, 'ledger/evidence/ba', ABC), 'abd')
  expect(await ledger.evidence.get(ABC)).toMatchObject({ ok: false, refusal: { code: 'evidence-damaged' } })
  await ledger.evidence.put(abc)
  expect(await ledger.evidence.get(ABC)).toMatchObject({ ok: true })
})

it.each(['0'.repeat(64), '', '../head', ABC.toUpperCase()])('knows no file `%s`', async (digest) => {
  expect(await ledger.evidence.get(digest)).toMatchObject({ ok: false, refusal: { code: 'evidence-unknown' } })
})
