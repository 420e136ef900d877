// The steps of one request: who decided what, how long it took, and which decisions are contested.
import type { Instant } from '@trucekeeper/time'
import type { AccessStep, StepDecision } from '@trucekeeper/codes'
import type { StepRow } from '../records/index.ts'
import { inOrder, namesOf, sourcesOf, type Moment } from '../said.ts'

export interface StepStatus {
  readonly step: AccessStep
  readonly decidedBy: string
  /** open: asked and not decided, or put on hold. */
  readonly state: 'open' | 'decided' | 'contested'
  /** The last that anybody says was decided; null while nobody says anything was. */
  readonly decision: StepDecision | null
  readonly decidedAt: Moment | null
  readonly openedAt: Instant
  /** What its clock runs from. */
  readonly openedBy: 'asked' | 'step_before' | 'submission'
  /** Days from being asked to the decision, or to now where there is none. */
  readonly days: { readonly low: number; readonly high: number }
  readonly reasons: readonly { readonly source: string; readonly reason: string; readonly row: string }[]
  readonly conditions: readonly { readonly source: string; readonly conditions: string; readonly row: string }[]
  readonly sources: readonly string[]
  readonly rows: readonly string[]
}

const DAY = 86_400_000

const isDecision = ({ decision }: StepRow) => decision !== 'asked' && decision !== 'no_reply'
const isFinal = (row: StepRow) => isDecision(row) && row.decision !== 'on_hold_security'

/** `rows` are the step rows of one request that had happened by `at`. */
export function stepsOf(rows: readonly StepRow[], submittedAt: Instant, at: Instant): StepStatus[] {
  const ordered = inOrder(rows)
  const groups = Map.groupBy(ordered, ({ step, decidedBy }) => JSON.stringify([step, decidedBy]))
  return [...groups.values()]
    .map((own) => stepOf(own, ordered, submittedAt, at))
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.rows[0]! < b.rows[0]! ? -1 : 1))
}

function stepOf(own: readonly StepRow[], all: readonly StepRow[], submittedAt: Instant, at: Instant): StepStatus {
  const last = own.findLast(isDecision) ?? null
  const final = last !== null && isFinal(last) ? last : null
  const [openedAt, openedBy] = openingOf(own, all, submittedAt)
  const contested = own.some((row, index) => own.slice(index + 1).some((next) => exclude(row, next)))
  const [low, high] = final ? [final.at.from, final.at.to] : [at, at]
  return {
    step: own[0]!.step,
    decidedBy: own[0]!.decidedBy,
    state: contested ? 'contested' : final ? 'decided' : 'open',
    decision: last?.decision ?? null,
    decidedAt: final?.at ?? null,
    openedAt,
    openedBy,
    // Where it is contested whether there was a decision, it may be open still.
    days: { low: daysFrom(openedAt, low), high: daysFrom(openedAt, contested ? at : high) },
    reasons: own.flatMap(({ source, reason, name }) => (reason === null ? [] : [{ source, reason, row: name }])),
    conditions: own.flatMap(({ source, conditions, name }) =>
      conditions === null ? [] : [{ source, conditions, row: name }],
    ),
    sources: sourcesOf(own),
    rows: namesOf(own),
  }
}

/** A step begins when it is asked for; where nobody says when, as soon as the step before it was decided. */
function openingOf(
  own: readonly StepRow[],
  all: readonly StepRow[],
  submittedAt: Instant,
): [Instant, StepStatus['openedBy']] {
  const asked = own.find(({ decision }) => decision === 'asked')
  if (asked) return [asked.at.from, 'asked']
  const first = own[0]!
  const before = all.findLast((row) => isFinal(row) && row.at.to < first.at.from && !own.includes(row))
  return before ? [before.at.to, 'step_before'] : [submittedAt, 'submission']
}

/** Two sources on one step: other decisions at one time, or no reply at all after what the other says was decided. */
function exclude(earlier: StepRow, later: StepRow): boolean {
  if (earlier.source === later.source || !isDecision(earlier)) return false
  if (later.decision === 'no_reply') return isFinal(earlier) && earlier.at.to < later.at.from
  return isDecision(later) && earlier.decision !== later.decision && later.at.from <= earlier.at.to
}

function daysFrom(from: Instant, to: Instant): number {
  return Math.max(0, to - from) / DAY
}
