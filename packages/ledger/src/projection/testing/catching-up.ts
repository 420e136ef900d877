// A process that catches up with the same record as others do, and tells how much of it was its own work.
import { catchUp, openPostgres } from '../index.ts'
import { SOME, claims } from './entries.ts'
import { recordOf } from './record.ts'

const opened = await openPostgres(process.argv[2]!)
if (!opened.ok) throw new Error(opened.refusal.message)
const { db, close } = opened.value
const done = await catchUp(db, recordOf([...SOME, ...claims(400, 100)]), { batch: 8 })
if (!done.ok) throw new Error(done.refusal.message)
await close()
process.send!(done.value.added)
process.disconnect()
