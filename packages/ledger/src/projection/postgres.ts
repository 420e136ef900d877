// A database on a PostgreSQL server, reached through a pool of connections.
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { OpenDatabase } from './pglite/index.ts'
import type { Database } from './tables.ts'

export type PostgresRefusalCode = 'database-unreachable' | 'database-too-old' | 'database-not-utf8'

export interface PostgresRefusal {
  readonly code: PostgresRefusalCode
  /** One lower-case sentence; what the user gave stands in backticks, without its password. */
  readonly message: string
  readonly help: string
}

export type OpenedPostgres =
  | { readonly ok: true; readonly value: OpenDatabase }
  | { readonly ok: false; readonly refusal: PostgresRefusal }

export interface PostgresOptions {
  /** The most connections at a time; 8 unless told. */
  readonly connections?: number
}

const OLDEST = 15
const CONNECT_MS = 10_000
/** A process that stands still in the middle of a transaction keeps others from writing no longer than this. */
const IDLE_MS = 60_000

/** Opens `postgres://user@host:5432/name`, or `postgres://user@/name?host=FOLDER` for the socket in a folder. */
export async function openPostgres(url: string, { connections = 8 }: PostgresOptions = {}): Promise<OpenedPostgres> {
  const name = nameIn(url)
  if (name === null)
    return refused(
      'database-unreachable',
      'the address of the database is none of PostgreSQL',
      'write it as `postgres://user@host/name`',
    )
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_MS,
    keepAlive: true,
    application_name: 'trucekeeper',
  })
  // A connection that is lost says so by an event too, which would end the process; its queries fail all the same.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  try {
    const { rows } = await sql<Server>`
      select current_setting('server_version_num')::integer as version,
        current_setting('server_encoding') as encoding`.execute(db)
    const refusal = unfit(name, rows[0]!)
    if (!refusal) return { ok: true, value: { db, close: () => db.destroy() } }
    await db.destroy()
    return refusal
  } catch (error) {
    await db.destroy()
    return refused(
      'database-unreachable',
      `the database \`${name}\` cannot be reached: ${reasonIn(error)}`,
      'start the server, or see to the address, the user and the password',
    )
  }
}

export interface Server {
  /** As in `server_version_num`: 150018 for 15.18. */
  readonly version: number
  readonly encoding: string
}

/** Why a server cannot hold the tables; null for one that can. */
export function unfit(name: string, { version, encoding }: Server) {
  const major = Math.floor(version / 10_000)
  if (major < OLDEST)
    return refused(
      'database-too-old',
      `the database \`${name}\` is on PostgreSQL ${major}`,
      `use PostgreSQL ${OLDEST} or newer`,
    )
  if (encoding !== 'UTF8')
    return refused(
      'database-not-utf8',
      `the database \`${name}\` keeps text as ${encoding}, which does not hold every letter`,
      "make one that does: `create database … encoding 'UTF8' template template0`",
    )
  return null
}

function refused(code: PostgresRefusalCode, message: string, help: string) {
  return { ok: false, refusal: { code, message, help } } as const
}

/** Host, port and database of an address, without user and password; null for what is no address. */
function nameIn(url: string): string | null {
  const [, host, path = '', query] = /^postgres(?:ql)?:\/\/(?:[^/?]*@)?([^/?]*)(\/[^?]*)?(?:\?(.*))?$/s.exec(url) ?? []
  return host === undefined ? null : `${host || (new URLSearchParams(query).get('host') ?? '')}${path}`
}

/** An error with several causes, one for each address of a host, has a code and no message. */
function reasonIn(error: unknown): string {
  if (!(error instanceof Error)) throw error
  return error.message || ('code' in error ? String(error.code) : error.name)
}
