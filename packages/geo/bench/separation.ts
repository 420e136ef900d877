// How many points a second a line of 500 vertices answers, beside a plain loop, and how far that is from a slow search.
import { prepareLine, separations, type Position } from '../src/index.ts'
import { inSpace } from '../src/ellipsoid.ts'
import { draws } from '../src/testing/cases.ts'
import { slowDistance } from '../src/testing/slow.ts'

const POINTS = 1_000_000
const SAMPLE = 100
const RUNS = 7

const draw = draws(500)

/** A front line of about 80 km that turns at every vertex. */
function front(): Position[] {
  const line: Position[] = [[36.8, 35.8]]
  while (line.length < 500) {
    const [lon, lat] = line.at(-1)!
    line.push([lon + 0.002 * draw(), lat + 0.004 * (draw() - 0.45)])
  }
  return line
}

/** Straight roads that meet at every angle, 500 km of them. */
function network(): Position[] {
  return Array.from({ length: 500 }, (): Position => [36.5 + 1.5 * draw(), 35.5 + draw()])
}

/** What the machine takes for no more than to place each point in space: how loaded it is shows here too. */
function plainly(points: Float64Array): number {
  const start = performance.now()
  let sum = 0
  for (let at = 0; at < points.length; at += 2) sum += inSpace([points[at]!, points[at + 1]!])[2]
  if (Number.isNaN(sum)) throw new Error('a point is no place')
  return performance.now() - start
}

function middleOf(times: readonly number[]): number {
  return times[Math.floor(times.length / 2)]!
}

for (const [name, line] of [
  ['front of 500 vertices', front()],
  ['tangle of 500 vertices', network()],
] as const) {
  for (const [where, degrees] of [
    ['within 20 km', 0.2],
    ['within 100 km', 0.8],
    ['within 700 km', 6],
  ] as const) {
    const points = new Float64Array(POINTS * 2)
    for (let at = 0; at < POINTS; at += 1) {
      const [lon, lat] = line[Math.floor(draw() * line.length)]!
      points[at * 2] = lon + degrees * (2 * draw() - 1)
      points[at * 2 + 1] = lat + degrees * (2 * draw() - 1)
    }
    const ready = prepareLine([line])
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now()
      separations(ready, points)
      return performance.now() - start
    }).toSorted((one, other) => one - other)
    const plain = Array.from({ length: RUNS }, () => plainly(points)).toSorted((one, other) => one - other)
    const { metres } = separations(ready, points.subarray(0, SAMPLE * 2))
    const errors = Array.from(metres, (found, at) =>
      Math.abs(found - slowDistance([points[at * 2]!, points[at * 2 + 1]!], line)),
    )
    const [least, middle] = [times[0]!, middleOf(times)]
    console.log(
      `${name}, ${where}: ${POINTS} points in ${least.toFixed(0)} ms (median of ${RUNS}: ${middle.toFixed(0)} ms, ${(middle / middleOf(plain)).toFixed(1)} times a plain loop), ` +
        `${Math.round(POINTS / (least / 1000))} points/s, largest error of ${SAMPLE}: ${(Math.max(...errors) * 1000).toFixed(3)} mm`,
    )
  }
}
