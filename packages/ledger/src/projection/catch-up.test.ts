// The tables against the record they are built from, on every database.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameWithdrawal, type Entry } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from '../faults/results.ts'
import { claimEntry, rulingEntry, withdrawalEntry } from '../faults/sample-entries.ts'
import { openTestLedger } from '../faults/test-keys.ts'
import { foldLedger } from '../index.ts'
import { catchUp, dumpTables, entryCounts, rebuild, searchClaims, type Database, type OpenDatabase } from './index.ts'
import { emptied, testDatabases } from './testing/databases.ts'
import { SOME, TAKEN_BACK, claims, hostileEntries } from './testing/entries.ts'
import { recordOf } from './testing/record.ts'

for (const { name, skipped, open } of await testDatabases()) {
  describe.skipIf(skipped)(`on ${name}`, () => {
    let opened: OpenDatabase
    let db: Kysely<Database>
    beforeAll(async () => {
      opened = await open()
      db = opened.db
    })
    afterAll(() => opened.close())
    beforeEach(() => emptied(db))

    const dump = () => Array.fromAsync(dumpTables(db))

    describe('catching up', () => {
      it('gives the same tables in one go, step by step and rebuilt', async () => {
        const record = recordOf([...SOME, ...claims(1_500, 100)])
        expect(valueOf(await catchUp(db, record))).toEqual({ ...record.checkpoint(), added: record.size })
        const whole = await dump()
        expect(whole.filter((line) => line.startsWith('["claims"'))).toHaveLength(1_510)
        expect(valueOf(await rebuild(db, record)).added).toBe(record.size)
        expect(await dump()).toEqual(whole)

        await emptied(db)
        const stepwise = recordOf()
        for await (const { index, entry } of record.entries()) {
          stepwise.append([entry])
          if (index % 151 === 0) valueOf(await catchUp(db, stepwise))
        }
        valueOf(await catchUp(db, stepwise))
        expect(await dump()).toEqual(whole)
      })

      it('gives the same tables, whatever came together and in whatever batches it is added', async () => {
        const entries = [...SOME, ...hostileEntries().slice(0, 15)]
        valueOf(await catchUp(db, recordOf(entries)))
        const whole = await dump()
        const step = fc.record({ arriving: fc.integer({ min: 1, max: 12 }), batch: fc.integer({ min: 1, max: 8 }) })
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
            await emptied(db)
            const record = recordOf()
            for (const { arriving, batch } of steps) {
              record.append(entries.slice(record.size, record.size + arriving))
              valueOf(await catchUp(db, record, { batch }))
            }
            record.append(entries.slice(record.size))
            valueOf(await catchUp(db, record))
            expect(await dump()).toEqual(whole)
          }),
          { numRuns: 8 },
        )
      })

      it('adds nothing where there is nothing new', async () => {
        const record = recordOf()
        expect(valueOf(await catchUp(db, record))).toEqual({ ...record.checkpoint(), added: 0 })
        record.append(SOME)
        expect(valueOf(await catchUp(db, record)).added).toBe(SOME.length)
        expect(valueOf(await catchUp(db, record)).added).toBe(0)
      })

      it('adds each entry once, however many do it at the same time', async () => {
        const record = recordOf([...SOME, ...claims(300, 100)])
        const results = await Promise.all(Array.from({ length: 5 }, () => catchUp(db, record, { batch: 16 })))
        expect(results.reduce((sum, result) => sum + valueOf(result).added, 0)).toBe(record.size)
        const together = await dump()
        valueOf(await rebuild(db, record))
        expect(await dump()).toEqual(together)
      })

      it('goes on from the beginning where the tables are rebuilt in the midst of it', async () => {
        const record = recordOf([...SOME, ...claims(300, 100)])
        const [first, second] = await Promise.all([
          catchUp(db, record, { batch: 16 }),
          rebuild(db, record, { batch: 16 }),
        ])
        expect([valueOf(first).size, valueOf(second).size]).toEqual([record.size, record.size])
        expect(await entryCounts(db)).toMatchObject({ claim: 310 })
      })

      it('marks what is withdrawn with the withdrawal received first, in whatever order they are entered', async () => {
        const late = withdrawalEntry(TAKEN_BACK.body.id, { received_at: '2016-09-30T00:00Z' })
        const early: Entry = {
          ...late,
          received_at: '2016-09-19T00:00Z',
          body: nameWithdrawal({ withdraws: TAKEN_BACK.body.id, by: 'the witness', reason: 'Sooner.' }),
        }
        const record = recordOf([TAKEN_BACK, claimEntry(3), late])
        await catchUp(db, record)
        record.append([early])
        await catchUp(db, record)
        const found = await searchClaims(db, { limit: 9 })
        expect(found.claims.map(({ withdrawn_by }) => withdrawn_by)).toEqual([early.body.id, null])
        const { withdrawn: folded } = await foldLedger(record.entries())
        expect(folded.get(TAKEN_BACK.body.id)?.id).toBe(early.body.id)
      })

      it('of two withdrawals received at once takes the lower id, as folding does', async () => {
        const two = ['one', 'two'].map((reason): Entry => {
          const body = nameWithdrawal({ withdraws: TAKEN_BACK.body.id, by: 'the witness', reason })
          return { ...withdrawalEntry(''), body }
        })
        const record = recordOf([TAKEN_BACK, ...two])
        await catchUp(db, record)
        const { withdrawn } = await foldLedger(record.entries())
        const [found] = (await searchClaims(db, { limit: 9 })).claims
        expect(found?.withdrawn_by).toBe(withdrawn.get(TAKEN_BACK.body.id)?.id)
      })

      it('takes whatever the record takes', async () => {
        const record = recordOf([...hostileEntries(), rulingEntry(['x', 'y'])])
        expect(valueOf(await catchUp(db, record)).added).toBe(record.size)
        expect((await searchClaims(db, { limit: 9, text: "'; DROP TABLE" })).claims).toHaveLength(2)
      })

      it('throws what is a bug and no misfortune of the database', async () => {
        const twice = recordOf([claimEntry(1), claimEntry(1)])
        await expect(catchUp(db, twice)).rejects.toMatchObject({ code: '23505' })
        expect(await entryCounts(db)).toMatchObject({ claim: 0 })
      })
    })

    describe('tables that are not of this record', () => {
      beforeEach(async () => {
        valueOf(await catchUp(db, recordOf(SOME)))
      })

      it('are refused where they hold more than the record, until they are rebuilt', async () => {
        const shorter = recordOf(SOME.slice(0, 5))
        const { code, help } = refusalOf(await catchUp(db, shorter))
        expect(code).toBe('projection-ahead')
        expect(help).toContain('rebuild')
        expect(valueOf(await rebuild(db, shorter)).size).toBe(5)
        expect(await entryCounts(db)).toEqual({
          document: 0,
          claim: 5,
          act: 0,
          ruling: 0,
          withdrawal: 0,
          release: 0,
          minute: 0,
          key: 0,
        })
      })

      it('are refused where they were built from other entries, also when the record has grown since', async () => {
        const before = await dump()
        for (const more of [0, 5]) {
          const other = recordOf(claims(SOME.length + more, 1_000))
          expect(refusalOf(await catchUp(db, other)).code).toBe('projection-differs')
        }
        expect(await dump()).toEqual(before)
      })

      it('are refused where they were made by another version', async () => {
        const record = recordOf(SOME)
        await db.updateTable('projection_state').set({ shape: 0 }).execute()
        expect(refusalOf(await catchUp(db, record)).code).toBe('projection-outdated')
        expect(await rebuild(db, record)).toMatchObject({ ok: true })
      })
    })

    it('never touches the record, whether it makes tables, fills them or makes them anew', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'record-'))
      const ledger = valueOf(await openTestLedger(join(folder, 'ledger')))
      valueOf(await ledger.append(SOME))
      const before = digestOf(folder)
      valueOf(await catchUp(db, ledger))
      await db.updateTable('projection_state').set({ shape: 0 }).execute()
      valueOf(await rebuild(db, ledger))
      expect(digestOf(folder)).toBe(before)
      await ledger.close()
      rmSync(folder, { recursive: true })
    })
  })
}

/** Over the names and bytes of every file in a folder. */
function digestOf(folder: string): string {
  const digest = createHash('sha256')
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name)
    digest.update(`${path}\n`).update(createHash('sha256').update(readFileSync(path)).digest())
  }
  return digest.digest('hex')
}
