// Simulated power cuts by the million: how many, how fast, and what was lost. Leaves with 1 when anything was.
//
// node packages/ledger/bench/power-cuts.ts [CUTS]
// node packages/ledger/bench/power-cuts.ts --seed SEED [--mutant NAME]   lives one seed again
// node packages/ledger/bench/power-cuts.ts --mutants                     has each of the ten bugs found
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { campaign, type Campaign } from '../src/faults/fleet.ts'
import { MUTANTS } from '../src/faults/mutants.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    mutant: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    threads: { type: 'string', default: String(Math.max(2, availableParallelism())) },
  },
})
const threads = Number(values.threads)

function sayFound({ found }: Campaign, mutant?: string): void {
  for (const { seed, fault } of found)
    console.log(
      `seed ${seed}: ${fault}\n  again: node packages/ledger/bench/power-cuts.ts --seed ${seed}${mutant ? ` --mutant '${mutant}'` : ''}`,
    )
}

async function one(seed: number, mutant: string | undefined): Promise<boolean> {
  const edits = mutant === undefined ? [] : MUTANTS.find(({ name }) => name === mutant)?.edits
  if (!edits)
    throw new Error(`No mutant is called \`${mutant}\`: ${MUTANTS.map(({ name }) => `\`${name}\``).join(', ')}.`)
  const lived = await campaign({ threads: 1, from: seed, edits, isEnough: () => true })
  console.log(`seed ${seed}: ${lived.cuts} cuts, ${lived.compared} acknowledged entries compared`)
  sayFound(lived, mutant)
  return lived.found.length === 0
}

async function findMutants(): Promise<boolean> {
  let found = 0
  for (const { name, edits } of MUTANTS) {
    const begun = performance.now()
    const so = await campaign({ threads, edits, isEnough: ({ seeds, found }) => found.length > 0 || seeds >= 500 })
    found += Math.min(1, so.found.length)
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${so.found.length > 0 ? 'found' : 'NOT FOUND'} after ${so.seeds} lives, ${seconds} s: ${name}`)
    sayFound({ ...so, found: so.found.slice(0, 1) }, name)
  }
  console.log(`${found} of ${MUTANTS.length} bugs found`)
  return found === MUTANTS.length
}

async function many(wanted: number): Promise<boolean> {
  const begun = performance.now()
  let told = begun
  const so = await campaign({
    threads,
    isEnough: ({ cuts, seeds, found }) => {
      if (performance.now() - told > 10_000) {
        told = performance.now()
        console.log(`${cuts} cuts in ${seeds} lives, ${found.length} faults`)
      }
      return cuts >= wanted || found.length >= 10
    },
  })
  const seconds = (performance.now() - begun) / 1000
  sayFound(so)
  console.log(`power cuts                      ${so.cuts} in ${so.seeds} lives`)
  console.log(
    `cuts a second                   ${Math.round(so.cuts / seconds)} on ${threads} threads, ${seconds.toFixed(0)} s`,
  )
  console.log(`acknowledged entries compared   ${so.compared}`)
  console.log(`restarts with fsck and writing  ${so.examined}`)
  console.log(`other troubles in these lives   ${so.troubles}`)
  console.log(`faults, lost entries among them ${so.found.length}`)
  return so.found.length === 0
}

const isSound = values.mutants
  ? await findMutants()
  : values.seed === undefined
    ? await many(Number(positionals[0] ?? 1_000_000))
    : await one(Number(values.seed), values.mutant)
process.exitCode = isSound ? 0 : 1
