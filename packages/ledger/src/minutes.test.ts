// Minutes of the centre in the record: what they rest on has to be there, and what is withheld is not named by them.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameAct, nameMinute, type Entry } from '@trucekeeper/claims'
import { sealerOf } from '@trucekeeper/keys'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readLeaf } from './entry-form/index.ts'
import { refusalOf, valueOf } from './faults/results.ts'
import { claimEntry, minuteEntry, releaseEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { openTestLedger, TEST_KEYS } from './faults/test-keys.ts'
import { catchUp, entryCounts, memoryPglite } from './projection/index.ts'
import { exportLines, foldLedger, fsck, importLines, type Ledger } from './index.ts'

const keys = { ...TEST_KEYS, sealer: sealerOf(randomBytes(32)) }

let folder = ''
let dir = ''
let ledger: Ledger
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutes-'))
  dir = join(folder, 'ledger')
  ledger = valueOf(await openTestLedger(dir, { keys }))
})
afterEach(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

const pressed = (undertaking: string): Entry => ({
  type: 'minute',
  received_at: '2016-09-17T12:00+03:00',
  recorded_by: 'desk-one',
  body: nameMinute({
    does: 'pressed',
    at: '2016-09-17T10:00+03:00',
    undertaking,
    of: 'russia',
    party: 'government',
    channel: 'hotline',
  }),
})

it('are kept, folded in the order of their receipt, and gone once they are taken back', async () => {
  const later = minuteEntry([claimEntry(1).body.id], { received_at: '2016-09-17T13:00+03:00' })
  const first = pressed(later.body.id)
  valueOf(await ledger.append([claimEntry(1), later, first]))
  const kept = await foldLedger(ledger.entries())
  expect(kept.minutes).toEqual([first.body, later.body])
  expect(kept.received.get(later.body.id)?.index).toBe(1)
  valueOf(await ledger.append([withdrawalEntry(later.body.id, { received_at: '2016-09-17T14:00+03:00' })]))
  expect((await foldLedger(ledger.entries())).minutes).toEqual([first.body])
  expect((await foldLedger(ledger.entries(), { size: 3 })).minutes).toEqual([first.body, later.body])
})

it('rest on claims and on earlier minutes that are there', async () => {
  valueOf(await ledger.append([claimEntry(1)]))
  const absent = minuteEntry([claimEntry(2).body.id])
  expect(refusalOf(await ledger.append([absent])).code).toBe('minutes-unknown')
  expect(refusalOf(await ledger.append([pressed(absent.body.id)])).code).toBe('minutes-unknown')
  expect(ledger.size).toBe(1)
})

it('rest on uses of powers that are there', async () => {
  const undertaking = minuteEntry([])
  const envelope = { received_at: '2016-09-17T12:00+03:00', recorded_by: 'desk-one' }
  const quote = 'We extend.'
  const act = nameAct({
    power: 'extend-truce',
    stage: 'exercised',
    by: ['russia'],
    at: '2016-09-17T11:00+03:00',
    doc: 'a.txt',
    quote,
    start: 0,
    end: quote.length,
  })
  const told = (acts: string[]): Entry => ({
    type: 'minute',
    ...envelope,
    body: nameMinute({
      does: 'outcome',
      at: '2016-09-17T12:00+03:00',
      undertaking: undertaking.body.id,
      outcome: 'kept',
      reason: 'It was extended.',
      claims: [],
      acts,
    }),
  })
  valueOf(await ledger.append([undertaking]))
  expect(refusalOf(await ledger.append([told([act.id])])).code).toBe('minutes-unknown')
  expect(refusalOf(await ledger.append([told([undertaking.body.id])])).code).toBe('minutes-unknown')
  valueOf(await ledger.append([{ type: 'act', ...envelope, body: act }, told([act.id])]))
  expect(ledger.size).toBe(3)
})

it('name in no open field a claim that a desk holds', async () => {
  const held = claimEntry(1, { held_by: 'party-a' })
  const minute = minuteEntry([held.body.id])
  valueOf(await ledger.append([held, minute]))
  const leaf = readLeaf(await ledger.leaf(1))
  expect(leaf.ok && JSON.stringify(leaf.value.open)).not.toContain(held.body.id)
  expect((await foldLedger(ledger.entries())).minutes).toEqual([minute.body])
})

it('are counted in the tables, found sound, held and released like anything else, and go with an export', async () => {
  const minute = minuteEntry([claimEntry(1).body.id])
  const held = minuteEntry([], { held_by: 'party-a' })
  valueOf(await ledger.append([claimEntry(1), minute, held, releaseEntry('party-a', [held.body.id])]))
  const { db, close } = await memoryPglite()
  valueOf(await catchUp(db, ledger))
  expect(await entryCounts(db)).toMatchObject({ claim: 1, minute: 1 })
  await close()
  expect((await fsck(dir)).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const lines: string[] = []
  for await (const line of exportLines(ledger.entries())) lines.push(line)
  const copy = valueOf(await openTestLedger(join(folder, 'copy'), { keys }))
  expect(valueOf(await importLines(copy, lines)).appended.length).toBe(4)
  await copy.close()
})
