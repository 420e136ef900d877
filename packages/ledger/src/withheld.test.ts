// Fields that the record withholds: nobody reads them from the log, the holder of the keys does, and they can be destroyed.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealerOf } from '@trucekeeper/keys'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLeaf, readLeaf } from './entry-form/index.ts'
import { refusalOf, valueOf } from './faults/results.ts'
import { claimEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS } from './faults/test-keys.ts'
import { foldLedger, fsck, readLedger, receiptOf } from './index.ts'

const keys = { ...TEST_KEYS, sealer: sealerOf(randomBytes(32)) }
const SECRET = 'Clinic 12 has moved to the school in Haritan.'
const secret = claimEntry(1, { quote: SECRET })

let folder = ''
let dir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-'))
  dir = join(folder, 'ledger')
})
afterEach(() => rmSync(folder, { recursive: true }))

const claimsOf = async (reader: Parameters<typeof foldLedger>[0]) =>
  (await foldLedger(reader)).claims.map(({ id }) => id)

it('are in none of the files, and in what the holder of the keys reads', async () => {
  const ledger = valueOf(await openTestLedger(dir, { keys }))
  valueOf(await ledger.append([claimEntry(0)]))
  valueOf(await ledger.append([secret], { withhold: ['body.quote', 'body.speaker'] }))
  await ledger.close()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }))
    if (file.isFile())
      expect(readFileSync(join(file.parentPath, file.name)).includes('Clinic 12'), file.name).toBe(false)
  const anybody = valueOf(await readLedger(dir))
  expect(anybody.size).toBe(2)
  expect(await claimsOf(anybody.entries())).toEqual([claimEntry(0).body.id])
  const holder = valueOf(await readLedger(dir, { sealer: keys.sealer }))
  expect(await claimsOf(holder.entries())).toEqual([claimEntry(0).body.id, secret.body.id].toSorted())
  expect(await fsck(dir)).toMatchObject({ ok: true, size: 2 })
})

it('are found again as duplicates, and can be withdrawn without their name being told', async () => {
  const ledger = valueOf(await openTestLedger(dir, { keys }))
  valueOf(await ledger.append([secret], { withhold: ['body.quote'] }))
  await ledger.close()
  const again = valueOf(await openTestLedger(dir, { keys }))
  expect(valueOf(await again.append([secret])).duplicates).toMatchObject([{ index: 0 }])
  valueOf(await again.append([withdrawalEntry(secret.body.id)]))
  expect(new TextDecoder().decode(await again.leaf(1))).not.toContain(secret.body.id)
  expect((await foldLedger(again.entries())).withdrawn.has(secret.body.id)).toBe(true)
  await again.close()
})

it('are proved by their disclosures, and by nothing once they were destroyed', async () => {
  const ledger = valueOf(await openTestLedger(dir, { keys }))
  valueOf(await ledger.append([secret], { withhold: ['body.quote'] }))
  const leaf = readLeaf(await ledger.leaf(0))
  const disclosures = await ledger.disclosures(0)
  if (!leaf.ok || disclosures === null) throw new Error('There is nothing to disclose.')
  const shown = openLeaf(leaf.value, disclosures)
  expect(shown).toMatchObject({ ok: true, value: { entry: { body: { quote: SECRET } } } })
  const before = ledger.checkpoint()
  valueOf(await ledger.destroy(0, 'the source asked for it'))
  expect(await ledger.disclosures(0)).toBeNull()
  expect(await claimsOf(ledger.entries())).toEqual([])
  expect(ledger.checkpoint()).toEqual(before)
  expect((await receiptOf(ledger, 0)).length).toBeGreaterThan(0)
  await ledger.close()
  expect(await fsck(dir)).toMatchObject({ ok: true })
})

it('need a key under which they can be kept', async () => {
  const ledger = valueOf(await openTestLedger(dir))
  expect(refusalOf(await ledger.append([secret], { withhold: ['body.quote'] })).code).toBe('keys-unusable')
  expect(ledger.size).toBe(0)
  await ledger.close()
})
