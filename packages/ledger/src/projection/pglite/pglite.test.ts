// A database in a folder: whose it is, what it survives, and that nobody waits while it works.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from '../../faults/results.ts'
import { catchUp, dumpTables, memoryPglite, openPglite, type OpenDatabase } from '../index.ts'
import { SOME } from '../testing/entries.ts'
import { recordOf } from '../testing/record.ts'
import { startThread } from './thread.ts'

const LONG = 'select count(*) from generate_series(1, 3000000) as a where a % 7 = 3'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pglite-'))
  await valueOf(await openPglite(join(folder, 'tables'))).close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a database in a folder', () => {
  it('keeps what it was given, and lets in one at a time', async () => {
    const dir = join(folder, 'tables')
    const record = recordOf(SOME)
    const first = valueOf(await openPglite(dir))
    expect(refusalOf(await openPglite(dir)).code).toBe('locked')
    valueOf(await catchUp(first.db, record))
    const before = await Array.fromAsync(dumpTables(first.db))
    await first.close()
    expect(existsSync(`${dir}.lock`)).toBe(false)
    const second = valueOf(await openPglite(dir))
    expect(valueOf(await catchUp(second.db, record)).added).toBe(0)
    expect(await Array.fromAsync(dumpTables(second.db))).toEqual(before)
    const settings = sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in ('fsync', 'wal_sync_method') order by name`
    // PGlite's own defaults are off and a stub: a power cut would then leave a folder that cannot be opened.
    expect((await settings.execute(second.db)).rows.map(({ setting }) => setting)).toEqual(['on', 'fsync'])
    await second.close()
  })

  it('is made anew where its making was cut off', async () => {
    const dir = join(folder, 'begun')
    mkdirSync(join(`${dir}.new`, 'base'), { recursive: true })
    const { db, close } = valueOf(await openPglite(dir))
    expect(valueOf(await catchUp(db, recordOf(SOME))).added).toBe(SOME.length)
    await close()
    expect(existsSync(`${dir}.new`)).toBe(false)
  })

  it('is refused, and leaves no lock, where it cannot be made', async () => {
    expect(refusalOf(await openPglite(join(folder, 'nowhere', 'tables'))).code).toBe('storage-failed')
    mkdirSync(join(folder, 'occupied', 'by-others'), { recursive: true })
    expect(refusalOf(await openPglite(join(folder, 'occupied'))).code).toBe('storage-failed')
    expect(existsSync(join(folder, 'occupied.lock'))).toBe(false)
  })

  it('is refused where its files are not as they were', async () => {
    const dir = join(folder, 'damaged')
    cpSync(join(folder, 'tables'), dir, { recursive: true })
    writeFileSync(join(dir, 'global', 'pg_control'), 'nothing of the kind')
    expect(refusalOf(await openPglite(dir)).code).toBe('damaged')
    expect(existsSync(`${dir}.lock`)).toBe(false)
  })

  it('acknowledges nothing once the disk has failed to sync', () => {
    const script = fileURLToPath(new URL('../testing/failing-sync.ts', import.meta.url))
    const fault = fileURLToPath(new URL('../testing/sync-fault.ts', import.meta.url))
    const dir = join(folder, 'failing')
    cpSync(join(folder, 'tables'), dir, { recursive: true })
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', fault, script, dir], {
      encoding: 'utf8',
      timeout: 110_000,
      env: { ...process.env, SYNC_FAULT: join(folder, 'fault') },
    })
    expect(stdout.trim().split('\n'), stderr).toEqual([
      'committed 1',
      'the disk fails now',
      'refused 2: ThreadEnded',
      'refused 3: ThreadEnded',
      'the disk works again',
      'kept 1: true, kept 3: false',
    ])
  }, 120_000)
})

describe('a database in its thread', () => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await memoryPglite()
  })
  afterAll(() => opened.close())

  it('keeps nobody else waiting while it works', async () => {
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()
    const before = performance.now()
    await sql.raw(LONG).execute(opened.db)
    const working = performance.now() - before
    delays.disable()
    // In this thread, it would be all of the time.
    expect(delays.max / 1e6 / working).toBeLessThan(0.5)
  })

  it('answers what was asked before it was closed, and refuses what is asked after', async () => {
    const thread = await startThread(null)
    const [long, short] = [thread.ask(LONG, []), thread.ask('select 1 as one', [])]
    const closed = thread.close()
    const late = thread.ask('select 2 as two', [])
    await expect(late).rejects.toThrow('the database was closed')
    expect((await long).rows).toHaveLength(1)
    expect((await short).rows).toEqual([{ one: 1 }])
    await closed
  })

  it('refuses to commit a transaction in which a statement was refused', async () => {
    const { db } = opened
    await sql`create table numbers (number integer)`.execute(db)
    const half = db.transaction().execute(async (tx) => {
      await sql`insert into numbers values (1)`.execute(tx)
      await sql`insert into numbers values ('one')`.execute(tx).catch(() => undefined)
    })
    await expect(half).rejects.toMatchObject({ code: '25P02' })
    expect((await sql`select * from numbers`.execute(db)).rows).toEqual([])
  })

  it('takes one caller at a time, so that no query lands in the transaction of another', async () => {
    const { db } = opened
    await sql`create table letters (letter text)`.execute(db)
    const failing = db.transaction().execute(async (tx) => {
      await sql`insert into letters values ('a')`.execute(tx)
      throw new RangeError('Changed my mind.')
    })
    const meanwhile = sql`insert into letters values ('b')`.execute(db)
    await expect(failing).rejects.toThrow(RangeError)
    await meanwhile
    expect((await sql`select letter from letters`.execute(db)).rows).toEqual([{ letter: 'b' }])
  })
})
