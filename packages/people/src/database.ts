// Opening the tables beside a record or on a server, and asking them as somebody, never as their owner.
import { openPglite, memoryPglite, openPostgres } from '@trucekeeper/ledger/projection'
import { sql, type Kysely, type Transaction } from 'kysely'
import { APP_ROLE, STATEMENTS, UPGRADES, VERSION } from './schema.ts'

/** The tables are reached by plain SQL, the same words on both databases. */
export type Db = Kysely<unknown>
export type Tx = Transaction<unknown>

export interface OpenTables {
  readonly db: Db
  close(): Promise<void>
}

export type OpenedTables =
  | { readonly ok: true; readonly value: OpenTables }
  | { readonly ok: false; readonly refusal: { readonly message: string; readonly help: string } }

/** A folder for PGlite, an address for PostgreSQL, null for tables that live in memory. */
export type Place = { readonly folder: string } | { readonly url: string } | null

/** Opens the tables and makes them where there are none, for which the server's user must be allowed to. */
export async function openTables(place: Place): Promise<OpenedTables> {
  const opened = await openDatabase(place)
  if (!opened.ok) return opened
  const { close } = opened.value
  const db = opened.value.db as unknown as Db
  try {
    await prepare(db)
  } catch (error) {
    await close()
    if (!(error instanceof Error)) throw error
    return {
      ok: false,
      refusal: {
        message: `the tables of people cannot be made: ${error.message}`,
        help: 'open them once as a user who may create roles and schemas in this database',
      },
    }
  }
  return { ok: true, value: { db, close } }
}

async function openDatabase(place: Place) {
  if (place === null) return { ok: true, value: await memoryPglite() } as const
  return 'folder' in place ? openPglite(place.folder) : openPostgres(place.url)
}

/** One process makes the tables, others wait for it. */
async function prepare(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await sql<{ there: boolean }>`select to_regclass('people.prepared') is not null as there`.execute(tx)
    if (found.rows[0]!.there) return
    await sql`select pg_advisory_xact_lock(812016)`.execute(tx)
    const again = await sql<{ there: boolean }>`select to_regclass('people.prepared') is not null as there`.execute(tx)
    if (again.rows[0]!.there) return
    for (const statement of STATEMENTS) await sql.raw(statement).execute(tx)
  })
  const { rows } = await sql<{ version: number }>`select version from people.prepared`.execute(db)
  const found = rows[0]?.version
  if (found !== undefined && found < VERSION) return upgrade(db)
  if (found !== VERSION) throw new Error(`they are of version ${found}, not ${VERSION}`)
}

/** Brings tables that an older program made up to this one's, all or nothing; one process does, others wait. */
async function upgrade(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(812016)`.execute(tx)
    const { rows } = await sql<{ version: number }>`select version from people.prepared`.execute(tx)
    for (let version = rows[0]!.version; version < VERSION; version++)
      for (const statement of UPGRADES[version] ?? []) await sql.raw(statement).execute(tx)
    await sql`update people.prepared set version = ${VERSION}`.execute(tx)
  })
}

/** As whom the tables are asked. What is left out is nobody, and nobody sees no row. */
export interface Asking {
  readonly person?: string
  readonly organisation?: string
  readonly desk?: string
  /** What somebody holds in their hand: the hash of a session, an invitation or a challenge, or the id of a passkey. */
  readonly presented?: string
  /** Whoever has the machine's own command line. */
  readonly operator?: 'yes'
}

/** Runs in one transaction as somebody; nothing of it stays on the connection. */
export function asking<T>(db: Db, who: Asking, run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', ${APP_ROLE}, true), set_config('search_path', '', true)`.execute(tx)
    await askAs(tx, who)
    return run(tx)
  })
}

/** From here on in this transaction as somebody else. */
export async function askAs(tx: Tx, { person, organisation, desk, presented, operator }: Asking): Promise<void> {
  await sql`select set_config('truce.person', ${person ?? ''}, true),
    set_config('truce.organisation', ${organisation ?? ''}, true), set_config('truce.desk', ${desk ?? ''}, true),
    set_config('truce.presented', ${presented ?? ''}, true),
    set_config('truce.operator', ${operator ?? ''}, true)`.execute(tx)
}

/** Instants go in as text with an offset and come out as dates. */
export const stamp = (ms: number): string => new Date(ms).toISOString()
export const millis = (date: Date): number => date.getTime()

/** Whether the database refused a row because there is one with its name. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
