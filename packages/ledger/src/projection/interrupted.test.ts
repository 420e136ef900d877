// Catching up, cut off after each of its statements: what was finished stays, and going on gives the whole.
import type { Kysely, KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from '../faults/results.ts'
import { catchUp, dumpTables, type Database } from './index.ts'
import { emptied, testDatabases, type Interruptible } from './testing/databases.ts'
import { SOME } from './testing/entries.ts'
import { recordOf } from './testing/record.ts'

/** Does something after each statement, before its answer is seen. */
function afterEachStatement(act: (statement: number) => Promise<void>): KyselyPlugin {
  let statement = 0
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await act(++statement)
      return result
    },
  }
}

for (const { name, skipped, openInterruptible } of await testDatabases()) {
  describe.skipIf(skipped)(`on ${name}`, () => {
    let opened: Interruptible
    beforeAll(async () => {
      opened = await openInterruptible()
    })
    afterAll(() => opened.close())

    const record = recordOf(SOME)
    const run = (db: Kysely<Database>) => catchUp(db, record, { batch: 6 })
    const whole = async () => (await Array.fromAsync(dumpTables(opened.db))).join('')

    it('goes on after a cut at any statement, to the same tables', async () => {
      let statements = 0
      await emptied(opened.db)
      const counted = opened.db.withPlugin(
        afterEachStatement(async (statement) => {
          statements = statement
        }),
      )
      valueOf(await run(counted))
      const uninterrupted = await whole()
      expect(statements).toBeGreaterThan(30)

      // Losing PGlite means opening it again, which takes a second.
      const every = name === 'PGlite' ? 12 : 1
      for (let cut = 1; cut <= statements; cut += every) {
        await emptied(opened.db)
        const failing = opened.db.withPlugin(
          afterEachStatement(async (statement) => {
            if (statement === cut) await opened.interrupt()
          }),
        )
        const { code, help } = refusalOf(await run(failing))
        expect(code).toBe('storage-failed')
        expect(help).toContain('do it again')
        valueOf(await run(opened.db))
        expect(await whole(), `cut after statement ${cut}`).toBe(uninterrupted)
      }
    })
  })
}
