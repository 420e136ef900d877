// Brings the tables up to the record, a batch at a time, or builds them anew.
import type { Kysely, Transaction } from 'kysely'
import type { Checkpoint } from '../head.ts'
import type { LedgerReader, LoggedEntry } from '../reader.ts'
import { given, refused, type Result } from '../refusal.ts'
import { rowsOf } from './rows.ts'
import { SHAPE, createTables, dropTables, type Database } from './tables.ts'

const BATCH = 1_000
/** PostgreSQL takes at most 65,535 parameters in a statement; the widest table has 18 columns. */
const ROWS_A_STATEMENT = 1_000

/** How far the tables were brought. */
export interface CaughtUp extends Checkpoint {
  /** Entries added now. */
  readonly added: number
}

const REBUILD = 'rebuild the projection: nothing is lost by it, since the record has everything'

/**
 * Adds what the tables do not have yet. Each batch is one transaction with the state it leads to, so that wherever
 * this ends the tables are those of some prefix of the record. One at a time for a database.
 */
export async function catchUp(db: Kysely<Database>, ledger: LedgerReader): Promise<Result<CaughtUp>> {
  await createTables(db)
  const goal = ledger.checkpoint()
  const from = await stateOf(db)
  const refusal = await contradiction(from, ledger)
  if (refusal) return refusal
  for (let at = from.size; at < goal.size; at += BATCH) {
    const batch: LoggedEntry[] = []
    for await (const logged of ledger.entries(at, Math.min(at + BATCH, goal.size))) batch.push(logged)
    const reached = await ledger.checkpointAt(at + batch.length)
    await db.transaction().execute((tx) => addBatch(tx, batch, reached))
  }
  return given({ ...goal, added: goal.size - from.size })
}

/** Drops every table and builds them from the first entry on: the same record gives the same content. */
export async function rebuild(db: Kysely<Database>, ledger: LedgerReader): Promise<Result<CaughtUp>> {
  await dropTables(db)
  return catchUp(db, ledger)
}

async function stateOf(db: Kysely<Database>): Promise<Checkpoint & { readonly shape: number }> {
  const state = await db.selectFrom('projection_state').selectAll().executeTakeFirst()
  return state ?? { shape: SHAPE, size: 0, root_hash: '' }
}

async function contradiction({ shape, size, root_hash }: Awaited<ReturnType<typeof stateOf>>, ledger: LedgerReader) {
  if (shape !== SHAPE)
    return refused(
      'projection-outdated',
      `the tables have shape ${shape}, and this version reads shape ${SHAPE}`,
      REBUILD,
    )
  if (size > ledger.size)
    return refused('projection-ahead', `the tables hold ${size} entries and the record has ${ledger.size}`, REBUILD)
  if (size === 0 || (await ledger.checkpointAt(size)).root_hash === root_hash) return null
  return refused('projection-differs', `the tables were built from other first ${size} entries`, REBUILD)
}

async function addBatch(tx: Transaction<Database>, batch: readonly LoggedEntry[], reached: Checkpoint): Promise<void> {
  const rows = rowsOf(batch)
  for (const some of chunks(rows.entries)) await tx.insertInto('entries').values(some).execute()
  for (const some of chunks(rows.documents)) await tx.insertInto('documents').values(some).execute()
  for (const some of chunks(rows.claims)) await tx.insertInto('claims').values(some).execute()
  for (const some of chunks(rows.claim_places)) await tx.insertInto('claim_places').values(some).execute()
  for (const some of chunks(rows.claim_figures)) await tx.insertInto('claim_figures').values(some).execute()
  for (const some of chunks(rows.acts)) await tx.insertInto('acts').values(some).execute()
  for (const some of chunks(rows.withdrawals)) await tx.insertInto('withdrawals').values(some).execute()
  for (const target of new Set(rows.withdrawals.map(({ withdraws }) => withdraws))) await withdraw(tx, target)
  const state = { ...reached, shape: SHAPE }
  await tx
    .insertInto('projection_state')
    .values({ one: 1, ...state })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(state))
    .execute()
}

/** Marks what is withdrawn with the withdrawal received first; of two received at once, as everywhere, the lower id. */
async function withdraw(tx: Transaction<Database>, target: string): Promise<void> {
  const withdrawals = await tx.selectFrom('withdrawals').selectAll().where('withdraws', '=', target).execute()
  const [first] = withdrawals.toSorted((a, b) => a.received_at - b.received_at || (a.id < b.id ? -1 : 1))
  const withdrawn_by = first!.id
  await tx.updateTable('claims').set({ withdrawn_by }).where('id', '=', target).execute()
  await tx.updateTable('acts').set({ withdrawn_by }).where('id', '=', target).execute()
}

function chunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_A_STATEMENT)
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_A_STATEMENT, (at + 1) * ROWS_A_STATEMENT))
}
