// One record, two databases: the same content byte for byte, and the same answers.
import { SIDES } from '@trucekeeper/codes'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueOf } from '../faults/results.ts'
import {
  catchUp,
  dumpTables,
  entryCounts,
  rebuild,
  searchClaims,
  type ClaimSearch,
  type OpenDatabase,
} from './index.ts'
import { testDatabases } from './testing/databases.ts'
import { HOSTILE_TEXTS, SOME, claims, hostileEntries } from './testing/entries.ts'
import { recordOf } from './testing/record.ts'

const both = await testDatabases()

describe.skipIf(both.some(({ skipped }) => skipped))(`${both[0]!.name} and ${both[1]!.name}`, () => {
  const record = recordOf([...SOME, ...hostileEntries(), ...claims(200, 300)])
  let opened: readonly OpenDatabase[]
  beforeAll(async () => {
    opened = await Promise.all(both.map(({ open }) => open()))
    // In other batches on each, and once built anew: how the tables came to be must not be seen in them.
    valueOf(await catchUp(opened[0]!.db, record, { batch: 7 }))
    valueOf(await rebuild(opened[1]!.db, record))
  })
  afterAll(() => Promise.all(opened.map(({ close }) => close())))

  const fromEach = <T>(ask: (database: OpenDatabase) => Promise<T>) => Promise.all(opened.map(ask))

  it('hold the same bytes', async () => {
    const [one, other] = await fromEach(({ db }) => Array.fromAsync(dumpTables(db)))
    expect(one!.length).toBeGreaterThan(record.size)
    expect(one).toEqual(other)
    expect(await fromEach(({ db }) => entryCounts(db))).toEqual(Array(2).fill(await entryCounts(opened[0]!.db)))
  })

  it('find the same claims, whatever is asked', async () => {
    const words = HOSTILE_TEXTS.map((text) => text.slice(0, 40)).flatMap((text) => [
      fc.constant(text),
      fc.constant(text.toUpperCase()),
      fc.nat(text.length).map((from) => text.slice(from, from + 3)),
    ])
    const search = fc.record(
      {
        text: fc.oneof(...words, fc.string({ unit: 'grapheme', maxLength: 2 }), fc.constant('witness')),
        side: fc.constantFrom(...SIDES),
        kind: fc.constantFrom('shelling' as const, 'air_strike' as const),
        from: fc.constantFrom(-62_167_219_200_000, 1_473_933_600_000, 1_474_113_600_000),
        to: fc.constantFrom(-62_000_000_000_000, 1_473_933_600_001, 1_474_200_000_000),
        after: fc.nat(60),
        limit: fc.integer({ min: 1, max: 60 }),
      },
      { requiredKeys: ['limit'] },
    )
    let found = 0
    await fc.assert(
      fc.asyncProperty(search, async (asked: ClaimSearch) => {
        const [one, other] = await fromEach(({ db }) => searchClaims(db, asked))
        expect(one).toEqual(other)
        found += one!.claims.length
      }),
      { numRuns: 150 },
    )
    expect(found).toBeGreaterThan(0)
  })
})
