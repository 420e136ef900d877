// Four-valued temporal logic straight from its definitions: slow, short and meant to be read beside them.
import type { Formula, Interval } from '../formula.ts'
import type { FourVerdict, Side } from './verdict.ts'

export interface EvidencePoint {
  readonly time: number
  readonly evidence: readonly { readonly atom: string; readonly side: Side }[]
}

/** What a verdict may still turn out to be: one value where it is decided. */
type Possible = readonly FourVerdict[]

const WORST_FIRST: Possible = ['breached', 'contested', 'unknown', 'met']
const BEST_FIRST: Possible = ['met', 'contested', 'unknown', 'breached']

/**
 * The verdict of a propositional formula at each time-point; null is what the trace leaves open. What lies beyond the
 * end may be any of the four, and is decided only where each would give the same. `next` at the last time-point is
 * breached, as `prev` at the first, unless the trace is said to go on.
 */
export function evaluateFourValued(
  f: Formula,
  trace: readonly EvidencePoint[],
  goesOn = false,
): (FourVerdict | null)[] {
  const known = new Map<Formula, Possible[]>()
  const last = trace.length - 1
  const past = (interval: Interval, i: number) => range(0, i).filter((j) => within(interval, i, j))
  const future = (interval: Interval, i: number) => range(i, last).filter((j) => within(interval, i, j))
  const beyond = ({ to }: Interval, i: number): Possible[] =>
    to === null || trace[last]!.time - trace[i]!.time <= to ? [WORST_FIRST] : []
  return trace.map((_, i) => at(f, i)).map((possible) => (possible.length === 1 ? possible[0]! : null))

  function at(f: Formula, i: number): Possible {
    const answers = known.get(f) ?? []
    known.set(f, answers)
    return (answers[i] ??= decide(f, i))
  }

  function decide(f: Formula, i: number): Possible {
    switch (f.op) {
      case 'true':
      case 'false':
        return [f.op === 'true' ? 'met' : 'breached']
      case 'atom':
        return [weigh(f.name, i)]
      case 'not':
        return at(f.arg, i).map(not)
      case 'and':
      case 'or':
        return (f.op === 'and' ? and : or)(f.args.map((arg) => at(arg, i)))
      case 'implies':
        return or([at(f.left, i).map(not), at(f.right, i)])
      case 'iff':
        return and([or([at(f.left, i).map(not), at(f.right, i)]), or([at(f.left, i), at(f.right, i).map(not)])])
      case 'prev':
        return i > 0 && within(f.interval, i, i - 1) ? at(f.arg, i - 1) : ['breached']
      case 'next':
        if (i === last) return goesOn ? WORST_FIRST : ['breached']
        return within(f.interval, i, i + 1) ? at(f.arg, i + 1) : ['breached']
      case 'once':
      case 'historically':
        return (f.op === 'once' ? or : and)(past(f.interval, i).map((j) => at(f.arg, j)))
      case 'since':
        return or(past(f.interval, i).map((j) => and([at(f.right, j), ...range(j + 1, i).map((k) => at(f.left, k))])))
      case 'eventually':
      case 'always': {
        const window = [...future(f.interval, i).map((j) => at(f.arg, j)), ...beyond(f.interval, i)]
        return (f.op === 'eventually' ? or : and)(window)
      }
      case 'until':
        return or([
          ...future(f.interval, i).map((j) => and([at(f.right, j), ...range(i, j - 1).map((k) => at(f.left, k))])),
          ...beyond(f.interval, i).map((any) => and([any, ...range(i, last).map((k) => at(f.left, k))])),
        ])
      default:
        throw new TypeError(`\`${f.op}\` is first-order`)
    }
  }

  function weigh(atom: string, i: number): FourVerdict {
    const has = (side: Side) => trace[i]!.evidence.some((one) => one.atom === atom && one.side === side)
    if (has('for')) return has('against') ? 'contested' : 'met'
    return has('against') ? 'breached' : 'unknown'
  }

  function within({ from, to }: Interval, i: number, j: number): boolean {
    const distance = Math.abs(trace[i]!.time - trace[j]!.time)
    return distance >= from && (to === null || distance <= to)
  }
}

const NOT = { met: 'breached', breached: 'met', contested: 'contested', unknown: 'unknown' } as const
const not = (value: FourVerdict): FourVerdict => NOT[value]
const and = (values: readonly Possible[]) => values.reduce<Possible>((a, b) => first(WORST_FIRST, a, b), ['met'])
const or = (values: readonly Possible[]) => values.reduce<Possible>((a, b) => first(BEST_FIRST, a, b), ['breached'])
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k)

/** Whichever of each possible two comes first in the order. */
function first(order: Possible, a: Possible, b: Possible): Possible {
  return order.filter((v) => a.some((x) => b.some((y) => order.find((one) => one === x || one === y) === v)))
}
