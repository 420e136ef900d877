// Holds distances against what they do not share code with. Usage: node bench/accuracy.ts [GeodTest.dat or .dat.gz]
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { metresBetween, prepareLine, separationFrom, separations } from '../src/index.ts'
import { CASE_KINDS, draws, madeCase } from '../src/testing/cases.ts'
import { GEOD_TEST } from '../src/testing/geod-test.ts'
import { madeWay } from '../src/testing/integrated.ts'
import { slowDistance } from '../src/testing/slow.ts'

const CASES = 10_000
const inMillimetres = (metres: number) => `${(metres * 1000).toPrecision(3)} mm`

const [file] = process.argv.slice(2)
const published: readonly (readonly [number, number, number, number])[] = file === undefined ? GEOD_TEST : linesOf(file)
let worst = 0
for (const [from, to, east, metres] of published)
  worst = Math.max(worst, Math.abs(metresBetween([0, from], [east, to]) - metres))
console.log(`inverse problem, ${published.length} lines of GeodTest.dat: largest error ${inMillimetres(worst)}`)

worst = 0
const draw = draws(20_160_912)
for (let at = 0; at < CASES; at += 1) {
  const { from, to, metres } = madeWay(at, draw)
  worst = Math.max(worst, Math.abs(metresBetween(from, to) - metres))
}
console.log(`inverse problem, ${CASES} geodesics rolled out in space: largest difference ${inMillimetres(worst)}`)

const largest = new Map(CASE_KINDS.map((kind) => [kind, { one: 0, bulk: 0 }]))
for (let at = 0; at < CASES; at += 1) {
  const { kind, line, point } = madeCase(at, draw)
  const ready = prepareLine([line])
  const slow = slowDistance(point, line)
  const so = largest.get(kind)!
  so.one = Math.max(so.one, Math.abs(separationFrom(ready)(point).metres - slow))
  so.bulk = Math.max(so.bulk, Math.abs(separations(ready, point).metres[0]! - slow))
}
console.log(`point to line, ${CASES} cases against a slow search, largest difference one by one and in bulk:`)
for (const [kind, { one, bulk }] of largest)
  console.log(`  ${kind.padEnd(10)} ${inMillimetres(one).padStart(12)} ${inMillimetres(bulk).padStart(12)}`)

/** Latitude, longitude, azimuth; latitude, longitude, azimuth; metres; and more that is not needed. */
function linesOf(path: string): (readonly [number, number, number, number])[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [from, , , to, east, , metres] = line.trim().split(/\s+/).map(Number)
      return [from!, to!, east!, metres!] as const
    })
}
