// The tables against the record they are built from. The suite runs on PGlite; it names nothing that only PGlite has.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameClaim, nameWithdrawal, type ClaimBody, type Entry } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { faultStorage } from '../faults/fault-storage.ts'
import { randomFrom } from '../faults/random.ts'
import { refusalOf, valueOf } from '../faults/results.ts'
import { actEntry, claimEntry, documentEntry, withdrawalEntry } from '../faults/sample-entries.ts'
import { foldLedger, openLedger, type Ledger } from '../index.ts'
import {
  TABLES,
  catchUp,
  entryCounts,
  memoryPglite,
  openPglite,
  rebuild,
  searchClaims,
  type ClaimSearch,
  type Database,
  type PgliteDatabase,
} from './index.ts'

let pglite: PgliteDatabase
let db: Kysely<Database>
let ledger: Ledger
beforeAll(async () => {
  pglite = await memoryPglite()
  db = pglite.db
})
afterAll(() => pglite.close())
beforeEach(async () => {
  for (const table of TABLES) await db.schema.dropTable(table).ifExists().execute()
  ledger = await ledgerWith([])
})

async function ledgerWith(entries: readonly Entry[]): Promise<Ledger> {
  const ledger = valueOf(await openLedger('/ledger', { storage: faultStorage(randomFrom(1)) }))
  valueOf(await ledger.append(entries))
  return ledger
}

/** Every row of every table, in an order of our own. */
async function dump(from = db): Promise<Record<string, string[]>> {
  const rows = await Promise.all(TABLES.map((table) => from.selectFrom(table).selectAll().execute()))
  return Object.fromEntries(TABLES.map((table, at) => [table, rows[at]!.map((row) => JSON.stringify(row)).toSorted()]))
}

const claims = (count: number, from = 0) => Array.from({ length: count }, (_, at) => claimEntry(from + at))
const withdrawn = claimEntry(2)
const SOME: readonly Entry[] = [
  ...claims(10),
  actEntry(1),
  documentEntry(1, 'a'.repeat(64)),
  withdrawalEntry(withdrawn.body.id, { received_at: '2016-09-20T00:00Z' }),
]

describe('catching up', () => {
  it('gives the same tables in one go, step by step and rebuilt', async () => {
    ledger = await ledgerWith([...SOME, ...claims(1_500, 100)])
    expect(valueOf(await catchUp(db, ledger))).toEqual({ ...ledger.checkpoint(), added: 1_513 })
    const whole = await dump()
    expect(whole['claims']).toHaveLength(1_510)
    expect(valueOf(await rebuild(db, ledger)).added).toBe(1_513)
    expect(await dump()).toEqual(whole)

    const stepwise = await ledgerWith([])
    for (const table of TABLES) await db.schema.dropTable(table).execute()
    for await (const { index, entry } of ledger.entries()) {
      valueOf(await stepwise.append([entry]))
      if (index % 151 === 0) valueOf(await catchUp(db, stepwise))
    }
    valueOf(await catchUp(db, stepwise))
    expect(await dump()).toEqual(whole)
  })

  it('adds nothing where there is nothing new', async () => {
    expect(valueOf(await catchUp(db, ledger)).added).toBe(0)
    await ledger.append(SOME)
    expect(valueOf(await catchUp(db, ledger)).added).toBe(SOME.length)
    expect(valueOf(await catchUp(db, ledger)).added).toBe(0)
  })

  it('marks what is withdrawn with the withdrawal received first, in whatever order they are entered', async () => {
    const late = withdrawalEntry(withdrawn.body.id, { received_at: '2016-09-30T00:00Z' })
    const other: Entry = {
      ...late,
      received_at: '2016-09-19T00:00Z',
      body: nameWithdrawal({ withdraws: withdrawn.body.id, by: 'the witness', reason: 'Sooner.' }),
    }
    await ledger.append([withdrawn, claimEntry(3), late])
    await catchUp(db, ledger)
    await ledger.append([other])
    await catchUp(db, ledger)
    const found = await searchClaims(db, { limit: 9 })
    expect(found.claims.map(({ withdrawn_by }) => withdrawn_by)).toEqual([other.body.id, null])
    const { withdrawn: folded } = await foldLedger(ledger.entries())
    expect(folded.get(withdrawn.body.id)?.id).toBe(other.body.id)
  })

  it('takes whatever the record takes', async () => {
    const hostile = claimEntry(1, { quote: `nul \u0000, ${'long '.repeat(10_000)}, '; drop table claims; --` })
    const { id: _, ...body } = hostile.body
    const extreme: ClaimBody = {
      ...body,
      published: '0000-01-01',
      date: '0000/0001',
      end: Number.MAX_SAFE_INTEGER,
      figures: [{ what: 'x', value: 1e308, low: -1e308, high: 5e-324, unit: 'y' }],
    }
    const odd: Entry = { ...hostile, body: nameClaim(extreme) }
    valueOf(await ledger.append([hostile, odd, actEntry(4, { received_at: '0000-01-01T00:00Z' })]))
    expect(valueOf(await catchUp(db, ledger)).added).toBe(3)
    expect((await searchClaims(db, { limit: 9, text: "'; DROP TABLE" })).claims).toHaveLength(2)
  })
})

describe('tables that are not of this record', () => {
  beforeEach(async () => {
    await ledger.append(SOME)
    await catchUp(db, ledger)
  })

  it('are refused where they hold more than the record, until they are rebuilt', async () => {
    const shorter = await ledgerWith(SOME.slice(0, 5))
    const { code, help } = refusalOf(await catchUp(db, shorter))
    expect(code).toBe('projection-ahead')
    expect(help).toContain('rebuild')
    expect(valueOf(await rebuild(db, shorter)).size).toBe(5)
    expect(await entryCounts(db)).toEqual({ document: 0, claim: 5, act: 0, ruling: 0, withdrawal: 0 })
  })

  it('are refused where they were built from other entries, also when the record has grown since', async () => {
    const before = await dump()
    for (const more of [0, 5]) {
      const other = await ledgerWith([...claims(SOME.length + more, 1_000)])
      expect(refusalOf(await catchUp(db, other)).code).toBe('projection-differs')
    }
    expect(await dump()).toEqual(before)
  })

  it('are refused where they were made by another version', async () => {
    await db.updateTable('projection_state').set({ shape: 0 }).execute()
    expect(refusalOf(await catchUp(db, ledger)).code).toBe('projection-outdated')
    expect(await rebuild(db, ledger)).toMatchObject({ ok: true })
  })
})

describe('searching', () => {
  beforeEach(async () => {
    const words = ['50% of them', '100 of them', 'ПУШКА в Алеппо', 'İstanbul', 'a_b', 'قصف السوق']
    await ledger.append([...words.map((quote, at) => claimEntry(at, { quote })), claimEntry(20, { quote: 'undated' })])
    await catchUp(db, ledger)
  })

  const quotes = async (search: Partial<ClaimSearch>) =>
    (await searchClaims(db, { limit: 50, ...search })).claims.map(({ claim }) => claim.quote)

  it.each([
    ['% stands for itself', '50%', ['50% of them']],
    ['_ stands for itself', 'a_b', ['a_b']],
    ['\\ stands for itself', 'a\\', []],
    ['case does not count, in any script', 'пушка В', ['ПУШКА в Алеппо']],
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
    await ledger.append(claims(300, 50))
    const [, counts] = await Promise.all([catchUp(db, ledger), entryCounts(db)])
    expect(counts.claim).toBeOneOf([7, 307])
  })
})

describe('a database in a folder', () => {
  it('keeps what it was given, and lets in one at a time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pglite-'))
    const dir = join(folder, 'tables')
    const first = valueOf(await openPglite(dir))
    expect(refusalOf(await openPglite(dir)).code).toBe('locked')
    await ledger.append(SOME)
    valueOf(await catchUp(first.db, ledger))
    const before = await dump(first.db)
    await first.close()
    const second = valueOf(await openPglite(dir))
    expect(valueOf(await catchUp(second.db, ledger)).added).toBe(0)
    expect(await dump(second.db)).toEqual(before)
    const settings = sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in ('fsync', 'wal_sync_method') order by name`
    // PGlite's own defaults are off and a stub: a power cut would then leave a folder that cannot be opened.
    expect((await settings.execute(second.db)).rows.map(({ setting }) => setting)).toEqual(['on', 'fsync'])
    await second.close()
    rmSync(folder, { recursive: true })
  })
})
