// Random traces with evidence for and against, and a monitor's verdicts on a trace as a list.
import fc from 'fast-check'
import type { Formula } from '../../formula.ts'
import { compileFourValued } from '../monitor.ts'
import type { EvidencePoint } from '../reference.ts'
import type { FourVerdict, Reason, Side } from '../verdict.ts'

const NAMES = ['p', 'q', 'r'] as const
const SIDES: readonly (readonly Side[])[] = [['for'], ['against'], ['for', 'against'], []]
/** Mostly clean, so that chains get long. */
const MOSTLY_CLEAN = [...SIDES, ...SIDES.slice(0, 2), ...SIDES.slice(0, 2)]

export const evidencePoints = (maxLength: number) => points(maxLength, MOSTLY_CLEAN)
/** With nothing contested and nothing unknown. */
export const cleanPoints = (maxLength: number) => points(maxLength, SIDES.slice(0, 2))

/** Chains get long here: each thing happens about once in thirty time-points. */
export function seldomPoints(maxLength: number): fc.Arbitrary<EvidencePoint[]> {
  const items = fc.oneof(
    { weight: 18, arbitrary: fc.constant('+p-q') },
    { weight: 10, arbitrary: fc.constant('-q') },
    ...['-p-q', '+p-p-q', '+p', '+q', '+p+q-q', '-p', '+p-p', '-p+q', '+p-q-r', '+p+r'].map((items) => ({
      weight: 1,
      arbitrary: fc.constant(items),
    })),
  )
  return fc.array(fc.tuple(fc.nat(3), items), { minLength: maxLength / 2, maxLength, size: 'max' }).map((steps) => {
    let time = 0
    return pointsOf(steps.map(([by, items]) => `${(time += by)}:${items}`).join(' '))
  })
}

// fast-check by itself keeps lists short, whatever their greatest length.
function points(maxLength: number, sides: readonly (readonly Side[])[]): fc.Arbitrary<EvidencePoint[]> {
  const step = fc.oneof(fc.constant(0), fc.nat(2), fc.nat(9))
  const evidence = fc
    .tuple(...NAMES.map(() => fc.constantFrom(...sides)))
    .map((each) => each.flatMap((sides, atom) => sides.map((side) => ({ atom: NAMES[atom]!, side }))))
  return fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.array(fc.tuple(step, evidence), { maxLength, size: 'max' }))
    .map(([start, steps]) => {
      let time = start
      return steps.map(([by, evidence]) => ({ time: (time += by), evidence }))
    })
}

/** Time-points parted by blanks: `3:+p,-q` is evidence for p and against q at 3. */
export function pointsOf(text: string): EvidencePoint[] {
  return text.split(' ').map((point) => {
    const [time, items = ''] = point.split(':')
    const evidence = [...items.matchAll(/([+-])(\w+)/g)].map(([, sign, atom]) => ({
      atom: atom!,
      side: sign === '+' ? ('for' as const) : ('against' as const),
    }))
    return { time: Number(time), evidence }
  })
}

export interface Said {
  readonly index: number
  readonly value: FourVerdict | null
  readonly reasons: readonly Reason[]
  /** How many time-points there were when it was said, and whether the trace had ended. */
  readonly known: number
  readonly ended: boolean
}

/** What a monitor says of a trace, and when. */
export function said(
  formula: Formula,
  trace: readonly EvidencePoint[],
  { advanceAt = () => true, reasons = false }: { advanceAt?: (at: number) => boolean; reasons?: boolean } = {},
): Said[] {
  const said: Said[] = []
  let [known, ended] = [0, false]
  const monitor = compileFourValued(
    formula,
    (verdicts) => {
      for (let at = verdicts.from; at < verdicts.to; at++) {
        const why = reasons ? verdicts.reasons(at) : []
        said.push({ index: verdicts.index(at), value: verdicts.value(at), reasons: why, known, ended })
      }
    },
    { reasons },
  )
  for (const [at, { time, evidence }] of trace.entries()) {
    monitor.point(time)
    known = at + 1
    for (const { atom, side } of evidence) {
      if (monitor.atoms.includes(atom)) monitor.evidence(monitor.atoms.indexOf(atom), side)
    }
    if (advanceAt(at)) monitor.advance()
  }
  ended = true
  monitor.end()
  return said
}

export function verdicts(formula: Formula, trace: readonly EvidencePoint[]): (FourVerdict | null)[] {
  return said(formula, trace).map(({ value }) => value)
}
