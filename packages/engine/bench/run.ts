// Prints how fast verdicts are made, beside others and beside looking again, and how cost grows.
//
// node packages/engine/bench/run.ts [SECTION…]
import { availableParallelism, loadavg } from 'node:os'
import { late } from './late.ts'
import { naive } from './naive.ts'
import { peers } from './peers.ts'
import { scaling } from './scaling.ts'
import { verdicts } from './verdicts.ts'

const SECTIONS: Readonly<Record<string, () => Promise<void>>> = { peers, naive, scaling, verdicts, late }

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(SECTIONS, name))
if (unknown === undefined) {
  const load = loadavg().map((one) => one.toFixed(1))
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores, load ${load.join(' ')} (1, 5, 15 minutes)`,
  )
  const began = performance.now()
  for (const name of asked.length > 0 ? asked : Object.keys(SECTIONS)) {
    const start = performance.now()
    await SECTIONS[name]!()
    console.log(`\n${name} took ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  console.log(`all took ${((performance.now() - began) / 1000).toFixed(0)} s`)
} else {
  console.error(`there is no section \`${unknown}\`; there are ${Object.keys(SECTIONS).join(', ')}`)
  process.exitCode = 1
}
