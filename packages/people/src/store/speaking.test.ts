// For whom an organisation speaks, on both databases.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asking } from '../database.ts'
import { testDatabases, type TestTables } from '../testing/databases.ts'
import { codeOf, someone, valueOf } from '../testing/people.ts'
import { letSpeak, organisationsAsOperator, speaksFor, unspoken } from './speaking.ts'

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`speaking on ${database.name}`, () => {
    let tables: TestTables
    beforeAll(async () => {
      tables = await database.open()
    })
    afterAll(() => tables?.close())

    it('is for nobody until whoever has the machine says so, and for one organisation alone', async () => {
      const mission = await someone(tables.db, { organisation: 'Mission of Eastland' })
      const other = await someone(tables.db, { organisation: 'Mission of Westland' })
      expect(await speaksFor(tables.db, mission.actor)).toEqual([])
      valueOf(
        await letSpeak(tables.db, { organisation: 'mission of eastland', speaks_for: ['north', 'east', 'north'] }),
      )
      expect(await speaksFor(tables.db, mission.actor)).toEqual(['east', 'north'])
      expect(await speaksFor(tables.db, other.actor)).toEqual([])
      valueOf(await letSpeak(tables.db, { organisation: 'Mission of Eastland', speaks_for: [] }))
      expect(await speaksFor(tables.db, mission.actor)).toEqual([])
      expect(await organisationsAsOperator(tables.db)).toContainEqual({ name: 'Mission of Westland', speaks_for: [] })
    })

    it('is refused of an organisation that is not there', async () => {
      expect(codeOf(await letSpeak(tables.db, { organisation: 'Nobody at all', speaks_for: ['*'] }))).toBe('absent')
    })

    it('is changed by nobody who is signed in, whatever they ask', async () => {
      const { actor } = await someone(tables.db, { organisation: 'Mission of Northland', roles: ['administrator'] })
      await asking(tables.db, actor, (tx) =>
        sql`update people.organisations set speaks_for = '{*}' where id = ${actor.organisation}`.execute(tx),
      )
      expect(await speaksFor(tables.db, actor)).toEqual([])
    })

    it('is of everybody by a star, and else of those who are named', () => {
      expect(unspoken(['*'], ['east', 'west'])).toEqual([])
      expect(unspoken(['east'], ['east', 'west'])).toEqual(['west'])
      expect(unspoken([], ['*'])).toEqual(['*'])
      expect(unspoken(['east'], ['*'])).toEqual(['*'])
    })
  })
