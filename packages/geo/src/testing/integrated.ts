// Geodesics found from nothing but the shape of the earth: a ball that rolls without force, step by step in space.
import { FLAT, inSpace, onGround, WGS84 } from '../ellipsoid.ts'
import type { Position } from '../geometry.ts'
import { headingOf } from '../line.ts'

/** Metres; the fourth power of a step's share of the radius is what a metre errs by. */
const STEP = 20_000

/**
 * Where a geodesic ends that leaves a position at an azimuth (degrees) and runs for some metres. The classical
 * Runge-Kutta method in space, once with a step and once with half of it, and what the two differ by taken off
 * (Richardson): within a tenth of a millimetre all round the earth. No series, no auxiliary sphere.
 */
export function rolled(from: Position, azimuth: number, metres: number): Position {
  const steps = Math.ceil(metres / STEP)
  const coarse = run(from, azimuth, metres, steps)
  const fine = run(from, azimuth, metres, steps * 2)
  const [x, y, z] = fine.map((value, at) => value + (value - coarse[at]!) / 15)
  return onGround(x!, y!, z!)
}

function run(from: Position, azimuth: number, metres: number, steps: number): number[] {
  const state = [...inSpace(from), ...headingOf(from, azimuth)]
  const h = metres / steps
  const [k1, k2, k3, k4, middle] = Array.from({ length: 5 }, () => new Float64Array(6)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const between = (slope: Float64Array, share: number) => {
    for (let at = 0; at < 6; at += 1) middle[at] = state[at]! + slope[at]! * share
    return middle
  }
  for (let step = 0; step < steps; step += 1) {
    slopes(state, k1)
    slopes(between(k1, h / 2), k2)
    slopes(between(k2, h / 2), k3)
    slopes(between(k3, h), k4)
    for (let at = 0; at < 6; at += 1) state[at] = state[at]! + (h / 6) * (k1[at]! + 2 * k2[at]! + 2 * k3[at]! + k4[at]!)
  }
  return state.slice(0, 3)
}

/** The way goes on as it goes, but for what keeps it on x² + y² + z² / (1 - e²) = a²: it bends straight down. */
function slopes(state: ArrayLike<number>, into: Float64Array): void {
  const [x, y, z, u, v, w] = [state[0]!, state[1]!, state[2]! / FLAT, state[3]!, state[4]!, state[5]!]
  const pull = -(u * u + v * v + (w * w) / FLAT) / (x * x + y * y + z * z)
  into[0] = u
  into[1] = v
  into[2] = w
  into[3] = pull * x
  into[4] = pull * y
  into[5] = pull * z
}

/** Geodesics shorter than this are the shortest way between their ends, wherever they run. */
export const SURELY_SHORTEST = Math.PI * WGS84.a * (1 - WGS84.f) - 40_000

export interface Way {
  readonly from: Position
  readonly to: Position
  readonly metres: number
}

/** Ways of every kind GeodTest.dat has: anywhere, nearly antipodal, short, near poles, along meridians and the equator. */
export function madeWay(at: number, draw: () => number): Way {
  const anywhere = (Math.asin(2 * draw() - 1) * 180) / Math.PI
  const tiny = 0.005 * draw()
  const [latitude, azimuth, metres] = [
    [anywhere, 360 * draw(), SURELY_SHORTEST * draw()],
    [anywhere, 360 * draw(), SURELY_SHORTEST - 100_000 * draw()],
    [anywhere, 360 * draw(), 10 ** (4 * draw())],
    [90 - tiny, 360 * draw(), SURELY_SHORTEST * draw()],
    [90 - tiny, 360 * draw(), SURELY_SHORTEST - 10_000 * draw()],
    [anywhere, tiny, SURELY_SHORTEST * draw()],
    [tiny, 90 + 0.01 * draw(), SURELY_SHORTEST * draw()],
    [anywhere, 90, SURELY_SHORTEST],
  ][at % 8] as [number, number, number]
  const from: Position = [360 * draw() - 180, latitude]
  return { from, to: rolled(from, azimuth, metres), metres }
}
