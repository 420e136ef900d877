// A database on a server: what is refused, and what happens when several processes use it.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../faults/results.ts'
import { catchUp, dumpTables, entryCounts, openPostgres, type OpenedPostgres } from './index.ts'
import { unfit } from './postgres.ts'
import { addressOf, asAdmin, postgresSocket, testDatabases } from './testing/databases.ts'
import { SOME, claims } from './testing/entries.ts'
import { recordOf } from './testing/record.ts'

const [, postgres] = await testDatabases()
const socket = await postgresSocket()

function refusalIn(opened: OpenedPostgres) {
  if (opened.ok) throw new Error('Opened what was to be refused.')
  return opened.refusal
}

describe('a server', () => {
  it('that does not answer is refused, and its password is not told', async () => {
    const { code, message } = refusalIn(await openPostgres('postgres://me:secret@127.0.0.1:1/truce?password=hidden'))
    expect(code).toBe('database-unreachable')
    expect(message).toContain('`127.0.0.1:1/truce`')
    expect(message).not.toMatch(/secret|hidden|me:/)
  })

  it.each(['mysql://host/name', 'truce', ''])('has an address: not `%s`', async (url) => {
    const { code, help } = refusalIn(await openPostgres(url))
    expect(code).toBe('database-unreachable')
    expect(help).toContain('postgres://')
  })

  it('is refused where it is older than 15 or keeps other text than UTF-8', () => {
    expect(unfit('truce', { version: 150_000, encoding: 'UTF8' })).toBeNull()
    expect(unfit('truce', { version: 180_006, encoding: 'UTF8' })).toBeNull()
    expect(unfit('truce', { version: 140_019, encoding: 'UTF8' })?.refusal).toMatchObject({
      code: 'database-too-old',
      message: 'the database `truce` is on PostgreSQL 14',
    })
    expect(unfit('truce', { version: 150_000, encoding: 'LATIN1' })?.refusal.code).toBe('database-not-utf8')
  })
})

describe.skipIf(socket === null)(`on ${postgres!.name}`, () => {
  it('refuses a database that is not there, and one that is not in UTF-8', async () => {
    expect(refusalIn(await openPostgres(addressOf(socket!, 'no_such'))).message).toContain('does not exist')
    await asAdmin(
      socket!,
      "create database plain_bytes encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0",
    )
    expect(refusalIn(await openPostgres(addressOf(socket!, 'plain_bytes'))).code).toBe('database-not-utf8')
    await asAdmin(socket!, 'drop database plain_bytes')
  })

  it('goes on with other connections after it ended those there were', async () => {
    const { db, interrupt, close } = await postgres!.openInterruptible()
    await Promise.all(Array.from({ length: 4 }, () => sql`select pg_sleep(0.05)`.execute(db)))
    await interrupt()
    // The connections that were ended are found out one by one, as they are asked something or by the news of their end.
    await expect.poll(() => sql`select 1 as one`.execute(db).then(({ rows }) => rows)).toEqual([{ one: 1 }])
    expect(valueOf(await catchUp(db, recordOf(SOME))).added).toBe(SOME.length)
    await close()
  })

  it('is brought up by several processes at once, each entry once', async () => {
    const { db, address, close } = await postgres!.openInterruptible()
    const script = fileURLToPath(new URL('testing/catching-up.ts', import.meta.url))
    const added = await Promise.all(
      Array.from({ length: 3 }, () => {
        const child = fork(script, [address!])
        return new Promise<number>((resolve, fail) =>
          child.once('message', (sum) => resolve(Number(sum))).once('error', fail),
        )
      }),
    )
    const record = recordOf([...SOME, ...claims(400, 100)])
    expect(added.reduce((sum, some) => sum + some, 0)).toBe(record.size)
    expect(await entryCounts(db)).toMatchObject({ claim: 410 })
    const together = await Array.fromAsync(dumpTables(db))
    const alone = await postgres!.open()
    valueOf(await catchUp(alone.db, record))
    expect(await Array.fromAsync(dumpTables(alone.db))).toEqual(together)
    await Promise.all([close(), alone.close()])
  })
})
