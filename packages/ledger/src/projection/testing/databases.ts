// The databases that the tests of the tables run on: PGlite, and PostgreSQL where it can be had.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { PostgresForTests } from '../../../../../scripts/postgres.ts'
import { memoryPglite, openPostgres, type Database, type OpenDatabase } from '../index.ts'
import { threadDialect } from '../pglite/dialect.ts'
import { startThread } from '../pglite/thread.ts'

export interface TestDatabase {
  /** What the tests are named by; it says why where they are skipped. */
  readonly name: string
  readonly skipped: boolean
  /** A new, empty database, removed when it is closed. */
  open(): Promise<OpenDatabase>
  /** The same on a disk, where what was finished outlives a cut. */
  openInterruptible(): Promise<Interruptible>
}

export interface Interruptible extends OpenDatabase {
  /** Cuts every connection as a failing machine would; what `db` is afterwards reaches the same database. */
  interrupt(): Promise<void>
  /** What another process can open it by. */
  readonly address?: string
}

/** Both. Where PostgreSQL is missing its tests are skipped and say why; where the tests are the gate, this throws. */
export async function testDatabases(): Promise<readonly TestDatabase[]> {
  const pglite = { name: 'PGlite', skipped: false, open: memoryPglite, openInterruptible: pgliteInFolder }
  const postgres = await postgresForRun()
  if ('missing' in postgres)
    return [pglite, { ...pglite, name: `PostgreSQL (skipped: ${postgres.missing})`, skipped: true }]
  const open = () => postgresDatabase(postgres.socket)
  return [pglite, { name: 'PostgreSQL', skipped: false, open, openInterruptible: open }]
}

/** The folder of the server's socket; null where there is no server. */
export async function postgresSocket(): Promise<string | null> {
  const postgres = await postgresForRun()
  return 'socket' in postgres ? postgres.socket : null
}

async function postgresForRun(): Promise<PostgresForTests> {
  const answer = await fetch(inject('postgres'))
  const postgres = (await answer.json()) as PostgresForTests
  if ('missing' in postgres && postgres.required) throw new Error(`PostgreSQL cannot be had: ${postgres.missing}.`)
  return postgres
}

async function pgliteInFolder(): Promise<Interruptible> {
  const folder = mkdtempSync(join(tmpdir(), 'pglite-'))
  const dir = join(folder, 'tables')
  const start = async () => {
    const thread = await startThread(dir)
    return { thread, db: new Kysely<Database>({ dialect: threadDialect(thread) }) }
  }
  let { thread, db } = await start()
  return {
    get db() {
      return db
    },
    async interrupt() {
      await thread.kill()
      ;({ thread, db } = await start())
    },
    async close() {
      await thread.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function postgresDatabase(socket: string): Promise<Interruptible> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(socket, `create database ${name}`)
  const address = addressOf(socket, name)
  const opened = await openPostgres(address)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { db, close } = opened.value
  return {
    db,
    address,
    interrupt: () =>
      asAdmin(socket, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`),
    async close() {
      await close()
      await asAdmin(socket, `drop database ${name} with (force)`)
    },
  }
}

export function addressOf(socket: string, database: string): string {
  return `postgres://postgres@/${database}?host=${encodeURIComponent(socket)}`
}

export async function asAdmin(socket: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: addressOf(socket, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Removes every table, so that the next test begins with nothing. */
export async function emptied(db: Kysely<Database>): Promise<void> {
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
}
