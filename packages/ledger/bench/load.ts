// A desk under load: signed entries coming in at a set rate, the tables following, and readers who verify what they get.
//
// node packages/ledger/bench/load.ts [pglite|postgres] [SECONDS] [ENTRIES_A_SECOND] [FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { verifyReceipt } from '@trucekeeper/merkle'
import { startPostgres } from '../../../scripts/postgres.ts'
import { randomFrom, upTo } from '../src/faults/random.ts'
import { valueOf } from '../src/faults/results.ts'
import { claimEntry } from '../src/faults/sample-entries.ts'
import { openTestLedger } from '../src/faults/test-keys.ts'
import { fsck, receiptOf } from '../src/index.ts'
import { catchUp, openPglite, openPostgres } from '../src/projection/index.ts'
import { nodeVerify, sha256 } from '../src/sha256.ts'

const [database = 'pglite', seconds = '30', rate = '500', where = tmpdir()] = process.argv.slice(2)
const folder = mkdtempSync(join(where, 'load-'))
const cluster = database === 'postgres' ? await startPostgres() : null
if (typeof cluster === 'string') throw new Error(cluster)
const opened = cluster
  ? await openPostgres(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(cluster.socket)}`)
  : await openPglite(join(folder, 'tables'))
if (!opened.ok) throw new Error(opened.refusal.message)
const tables = opened.value
const ledger = valueOf(await openTestLedger(join(folder, 'ledger')))
const until = performance.now() + Number(seconds) * 1000
const running = () => performance.now() < until

const accepted: number[] = []
let refusals = 0
let offered = 0

/** Entries come in when they come in, whether or not those before them have been answered. */
async function desk(): Promise<void> {
  const began = performance.now()
  const answers: Promise<void>[] = []
  while (running()) {
    const due = Math.floor(((performance.now() - began) / 1000) * Number(rate))
    for (; offered < due; offered++) answers.push(one(offered))
    await pause(1)
  }
  await Promise.all(answers)
}

async function one(number: number): Promise<void> {
  const entry = claimEntry(number)
  const from = performance.now()
  const answer = await ledger.append([entry])
  if (answer.ok) accepted.push(performance.now() - from)
  else refusals++
}

/** The most entries that the tables were behind. */
let behind = 0
let held = 0

async function follow(): Promise<void> {
  while (running()) {
    behind = Math.max(behind, ledger.size - held)
    held = valueOf(await catchUp(tables.db, ledger)).size
    await pause(50)
  }
}

const proofs: number[] = []
let wrong = 0

async function reader(seed: number): Promise<void> {
  const random = randomFrom(seed)
  const trust = { logKey: ledger.verifierKey, hash: sha256, verify: nodeVerify }
  while (running()) {
    await pause(20)
    const { head } = ledger
    if (head.size === 0) continue
    const from = performance.now()
    const receipt = await receiptOf(ledger, upTo(random, head.size), head)
    proofs.push(performance.now() - from)
    if (!verifyReceipt(receipt, trust).ok) wrong++
  }
}

await Promise.all([desk(), follow(), ...[1, 2, 3, 4].map(reader)])
held = valueOf(await catchUp(tables.db, ledger)).size
const found = await fsck(join(folder, 'ledger'))
await ledger.close()
await tables.close()
await cluster?.stop()
rmSync(folder, { recursive: true })

const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
console.log(`${database}, ${seconds} s at ${rate} entries/s, one at a time:`)
console.log(
  `  accepted   ${accepted.length} (${(accepted.length / Number(seconds)).toFixed(0)}/s), refused ${refusals}`,
)
console.log(
  `  accept     median ${at(accepted, 0.5).toFixed(1)} ms, p99 ${at(accepted, 0.99).toFixed(1)} ms, most ${at(accepted, 1 - 1e-9).toFixed(1)} ms`,
)
console.log(`  receipts   ${proofs.length}, p99 ${at(proofs, 0.99).toFixed(1)} ms, ${wrong} did not hold`)
console.log(
  `  tables     at most ${behind} entries behind, ${held} of ${found.size} at the end; the record is ${found.ok ? 'sound' : 'not sound'}`,
)
