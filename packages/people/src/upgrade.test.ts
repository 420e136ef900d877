// Tables that an older program made, opened by this one.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTables, type Db } from './database.ts'
import { TABLE_NAMES, VERSION } from './schema.ts'
import { draftsOf, writeDraft } from './store/drafts.ts'
import { approvalRequests, askApproval } from './store/approvals.ts'
import { tablesAt, testDatabases, type TestDatabase } from './testing/databases.ts'
import { NOW, someone, valueOf } from './testing/people.ts'

/** What the first version did not have. */
const FIRST = [
  'drop policy rule_3 on people.organisations',
  'revoke update on people.organisations from truce_people',
  'alter table people.organisations drop column speaks_for',
  'drop table people.identities',
  'drop table people.departures',
  'drop table people.providers',
  `alter table people.approval_requests drop column organisation_name, drop column kind, drop column words,
     drop column withdrawn_at`,
  `alter table people.approvals drop column organisation_name, drop column desk_id, drop column approves,
     drop column reason`,
  'update people.prepared set version = 1',
]

async function age(db: Db) {
  for (const statement of FIRST) await sql.raw(statement).execute(db)
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A folder where that is enough, so that no second database is begun. */
async function emptyPlace({ name, open }: TestDatabase) {
  if (name === 'PGlite') return { place: { folder: join(folder, 'people') }, close: async () => undefined }
  const { address, close } = await open()
  return { place: { url: address! }, close }
}

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`tables of the first version on ${database.name}`, () => {
    it('are brought up to this one, keep what they held, and are guarded as new ones are', async () => {
      const { place, close } = await emptyPlace(database)
      const before = await tablesAt(place)
      const { actor } = await someone(before.db)
      const draft = valueOf(await writeDraft(before.db, actor, 'kept', NOW))
      await age(before.db)
      await before.close()
      const after = await tablesAt(place)
      expect(await draftsOf(after.db, actor)).toEqual([draft])
      await askApproval(after.db, actor, { subject: 'a', text: 'b', desks: ['un'] }, NOW)
      expect(await approvalRequests(after.db, actor, NOW)).toMatchObject([{ subject: 'a', text: 'b' }])
      const { rows } = await sql<{ name: string }>`select relname as name from pg_class
        where relnamespace = 'people'::regnamespace and relkind = 'r' and relrowsecurity and relforcerowsecurity`.execute(
        after.db,
      )
      expect(rows.map(({ name }) => name).toSorted()).toEqual(TABLE_NAMES.toSorted())
      await after.close()
      await close()
    })

    it('of a version to come are left alone', async () => {
      const { place, close } = await emptyPlace(database)
      const before = await tablesAt(place)
      await sql`update people.prepared set version = ${VERSION + 1}`.execute(before.db)
      await before.close()
      const opened = await openTables(place)
      expect(opened).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('version') } })
      await close()
    })
  })
