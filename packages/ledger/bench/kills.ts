// Kills the real writer again and again, and compares what opens with what it had acknowledged.
//
// node packages/ledger/bench/kills.ts [KILLS] [FOLDER]
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fsck } from '../src/index.ts'
import { randomFrom, upTo } from '../src/faults/random.ts'
import { compareWith, killedWriter } from '../src/faults/write-and-kill.ts'

const wanted = Number(process.argv[2] ?? 1_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'ledger-kills-'))
/** A ledger is begun anew after so many kills, so that small and large ones are killed. */
const KILLS_A_LEDGER = 50

let [kills, acknowledged] = [0, 0]
const openings: number[] = []
const faults: string[] = []

async function killInTurn(lane: number): Promise<void> {
  const random = randomFrom(lane)
  for (let own = 0; kills < wanted; own++) {
    kills++
    const dir = join(folder, `${lane}-${Math.floor(own / KILLS_A_LEDGER)}`)
    const said = await killedWriter(dir, own * 100_000, upTo(random, 150))
    acknowledged += said.places.size
    const { lost, milliseconds } = await compareWith(dir, said)
    openings.push(milliseconds)
    faults.push(...lost.map((what) => `${dir}, kill ${own}: ${what}`))
    if (own % KILLS_A_LEDGER !== KILLS_A_LEDGER - 1 && kills < wanted) continue
    const { findings } = await fsck(dir)
    faults.push(...findings.filter(({ severity }) => severity === 'error').map(({ message }) => `${dir}: ${message}`))
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, (_, lane) => killInTurn(lane)))
const sorted = openings.toSorted((a, b) => a - b)
const share = (part: number) => `${sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(1)} ms`
console.log(`kills                  ${kills}`)
console.log(`acknowledged entries   ${acknowledged}`)
console.log(`opening again          ${share(0.5)} in the middle, ${share(0.99)} at p99, ${share(1)} at most`)
console.log(`lost or damaged        ${faults.length}`)
for (const fault of faults.slice(0, 10)) console.log(fault)
rmSync(folder, { recursive: true })
process.exitCode = faults.length === 0 ? 0 : 1
