// What a desk holds: nothing of it in the log but that it is there, and no answer by which another desk would notice it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeEntry } from '@trucekeeper/claims'
import { sealerOf } from '@trucekeeper/keys'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeLeaf, readLeaf } from './entry-form/index.ts'
import { refusalOf, valueOf } from './faults/results.ts'
import {
  actEntry,
  claimEntry,
  documentEntry,
  releaseEntry,
  rulingEntry,
  withdrawalEntry,
} from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS, TEST_ORIGIN } from './faults/test-keys.ts'
import { catchUp, entryCounts, memoryPglite } from './projection/index.ts'
import { exportLines, fsck, importLines, readLedger, type Ledger } from './index.ts'

const keys = { ...TEST_KEYS, sealer: sealerOf(randomBytes(32)) }
const A = 'party-a'
const B = 'party-b'
const byA = (number: number) => claimEntry(number, { held_by: A })

function openIn(bytes: Uint8Array): unknown {
  const leaf = readLeaf(bytes)
  return leaf.ok ? leaf.value.open : leaf.refusal
}

let folder = ''
let dir = ''
let ledger: Ledger
const reopen = async () => (ledger = valueOf(await openTestLedger(dir, { keys })))
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'held-'))
  dir = join(folder, 'ledger')
  await reopen()
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

it('is in none of the files, nor who holds it, and all of it in what the holder of the keys reads', async () => {
  const entries = [
    documentEntry(1, 'ab'.repeat(32), { held_by: A }),
    byA(1),
    { ...actEntry(1), held_by: A },
    rulingEntry([byA(1).body.id, claimEntry(2).body.id], { held_by: A }),
    withdrawalEntry(byA(1).body.id, { held_by: A }),
    releaseEntry(A, [byA(1).body.id], [B]),
  ]
  valueOf(await ledger.append([claimEntry(2), ...entries]))
  for (let index = 1; index <= entries.length; index++) {
    expect(openIn(await ledger.leaf(index))).toEqual({
      type: entries[index - 1]!.type,
      received_at: '2016-09-17T12:00+03:00',
      body: {},
    })
  }
  await ledger.close()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true }))
    if (file.isFile())
      for (const words of [A, 'desk-one"}', 'witness 1', byA(1).body.id])
        expect(readFileSync(join(file.parentPath, file.name), 'latin1').includes(words), file.name).toBe(false)
  const holder = valueOf(await readLedger(dir, { sealer: keys.sealer }))
  const read = []
  for await (const { entry } of holder.entries()) read.push(entry)
  expect(read).toEqual([claimEntry(2), ...entries])
  expect(await fsck(dir)).toMatchObject({ ok: true, size: 7 })
})

it('leaves every byte of an entry for every desk as it was', () => {
  const author = TEST_KEYS.author
  for (const entry of [claimEntry(1), documentEntry(1, 'ab'.repeat(32)), withdrawalEntry(claimEntry(1).body.id)]) {
    const made = makeLeaf(entry, { origin: TEST_ORIGIN, author })
    expect(made).toMatchObject({ ok: true, value: { sealed: null } })
    if (made.ok) expect(new TextDecoder().decode(made.value.bytes)).not.toContain('held_by')
  }
})

it('is entered anew where another desk holds the same, before and after the ledger was opened again', async () => {
  const first = valueOf(await ledger.append([byA(1)]))
  expect(first.appended).toEqual([{ index: 0, id: byA(1).body.id }])
  const [here, there, all] = [claimEntry(1, { held_by: B }), claimEntry(1, { held_by: 'un' }), claimEntry(1)]
  expect(valueOf(await ledger.append([here])).duplicates).toEqual([])
  await ledger.close()
  await reopen()
  expect(valueOf(await ledger.append([there])).duplicates).toEqual([])
  expect(valueOf(await ledger.append([all])).duplicates).toEqual([])
  expect(valueOf(await ledger.append([byA(1), here, there, all])).duplicates.map(({ index }) => index)).toEqual([
    0, 1, 2, 3,
  ])
  expect(ledger.size).toBe(4)
  await ledger.close()
  expect(await fsck(dir)).toMatchObject({ ok: true, size: 4 })
  await reopen()
})

it('is a duplicate where every desk has it already', async () => {
  valueOf(await ledger.append([claimEntry(1)]))
  expect(valueOf(await ledger.append([byA(1)])).duplicates).toEqual([{ index: 0, id: claimEntry(1).body.id }])
})

it('is known by its holder beyond a full bundle, from the kept file and from the entries', async () => {
  valueOf(await ledger.append(Array.from({ length: 300 }, (_, number) => byA(number))))
  for (const without of [false, true]) {
    await ledger.close()
    if (without) rmSync(join(dir, 'private', 'ids'))
    await reopen()
    expect(valueOf(await ledger.append([byA(7), byA(299)])).duplicates.map(({ index }) => index)).toEqual([7, 299])
    expect(ledger.size).toBe(300)
  }
})

it('leaves the leaf of what others enter as it would be without it', async () => {
  const sha256 = 'cd'.repeat(32)
  valueOf(await ledger.append([documentEntry(1, sha256, { held_by: A }), byA(1)]))
  const own = documentEntry(1, sha256, { received_at: '2016-09-18T12:00+03:00' })
  valueOf(await ledger.append([own, claimEntry(1), withdrawalEntry(claimEntry(1).body.id)]))
  for (const index of [2, 3, 4]) expect(new TextDecoder().decode(await ledger.leaf(index))).not.toContain('_sd')
})

it('is not named by the leaf of an entry for every desk that speaks of it', async () => {
  valueOf(await ledger.append([byA(1), releaseEntry(A, [byA(1).body.id])]))
  valueOf(await ledger.append([withdrawalEntry(byA(1).body.id)]))
  expect(new TextDecoder().decode(await ledger.leaf(2))).not.toContain(byA(1).body.id)
  expect(await fsck(dir)).toMatchObject({ ok: true, size: 3 })
})

it('is released by its holder alone, and only what is there', async () => {
  valueOf(await ledger.append([byA(1), claimEntry(2)]))
  for (const release of [
    releaseEntry(B, [byA(1).body.id]),
    releaseEntry(A, [claimEntry(2).body.id]),
    releaseEntry(A, [claimEntry(3).body.id]),
  ])
    expect(refusalOf(await ledger.append([release])).code).toBe('releases-unknown')
  valueOf(await ledger.append([releaseEntry(A, [byA(1).body.id])]))
  expect(ledger.size).toBe(3)
})

it('is not taken without keys under which it could be kept', async () => {
  await ledger.close()
  ledger = valueOf(await openTestLedger(dir))
  expect(refusalOf(await ledger.append([byA(1)])).code).toBe('keys-unusable')
  expect(ledger.size).toBe(0)
})

it('is not in the tables', async () => {
  valueOf(await ledger.append([byA(1), claimEntry(1), releaseEntry(A, [byA(1).body.id])]))
  const { db, close } = await memoryPglite()
  valueOf(await catchUp(db, ledger))
  expect(await entryCounts(db)).toMatchObject({ claim: 1, release: 0 })
  await close()
})

it('goes with the record when it is exported and imported', async () => {
  valueOf(await ledger.append([byA(1), claimEntry(1, { held_by: B }), releaseEntry(A, [byA(1).body.id], 'public')]))
  const lines: string[] = []
  for await (const line of exportLines(ledger.entries())) lines.push(line)
  const copy = valueOf(await openTestLedger(join(folder, 'copy'), { keys }))
  expect(valueOf(await importLines(copy, lines)).appended.length).toBe(3)
  const again: string[] = []
  for await (const line of exportLines(copy.entries())) again.push(line)
  expect(again).toEqual(lines)
  await copy.close()
})

it('has the name of a desk that can be one, and a key has no holder', () => {
  const refusals = [
    { ...claimEntry(1), held_by: 'desks' },
    { ...claimEntry(1), held_by: 'public' },
    { ...claimEntry(1), held_by: 'Party A' },
    { ...releaseEntry(A, ['clm_1']), held_by: undefined },
    releaseEntry(A, ['clm_1', 'clm_1']),
    releaseEntry(A, ['clm_1'], ['public']),
    releaseEntry(A, ['clm_1'], []),
  ].map((entry) => takeEntry(entry).ok)
  expect(refusals).toEqual(refusals.map(() => false))
})
