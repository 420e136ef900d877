// The second wall: what the database itself refuses to a question that forgets to ask for one desk only.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asking, type Tx } from './database.ts'
import { APP_ROLE, TABLE_NAMES } from './schema.ts'
import { askApproval } from './store/approvals.ts'
import { writeDraft } from './store/drafts.ts'
import { invite } from './store/invitations.ts'
import { noteSealedRead } from './store/sealed-reads.ts'
import { tablesAt, testDatabases, type TestTables } from './testing/databases.ts'
import { NOW, someone, valueOf, type Someone } from './testing/people.ts'

const DESK_TABLES = ['drafts', 'invitations', 'sealed_reads', 'approval_requests'] as const

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`rows on ${database.name}`, () => {
    let tables: TestTables
    let one: Someone
    let other: Someone
    beforeAll(async () => {
      tables = await database.open()
      const { db } = tables
      one = await someone(db, { desk: 'party-a' })
      other = await someone(db, { desk: 'party-b' })
      for (const { actor } of [one, other]) {
        valueOf(await writeDraft(db, actor, '{}', NOW))
        valueOf(await invite(db, actor, { name: 'Sami', roles: ['reader'] }, NOW))
        valueOf(await noteSealedRead(db, actor, { field: 'a', purpose: 'b' }, NOW))
        await askApproval(db, actor, { subject: 'c', text: 'd', desks: ['un'] }, NOW)
      }
    })
    afterAll(() => tables?.close())

    const as = <T>(who: Someone, run: (tx: Tx) => Promise<T>) => asking(tables.db, who.actor, run)
    const count = async (tx: Tx, table: string) =>
      (await sql<{ n: number }>`select count(*)::integer as n from ${sql.raw(`people.${table}`)}`.execute(tx)).rows[0]!
        .n

    it.each(DESK_TABLES)(
      'of %s are those of the asking desk, without a word about desks in the question',
      async (t) => {
        const desks = await as(one, (tx) =>
          sql<{ desk_id: string }>`select distinct desk_id from ${sql.raw(`people.${t}`)}`.execute(tx),
        )
        expect(desks.rows).toEqual([{ desk_id: 'party-a' }])
        expect(await asking(tables.db, {}, (tx) => count(tx, t))).toBe(0)
      },
    )

    it('about persons are their own', async () => {
      for (const table of ['passkeys', 'sessions']) expect(await as(one, (tx) => count(tx, table))).toBe(1)
      for (const table of ['people', 'roles', 'organisations', 'members', 'passkeys', 'sessions'])
        expect(await asking(tables.db, {}, (tx) => count(tx, table)), table).toBe(0)
      const names = await as(one, (tx) => sql<{ id: string }>`select id from people.members`.execute(tx))
      expect(new Set(names.rows.map(({ id }) => id))).toEqual(new Set([one.actor.person]))
    })

    it('of another desk cannot be changed, deleted, or written in its name', async () => {
      const changed = await as(one, (tx) => sql`update people.drafts set body = 'x' returning id`.execute(tx))
      expect(changed.rows).toHaveLength(1)
      const deleted = as(one, (tx) => sql`delete from people.drafts where desk_id = 'party-b' returning id`.execute(tx))
      expect((await deleted).rows).toEqual([])
      const forged = as(one, (tx) =>
        sql`insert into people.drafts values ('f', 'party-b', 'x', '{}', 1, now(), now())`.execute(tx),
      )
      await expect(forged).rejects.toMatchObject({ code: '42501' })
      const moved = as(one, (tx) => sql`update people.drafts set desk_id = 'party-b'`.execute(tx))
      await expect(moved).rejects.toMatchObject({ code: '42501' })
    })

    it.each(['update people.sealed_reads set purpose = $$none$$', 'delete from people.sealed_reads'])(
      'of the log stay: `%s` is refused',
      async (statement) => {
        await expect(as(one, (tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: '42501' })
      },
    )

    it.each([
      'create table people.mine (a text)',
      'alter table people.drafts disable row level security',
      'drop policy rule_1 on people.drafts',
      'create or replace view people.members as select 1 as id',
      'truncate people.drafts',
    ])('are not got round with `%s`', async (statement) => {
      await expect(as(one, (tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: '42501' })
    })

    it('are guarded against the owner too, on every table, and the view asks as its reader', async () => {
      const { rows } = await sql<{ name: string; on: boolean; forced: boolean; owner: string }>`
        select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced, r.rolname as owner
        from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace = 'people'::regnamespace and c.relkind = 'r' and c.relname <> 'prepared'`.execute(
        tables.db,
      )
      expect(rows.map(({ name }) => name).toSorted()).toEqual(TABLE_NAMES.toSorted())
      for (const { on, forced, owner, name } of rows)
        expect([on, forced, owner === APP_ROLE], name).toEqual([true, true, false])
      const owned = await sql`select 1 from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname = ${APP_ROLE}`.execute(tables.db)
      expect(owned.rows).toEqual([])
      const view = await sql<{ options: string[] }>`
        select reloptions as options from pg_class where oid = 'people.members'::regclass`.execute(tables.db)
      expect(view.rows[0]!.options).toEqual(['security_invoker=true'])
      const kinds = await sql`select 1 from pg_class
        where relnamespace = 'people'::regnamespace and relkind = 'm'`.execute(tables.db)
      expect(kinds.rows).toEqual([])
      const role = await sql<{ any: boolean }>`select rolsuper or rolbypassrls or rolcanlogin as any
        from pg_roles where rolname = ${APP_ROLE}`.execute(tables.db)
      expect(role.rows[0]!.any).toBe(false)
    })

    it('leave nothing of an asker behind on the connection', async () => {
      await as(one, (tx) => count(tx, 'drafts'))
      const after = await sql<{ who: string; desk: string | null }>`
        select current_user as who, nullif(current_setting('truce.desk', true), '') as desk`.execute(tables.db)
      expect(after.rows[0]).toEqual({ who: 'postgres', desk: null })
      await expect(as(one, () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError)
      expect(await asking(tables.db, {}, (tx) => count(tx, 'drafts'))).toBe(0)
    })

    it('are not leaked by an asker who brings a schema of their own', async () => {
      const path = await as(one, (tx) => sql<{ search_path: string }>`show search_path`.execute(tx))
      expect(path.rows[0]!.search_path).toBe('')
    })

    it('of many askers at once stay apart', async () => {
      const asked = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? one : other))
      const desks = await Promise.all(
        asked.map((who) => as(who, (tx) => sql<{ desk_id: string }>`select desk_id from people.drafts`.execute(tx))),
      )
      expect(desks.map(({ rows }) => rows.map(({ desk_id }) => desk_id))).toEqual(
        asked.map(({ actor }) => [actor.desk]),
      )
    })

    it.skipIf(database.name === 'PGlite')('serve a user who owns nothing and may make nothing', async () => {
      const user = `app_${randomUUID().replaceAll('-', '')}`
      const admin = new Client({ connectionString: tables.address! })
      await admin.connect()
      await admin.query(`create role ${user} login; grant ${APP_ROLE} to ${user}`)
      const opened = await tablesAt({ url: tables.address!.replace('postgres@', `${user}@`) })
      try {
        const drafts = await asking(opened.db, one.actor, (tx) => count(tx, 'drafts'))
        expect(drafts).toBe(1)
        const bare = sql`select * from pg_stats where schemaname = 'people'`.execute(opened.db)
        expect((await bare).rows).toEqual([])
        const unasked = await sql<{ n: number }>`
          select count(*)::integer as n from people.drafts`.execute(opened.db)
        expect(unasked.rows[0]!.n).toBe(0)
      } finally {
        await opened.close()
        await admin.query(`drop role ${user}`)
        await admin.end()
      }
    })
  })
