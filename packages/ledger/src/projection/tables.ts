// The tables that are built from the record. They hold nothing of their own and can be thrown away at any time.
import { sql, type Kysely } from 'kysely'
import type { Entry } from '@trucekeeper/claims'

/**
 * Instants are milliseconds in `double precision`: a number in every driver (a `bigint` is a number in PGlite and a
 * string in pg) and exact far beyond any date.
 */
export interface EntriesTable {
  index: number
  id: string
  type: Entry['type']
  received_at: number
  recorded_by: string
  body: Entry['body']
}

export interface DocumentsTable {
  id: string
  doc: string
  sha256: string
  outlet: string | null
  published: string
  media_type: string
}

export interface ClaimsTable {
  index: number
  id: string
  doc: string
  speaker: string | null
  speaker_side: string
  via: string | null
  outlet: string | null
  kind: string
  modality: string
  negated: boolean
  date: string | null
  /** The widest stretch, in any time zone, that the date covers; of publication where there is no date. */
  earliest: number
  latest: number
  actor_blamed: string | null
  published: string
  received_at: number
  /** The withdrawal received first. */
  withdrawn_by: string | null
  /** The words in the form in which they are searched. */
  searched: string
}

export interface ClaimPlacesTable {
  claim_id: string
  position: number
  place: string
}

export interface ClaimFiguresTable {
  claim_id: string
  position: number
  what: string
  value: number | null
  low: number | null
  high: number | null
  unit: string
  qualifier: string | null
}

export interface ActsTable {
  index: number
  id: string
  power: string
  stage: string
  at: number
  sets: number | null
  length: string | null
  received_at: number
  withdrawn_by: string | null
}

export interface WithdrawalsTable {
  id: string
  withdraws: string
  by: string
  reason: string
  received_at: number
}

export interface ProjectionStateTable {
  /** Always 1: there is one row. */
  one: number
  /** The tables' own version: another one has to be rebuilt. */
  shape: number
  size: number
  root_hash: string
}

export interface Database {
  entries: EntriesTable
  documents: DocumentsTable
  claims: ClaimsTable
  claim_places: ClaimPlacesTable
  claim_figures: ClaimFiguresTable
  acts: ActsTable
  withdrawals: WithdrawalsTable
  projection_state: ProjectionStateTable
}

/** Raise it with every change to the tables or to what is put in them. */
export const SHAPE = 2

/** Those that entries become rows of. */
export const ROW_TABLES = [
  'entries',
  'documents',
  'claims',
  'claim_places',
  'claim_figures',
  'acts',
  'withdrawals',
] as const satisfies readonly (keyof Database)[]

export const TABLES = [...ROW_TABLES, 'projection_state'] as const

/** Only ids, numbers and code-list values are indexed: free text may be longer than an index takes. */
const DEFINITIONS = [
  `create table entries (
    "index" integer primary key, id text not null unique, type text not null,
    received_at double precision not null, recorded_by text not null, body jsonb not null)`,
  `create table documents (
    id text primary key, doc text not null, sha256 text not null, outlet text, published text not null,
    media_type text not null)`,
  `create table claims (
    "index" integer primary key, id text not null unique, doc text not null, speaker text, speaker_side text not null,
    via text, outlet text, kind text not null, modality text not null, negated boolean not null, date text,
    earliest double precision not null, latest double precision not null, actor_blamed text, published text not null,
    received_at double precision not null, withdrawn_by text, searched text not null)`,
  `create index claims_kind on claims (kind, "index")`,
  `create index claims_side on claims (speaker_side, "index")`,
  `create index claims_earliest on claims (earliest)`,
  `create table claim_places (
    claim_id text not null, position integer not null, place text not null, primary key (claim_id, position))`,
  `create table claim_figures (
    claim_id text not null, position integer not null, what text not null, value double precision,
    low double precision, high double precision, unit text not null, qualifier text, primary key (claim_id, position))`,
  `create table acts (
    "index" integer primary key, id text not null unique, power text not null, stage text not null,
    at double precision not null, sets double precision, length text, received_at double precision not null,
    withdrawn_by text)`,
  `create table withdrawals (
    id text primary key, withdraws text not null, "by" text not null, reason text not null,
    received_at double precision not null)`,
  `create index withdrawals_withdraws on withdrawals (withdraws)`,
  `create table projection_state (
    one integer primary key check (one = 1), shape integer not null, size integer not null, root_hash text not null)`,
]

/** Whether the tables are there. They come and go together, in one transaction. */
export async function haveTables(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('projection_state') is not null as there`.execute(
    db,
  )
  return rows[0]!.there
}

/** Makes the tables, of no entries. */
export async function createTables(db: Kysely<Database>): Promise<void> {
  for (const definition of DEFINITIONS) await sql.raw(definition).execute(db)
  await db.insertInto('projection_state').values({ one: 1, shape: SHAPE, size: 0, root_hash: '' }).execute()
}

export async function dropTables(db: Kysely<Database>): Promise<void> {
  for (const table of TABLES) await db.schema.dropTable(table).ifExists().execute()
}
