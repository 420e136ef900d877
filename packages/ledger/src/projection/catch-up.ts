// Brings the tables up to the record, a batch at a time, or builds them anew.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Checkpoint } from '../head.ts'
import type { LedgerReader, LoggedEntry } from '../reader.ts'
import { given, refused, type Result } from '../refusal.ts'
import { refusedByDatabase } from './failures.ts'
import { rowsOf, rowsText, type Rows } from './rows.ts'
import { ROW_TABLES, SHAPE, createTables, dropTables, haveTables, type Database } from './tables.ts'

/** As much of a ledger as the tables are built from. */
export type ProjectedRecord = Pick<LedgerReader, 'size' | 'entries' | 'checkpoint' | 'checkpointAt'>

export interface CatchUpOptions {
  /** Entries in a transaction; multiples of 256 are where the record's root is near. */
  readonly batch?: number
}

/** How far the tables were brought. */
export interface CaughtUp extends Checkpoint {
  /** Entries added by this call. */
  readonly added: number
}

interface State extends Checkpoint {
  readonly shape: number
}

/** What one transaction adds, and where it leads. */
interface Batch {
  readonly rows: readonly (readonly [table: keyof Rows, json: string])[]
  /** Ids of what is withdrawn, as JSON. */
  readonly withdrawn: string | null
  readonly reached: Checkpoint
}

const BATCH = 1_024
/** What every process that writes these tables holds while it does: a number of our own, known to the database alone. */
const TURN = 7_382_109_516
const REBUILD = 'rebuild the projection: nothing is lost by it, since the record has everything'

/**
 * Adds what the tables do not have yet. Each batch is one transaction, in which the state is compared with the one
 * that the batch follows and replaced: wherever this ends, and whoever does the same meanwhile, the tables are those
 * of some prefix of the record. Refuses with `projection-outdated`, `-ahead` and `-differs` where they are not of this
 * record, and with `disk-full` or `storage-failed` where the database fails; call it again then, and it goes on.
 */
export async function catchUp(
  db: Kysely<Database>,
  record: ProjectedRecord,
  { batch = BATCH }: CatchUpOptions = {},
): Promise<Result<CaughtUp>> {
  try {
    const goal = record.size
    let state = await inTurn(db, prepared)
    let added = 0
    for (;;) {
      const refusal = await contradiction(state, record)
      if (refusal) return refusal
      if (state.size >= goal) return given({ ...(await record.checkpointAt(state.size)), added })
      const stretch = await addBatches(db, state, oneAhead(batches(record, state.size, goal, batch)))
      state = stretch.state
      added += stretch.added
    }
  } catch (error) {
    return refusedByDatabase(error, 'catching up with the record')
  }
}

/** Drops every table and builds them from the first entry on: the same record gives the same content. */
export async function rebuild(
  db: Kysely<Database>,
  record: ProjectedRecord,
  options?: CatchUpOptions,
): Promise<Result<CaughtUp>> {
  try {
    await inTurn(db, async (tx) => {
      await dropTables(tx)
      await createTables(tx)
    })
  } catch (error) {
    return refusedByDatabase(error, 'dropping the tables')
  }
  return catchUp(db, record, options)
}

/**
 * A transaction of the one that writes the tables now; others wait for it to end. What it commits may be lost with
 * the machine, all of it together: the state says so afterwards, and it is added again.
 */
function inTurn<T>(db: Kysely<Database>, work: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await sql`select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(${sql.lit(TURN)})`.execute(
        tx,
      )
      return work(tx)
    })
}

async function prepared(tx: Transaction<Database>): Promise<State> {
  if (!(await haveTables(tx))) await createTables(tx)
  return stateOf(tx)
}

async function stateOf(tx: Transaction<Database>): Promise<State> {
  return tx.selectFrom('projection_state').select(['shape', 'size', 'root_hash']).executeTakeFirstOrThrow()
}

async function contradiction({ shape, size, root_hash }: State, record: ProjectedRecord) {
  if (shape !== SHAPE)
    return refused(
      'projection-outdated',
      `the tables have shape ${shape}, and this version reads shape ${SHAPE}`,
      REBUILD,
    )
  if (size > record.size)
    return refused(
      'projection-ahead',
      `the tables hold ${size} entries and the record has ${record.size}`,
      `read the record again, which may have grown; if it has not, ${REBUILD}`,
    )
  if (size === 0 || (await record.checkpointAt(size)).root_hash === root_hash) return null
  return refused('projection-differs', `the tables were built from other first ${size} entries`, REBUILD)
}

async function* batches(record: ProjectedRecord, from: number, goal: number, most: number): AsyncGenerator<Batch> {
  for (let at = from; at < goal;) {
    // Ends lie at multiples, wherever the first begins.
    const to = Math.min(goal, (Math.floor(at / most) + 1) * most)
    const logged: LoggedEntry[] = []
    for await (const entry of record.entries(at, to)) logged.push(entry)
    const rows = rowsOf(logged)
    const withdrawn = new Set(rows.withdrawals.map(({ withdraws }) => withdraws))
    yield {
      rows: ROW_TABLES.flatMap((table) => (rows[table].length > 0 ? [[table, rowsText(rows[table])] as const] : [])),
      withdrawn: withdrawn.size > 0 ? JSON.stringify([...withdrawn]) : null,
      reached: await record.checkpointAt(to),
    }
    at = to
  }
}

/** Reads the next while the one before is being written. */
async function* oneAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let coming = items.next()
  for (;;) {
    const { done, value } = await coming
    if (done) return
    coming = items.next()
    coming.catch(() => undefined)
    yield value
  }
}

/** Adds batches up to the last, or until somebody else has added some. */
async function addBatches(db: Kysely<Database>, from: State, coming: AsyncIterable<Batch>) {
  let state = from
  for await (const batch of coming) {
    const before = state
    const other = await inTurn(db, (tx) => addBatch(tx, before, batch))
    if (other) return { state: other, added: before.size - from.size }
    state = { ...before, ...batch.reached }
  }
  return { state, added: state.size - from.size }
}

/** Null where it was added; where `from` is no longer the state, what is instead. */
async function addBatch(tx: Transaction<Database>, from: State, batch: Batch): Promise<State | null> {
  const { shape, size, root_hash } = from
  const { rows, withdrawn, reached } = batch
  const swapped = await tx
    .updateTable('projection_state')
    .set(reached)
    .where((where) => where.and({ shape, size, root_hash }))
    .executeTakeFirst()
  if (swapped.numUpdatedRows !== 1n) return stateOf(tx)
  for (const [table, json] of rows) {
    const into = sql.table(table)
    await sql`insert into ${into} select * from json_populate_recordset(null::${into}, ${json}::json)`.execute(tx)
  }
  if (withdrawn !== null) for (const table of ['claims', 'acts']) await markWithdrawn(tx, table, withdrawn)
  return null
}

/** With the withdrawal received first; of two received at once, as everywhere, the lower id. */
async function markWithdrawn(tx: Transaction<Database>, table: string, ids: string): Promise<void> {
  await sql`update ${sql.table(table)} as taken set withdrawn_by = (
      select id from withdrawals where withdraws = taken.id order by received_at, id collate "C" limit 1)
    where id in (select json_array_elements_text(${ids}::json))`.execute(tx)
}
