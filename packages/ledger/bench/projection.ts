// How fast the tables catch up on each database, and how long it keeps the process from anything else.
//
// node packages/ledger/bench/projection.ts [ENTRIES] [FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { startPostgres } from '../../../scripts/postgres.ts'
import { valueOf } from '../src/faults/results.ts'
import { catchUp, openPglite, openPostgres, rebuild, searchClaims, type OpenDatabase } from '../src/projection/index.ts'
import { claims } from '../src/projection/testing/entries.ts'
import { recordOf } from '../src/projection/testing/record.ts'

const count = Number(process.argv[2] ?? 20_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'projection-bench-'))
const BATCHES = [64, 256, 1_024, 4_096]
/** Small catch-ups, as after each round of appending. */
const ROUNDS = 50
const ROUND = 16

interface Measured {
  readonly milliseconds: number
  /** The longest that nothing else in this process could run. */
  readonly stall: number
}

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  const before = performance.now()
  await work()
  const milliseconds = performance.now() - before
  delays.disable()
  return { milliseconds, stall: delays.max / 1e6 }
}

const entries = claims(count)
const record = recordOf(entries)
const rate = (entries: number, { milliseconds }: Measured) => Math.round((entries / milliseconds) * 1_000)

function say(what: string, { milliseconds, stall }: Measured, speed = ''): void {
  const times = `${milliseconds.toFixed(0).padStart(8)} ms  stall ${stall.toFixed(0).padStart(5)} ms`
  console.log(`${what.padEnd(44)} ${times} ${speed.padStart(16)}`)
}

async function run(name: string, { db }: OpenDatabase): Promise<{ readonly best: number; readonly rounds: number }> {
  let best = 0
  for (const batch of BATCHES) {
    const caught = await measured(async () => valueOf(await rebuild(db, record, { batch })))
    best = Math.max(best, rate(count, caught))
    say(`${name}: rebuild, ${batch} a transaction`, caught, `${rate(count, caught)} entries/s`)
  }
  const growing = recordOf()
  valueOf(await rebuild(db, growing))
  const small = await measured(async () => {
    for (let round = 0; round < ROUNDS; round++) {
      growing.append(entries.slice(round * ROUND, (round + 1) * ROUND))
      valueOf(await catchUp(db, growing))
    }
  })
  say(`${name}: ${ROUNDS} catch-ups of ${ROUND}`, small, `${rate(ROUNDS * ROUND, small)} entries/s`)
  valueOf(await catchUp(db, record))
  say(`${name}: nothing new`, await measured(async () => valueOf(await catchUp(db, record))))
  say(`${name}: search by text, 50 of all`, await measured(() => searchClaims(db, { text: '99', limit: 50 })))
  const long = sql`select count(*) from generate_series(1, 5000000) as a where a % 7 = 3`
  const query = await measured(() => long.execute(db))
  say(`${name}: a long query`, query)
  console.log(
    `${name}: a long query stalls the process for ${(query.stall / query.milliseconds).toFixed(3)} of its time`,
  )
  return { best, rounds: rate(ROUNDS * ROUND, small) }
}

const pglite = valueOf(await openPglite(join(folder, 'tables')))
const here = await run('PGlite', pglite)
await pglite.close()
console.log()

const cluster = await startPostgres({ durable: true })
if (typeof cluster === 'string') console.log(`PostgreSQL: left out, ${cluster}`)
else {
  const opened = await openPostgres(`postgres://postgres@/postgres?host=${encodeURIComponent(cluster.socket)}`)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const there = await run('PostgreSQL', opened.value)
  await opened.value.close()
  await cluster.stop()
  console.log()
  console.log(`PostgreSQL rebuilds ${(there.best / here.best).toFixed(1)} times as fast as PGlite`)
  console.log(`and is ${(there.rounds / here.rounds).toFixed(1)} times as fast in small catch-ups`)
}
rmSync(folder, { recursive: true })
