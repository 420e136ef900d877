// Flips bits at rest one by one, and counts those that `fsck` finds. Leaves with 1 when it missed any.
//
// node packages/ledger/bench/bit-flips.ts [FLIPS]
import { KNOWN_KEY, SMALL_TILES, substitute } from '../src/faults/substitutions.ts'

substitute([...KNOWN_KEY, SMALL_TILES])
const { flipBits } = await import('../src/faults/bit-flips.ts')
const begun = performance.now()
const { flips, missed, in: counts } = await flipBits(Number(process.argv[2] ?? 10_000), 1)
const seconds = (performance.now() - begun) / 1000
console.log(`flipped   ${flips} bits, one at a time, ${seconds.toFixed(0)} s`)
for (const [kind, count] of Object.entries(counts)) console.log(`  ${String(count).padStart(6)} in ${kind}`)
console.log(`found     ${flips - missed.length}`)
for (const place of missed.slice(0, 10)) console.log(`missed    ${place}`)
process.exitCode = missed.length === 0 ? 0 : 1
