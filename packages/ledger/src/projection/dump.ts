// All that the tables hold as text, the same from every database: to compare them, or what was rebuilt with what was.
import { canonicalText } from '@trucekeeper/claims'
import { sql, type Kysely } from 'kysely'
import { TABLES, type Database } from './tables.ts'

const KEYS: { readonly [T in (typeof TABLES)[number]]: string } = {
  entries: '"index"',
  documents: 'id collate "C"',
  claims: '"index"',
  claim_places: 'claim_id collate "C", position',
  claim_figures: 'claim_id collate "C", position',
  acts: '"index"',
  withdrawals: 'id collate "C"',
  projection_state: 'one',
}

/** Every row of every table by its key, each as a line `["table",{…}]` of canonical JSON. */
export async function* dumpTables(db: Kysely<Database>): AsyncGenerator<string> {
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().orderBy(sql.raw(KEYS[table])).execute()
    for (const row of rows) yield `${canonicalText([table, row])}\n`
  }
}
