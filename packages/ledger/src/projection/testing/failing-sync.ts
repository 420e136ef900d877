// Writes to a database in a folder while its disk fails to sync, and says what was acknowledged; run with `sync-fault.ts`.
import { rmSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { valueOf } from '../../faults/results.ts'
import { openPglite } from '../index.ts'

const dir = process.argv[2]!
const fault = process.env.SYNC_FAULT!
const { db, close } = valueOf(await openPglite(dir))

const say = (line: string) => process.stdout.write(`${line}\n`)

async function write(number: number): Promise<void> {
  try {
    await sql`insert into numbers values (${number})`.execute(db)
    say(`committed ${number}`)
  } catch (error) {
    say(`refused ${number}: ${error instanceof Error ? error.constructor.name : error}`)
  }
}

await sql`create table numbers (number integer)`.execute(db)
await write(1)
writeFileSync(fault, '')
say('the disk fails now')
await write(2)
rmSync(fault)
await write(3)
await close()
say('the disk works again')
const again = valueOf(await openPglite(dir))
const { rows } = await sql<{ number: number }>`select number from numbers`.execute(again.db)
const kept = new Set(rows.map(({ number }) => number))
// What was refused when the disk failed may have reached it all the same: nothing was said of it.
say(`kept 1: ${kept.has(1)}, kept 3: ${kept.has(3)}`)
await again.close()
