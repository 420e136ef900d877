// One access request as of an instant: its steps, what was cut, its reply clock, and what has become of it.
import type { Instant } from '@trucekeeper/time'
import type { AreaAccess, RequestOutcome } from '@trucekeeper/codes'
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { AreaRow, RequestRow, StepRow } from '../records/index.ts'
import { namesOf, sourcesOf, type Question } from '../said.ts'
import { only, range, told, type Told } from '../told.ts'
import { stepsOf, type StepStatus } from './steps.ts'

export interface RequestStatus {
  readonly requestId: string
  readonly period: Told<string>
  readonly requester: Told<string>
  readonly addressedTo: Told<string>
  readonly people: Told<number>
  readonly areas: readonly { readonly area: string; readonly accessStatus: Told<AreaAccess> }[]
  readonly submittedAt: Instant
  readonly replyDueAt: Instant | null
  /** Days from the due hour to the first reply, or to now; null where none is due or it came in time. */
  readonly replyLateDays: number | null
  readonly steps: readonly StepStatus[]
  readonly outcome: RequestOutcome | 'contested'
  /** Whether it counts as approved: contested where sources disagree. */
  readonly approved: 'yes' | 'no' | 'contested'
  /** What was asked for and not approved. */
  readonly cut: {
    readonly areas: readonly string[]
    readonly people: { readonly low: number; readonly high: number } | null
    readonly items: readonly string[]
  }
  readonly consignments: readonly string[]
  readonly sources: readonly string[]
  readonly rows: readonly string[]
  readonly example: boolean
}

const DAY = 86_400_000
const GRANTED = ['approved', 'approved_partly', 'delivered', 'delivered_partly']

export function requestStatus(
  rows: readonly RequestRow[],
  stepRows: readonly StepRow[],
  areaRows: readonly AreaRow[],
  linked: readonly ConsignmentStatus[],
  { at }: Question,
): RequestStatus {
  const submittedAt = Math.min(...rows.map((row) => row.submittedAt))
  const replyDueAt = only(told(rows, (row) => row.replyDueAt))
  const steps = stepsOf(stepRows, submittedAt, at)
  const replies = stepRows.flatMap(({ decision, at: when }) =>
    decision === 'asked' || decision === 'no_reply' ? [] : [when.to],
  )
  const late = replyDueAt === null ? 0 : (Math.min(at, ...replies) - replyDueAt) / DAY
  const outcome = outcomeOf(steps, linked, cutOf(rows, stepRows), replies.length === 0 && late > 0)
  const all = [...rows, ...stepRows]
  return {
    requestId: rows[0]!.requestId,
    period: told(rows, (row) => row.period),
    requester: told(rows, (row) => row.requester),
    addressedTo: told(rows, (row) => row.addressedTo),
    people: told(rows, (row) => row.people),
    areas: [...new Set(rows.flatMap(({ areas }) => areas))].toSorted().map((area) => ({
      area,
      accessStatus: told(
        areaRows.filter((row) => row.areaId === area),
        (row) => row.accessStatus,
      ),
    })),
    submittedAt,
    replyDueAt,
    replyLateDays: late > 0 ? late : null,
    steps,
    outcome,
    approved: outcome === 'contested' ? 'contested' : GRANTED.includes(outcome) ? 'yes' : 'no',
    cut: cutOf(rows, stepRows),
    consignments: linked.map(({ consignmentId }) => consignmentId),
    sources: sourcesOf(all),
    rows: namesOf(all),
    example: all.some(({ source }) => source === 'example'),
  }
}

function outcomeOf(
  steps: readonly StepStatus[],
  linked: readonly ConsignmentStatus[],
  cut: RequestStatus['cut'],
  unanswered: boolean,
): RequestStatus['outcome'] {
  const reached = linked.map((one) => one.reached)
  if (reached.length > 0 && reached.every((one) => one === 'reached')) return 'delivered'
  if (reached.some((one) => one === 'reached' || one === 'partly')) return 'delivered_partly'
  if (steps.some(({ state }) => state === 'contested')) return 'contested'
  const decided = steps.filter(({ decision }) => decision !== null)
  const times = ({ decidedAt }: StepStatus) => decidedAt?.to ?? Infinity
  const last = decided.toSorted((a, b) => times(b) - times(a) || (a.rows[0]! < b.rows[0]! ? -1 : 1))[0]
  const decision = last?.decision
  if (!decision || decision === 'asked' || decision === 'no_reply') return unanswered ? 'unanswered' : 'pending'
  const less = cut.areas.length > 0 || cut.items.length > 0 || cut.people !== null
  const partly = decided.some((step) => step.decision === 'approved_partly')
  return decision === 'approved' && (less || partly) ? 'approved_partly' : decision
}

/** By the latest word on what is approved; where a step names nothing less, nothing was cut. */
function cutOf(rows: readonly RequestRow[], stepRows: readonly StepRow[]): RequestStatus['cut'] {
  const approving = stepRows.filter(({ decision }) => decision === 'approved' || decision === 'approved_partly')
  const missing = (asked: readonly string[], of: (row: StepRow) => readonly string[]) => {
    const named = approving.map(of).filter((list) => list.length > 0)
    return [...new Set(asked)].filter((one) => named.some((list) => !list.includes(one))).toSorted()
  }
  const asked = range(told(rows, (row) => row.people))
  const granted = range(told(approving, (row) => row.people))
  const people = asked && granted ? { low: asked.low - granted.high, high: asked.high - granted.low } : null
  return {
    areas: missing(
      rows.flatMap(({ areas }) => areas),
      (row) => row.areas,
    ),
    people: people !== null && people.high > 0 ? { low: Math.max(0, people.low), high: people.high } : null,
    items: missing(
      rows.flatMap(({ items }) => items),
      (row) => row.items,
    ),
  }
}
