// What is asked of the tables, on every database.
import { parseInstant } from '@trucekeeper/time'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimEntry } from '../faults/sample-entries.ts'
import { catchUp, entryCounts, searchClaims, type ClaimSearch, type Database, type OpenDatabase } from './index.ts'
import { emptied, testDatabases } from './testing/databases.ts'
import { claims } from './testing/entries.ts'
import { recordOf, type GrowingRecord } from './testing/record.ts'

for (const { name, skipped, open } of await testDatabases()) {
  describe.skipIf(skipped)(`searching on ${name}`, () => {
    let opened: OpenDatabase
    let db: Kysely<Database>
    let record: GrowingRecord
    beforeAll(async () => {
      opened = await open()
      db = opened.db
    })
    afterAll(() => opened.close())
    beforeEach(async () => {
      const words = ['50% of them', '100 of them', 'ПУШКА в Алеппо', 'İstanbul', 'a_b', 'قصف السوق']
      const found = words.map((quote, at) => claimEntry(at, { quote }))
      record = recordOf([...found, claimEntry(20, { quote: 'undated' })])
      await emptied(db)
      await catchUp(db, record)
    })

    const quotes = async (search: Partial<ClaimSearch>) =>
      (await searchClaims(db, { limit: 50, ...search })).claims.map(({ claim }) => claim.quote)

    it.each([
      ['% stands for itself', '50%', ['50% of them']],
      ['_ stands for itself', 'a_b', ['a_b']],
      ['\\ stands for itself', 'a\\', []],
      ['case does not count, in any script', 'пушка В', ['ПУШКА в Алеппо']],
      ['nor does the case that a Turkish database knows', 'İSTANBUL', ['İstanbul']],
      ['full-width letters are letters', 'ｏｆ ｔｈｅｍ', ['50% of them', '100 of them']],
      ['Arabic is found', 'السوق', ['قصف السوق']],
    ])('by text: %s', async (_, text, found) => {
      expect(await quotes({ text })).toEqual(found)
    })

    it('by side and kind', async () => {
      expect(await quotes({ side: 'monitor', kind: 'shelling' })).toEqual(['50% of them'])
    })

    it('by time, as wide as a day is on earth, and by publication where there is no date', async () => {
      const ms = (text: string) => parseInstant(text)!
      expect(await quotes({ from: ms('2016-09-17T11:59:59Z') })).toHaveLength(7)
      expect(await quotes({ from: ms('2016-09-17T12:00Z') })).toEqual(['50% of them', 'قصف السوق', 'undated'])
      expect(await quotes({ to: ms('2016-09-15T10:00Z') })).toEqual([])
      expect(await quotes({ to: ms('2016-09-15T10:00:01Z') })).toHaveLength(4)
    })

    it('page by page, each claim once, in the order of the record', async () => {
      const seen: number[] = []
      let after: number | null | undefined
      do {
        const page = await searchClaims(db, { limit: 3, ...(after == null ? {} : { after }) })
        seen.push(...page.claims.map(({ index }) => index))
        after = page.next
      } while (after !== null)
      expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6])
    })

    it('gives the claim as it was entered, with its receipt', async () => {
      const [found] = (await searchClaims(db, { limit: 1 })).claims
      expect(found).toEqual({
        index: 0,
        received_at: parseInstant('2016-09-17T12:00+03:00'),
        recorded_by: 'desk-one',
        withdrawn_by: null,
        claim: claimEntry(0, { quote: '50% of them' }).body,
      })
    })

    it('sees no half of a batch that is being added', async () => {
      record.append(claims(300, 50))
      const [, counts] = await Promise.all([catchUp(db, record), entryCounts(db)])
      expect(counts.claim).toBeOneOf([7, 307])
    })
  })
}
