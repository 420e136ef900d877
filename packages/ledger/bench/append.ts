// How fast the ledger writes, opens and fills its tables, as figures and as ratios between them.
//
// node packages/ledger/bench/append.ts [ENTRIES] [FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestLedger } from '../src/faults/test-keys.ts'
import { fsck } from '../src/index.ts'
import { catchUp, openPglite, rebuild, searchClaims } from '../src/projection/index.ts'
import { claimEntry } from '../src/faults/sample-entries.ts'
import { valueOf } from '../src/faults/results.ts'

const count = Number(process.argv[2] ?? 20_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'ledger-bench-'))
const SINGLES = 500
const BATCH = 500
const CALLERS = 64

async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
  const before = performance.now()
  const result = await work()
  return [performance.now() - before, result]
}

function say(what: string, milliseconds: number, entries?: number): void {
  const rate = entries === undefined ? '' : `${Math.round((entries / milliseconds) * 1000)} entries/s`
  console.log(`${what.padEnd(34)} ${milliseconds.toFixed(0).padStart(8)} ms ${rate.padStart(18)}`)
}

const entries = Array.from({ length: count }, (_, at) => claimEntry(at))
const dir = join(folder, 'ledger')
const ledger = valueOf(await openTestLedger(dir))

const [singly] = await timed(async () => {
  for (const entry of entries.slice(0, SINGLES)) valueOf(await ledger.append([entry]))
})
say(`append, one at a time (${SINGLES})`, singly, SINGLES)
const TOGETHER = SINGLES * 9
const [together] = await timed(async () => {
  const next = entries.slice(SINGLES, SINGLES + TOGETHER).values()
  const caller = async () => {
    for (const entry of next) valueOf(await ledger.append([entry]))
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
})
say(`append, ${CALLERS} callers, one each`, together, TOGETHER)
const [batched] = await timed(async () => {
  for (let at = SINGLES + TOGETHER; at < count; at += BATCH) valueOf(await ledger.append(entries.slice(at, at + BATCH)))
})
say(`append, ${BATCH} at a time`, batched, count - SINGLES - TOGETHER)
await ledger.close()

const [opening, again] = await timed(async () => valueOf(await openTestLedger(dir)))
say('open', opening, count)
say('fsck', (await timed(() => fsck(dir)))[0], count)

const tables = join(folder, 'tables')
const [firstOpen, first] = await timed(async () => valueOf(await openPglite(tables)))
say('first open of the tables', firstOpen)
await first.close()
const [laterOpen, later] = await timed(async () => valueOf(await openPglite(tables)))
say('later open of the tables', laterOpen)
const [catching] = await timed(async () => valueOf(await catchUp(later.db, again)))
say('catch up', catching, count)
say('catch up with nothing new', (await timed(async () => valueOf(await catchUp(later.db, again))))[0])
say('rebuild', (await timed(async () => valueOf(await rebuild(later.db, again))))[0], count)
say('search by text, 50 of all', (await timed(() => searchClaims(later.db, { text: '99', limit: 50 })))[0])
await later.close()
await again.close()

const each = (milliseconds: number, entries: number) => milliseconds / entries
console.log()
console.log(
  `a batch is ${(each(singly, SINGLES) / each(batched, count - SINGLES - TOGETHER)).toFixed(1)} times as fast as single appends`,
)
console.log(
  `${CALLERS} callers get ${(each(singly, SINGLES) / each(together, TOGETHER)).toFixed(1)} times as much done as one`,
)
const writing = each(batched, count - SINGLES - TOGETHER)
console.log(`opening takes ${(each(opening, count) / writing).toFixed(2)} of the time of writing in batches`)
console.log(
  `filling the tables takes ${(each(catching, count) / writing).toFixed(2)} of the time of writing in batches`,
)
rmSync(folder, { recursive: true })
