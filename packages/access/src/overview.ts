// Everything about access as of an instant: requests, funnel, delays, consignments, parity, indicators, figures.
import { Convoys, type ConsignmentStatus, type Lines } from './convoys/index.ts'
import { numberCards, type NumberCard } from './figures.ts'
import {
  indicatorsOf,
  repeatedDelays,
  type Indicator,
  type RepeatedDelay,
  type Thresholds,
} from './indicators/index.ts'
import { parityStatuses, type ParityStatus } from './parity/index.ts'
import type { AccessRecords } from './records/index.ts'
import {
  delaysOf,
  funnelOf,
  requestStatuses,
  type Delay,
  type FunnelStage,
  type RequestStatus,
} from './requests/index.ts'
import type { Question } from './said.ts'

export interface AccessOverview {
  readonly question: Question
  readonly requests: readonly RequestStatus[]
  readonly funnel: readonly FunnelStage[]
  readonly delays: readonly Delay[]
  readonly repeated: readonly RepeatedDelay[]
  readonly consignments: readonly ConsignmentStatus[]
  readonly parity: readonly ParityStatus[]
  readonly indicators: readonly Indicator[]
  readonly figures: readonly NumberCard[]
}

/** A delay that certainly lasted a day, three times over, is called repeated. */
const REPEATED = { hours: 24, times: 3 }

/** `lines` are the routes that consignments may name, by their ids. */
export function accessOverview(
  records: AccessRecords,
  question: Question,
  { lines = new Map(), thresholds }: { readonly lines?: Lines; readonly thresholds?: Thresholds } = {},
): AccessOverview {
  const consignments = new Convoys(question, records, lines).all()
  const requests = requestStatuses(records, consignments, question)
  const byId = new Map(consignments.map((one) => [one.consignmentId, one]))
  return {
    question,
    requests,
    funnel: funnelOf(requests, byId, question),
    delays: delaysOf(requests, consignments),
    repeated: repeatedDelays(consignments, requests, REPEATED.hours, REPEATED.times),
    consignments,
    parity: parityStatuses(records.parity, consignments, question),
    indicators: indicatorsOf(consignments, requests, question, thresholds),
    figures: numberCards(records.figures, question),
  }
}

/** When the last row came in; null where there is none. */
export function lastRecorded(records: AccessRecords): number | null {
  let last: number | null = null
  for (const rows of Object.values(records))
    for (const { recordedAt } of rows) last = Math.max(last ?? recordedAt, recordedAt)
  return last
}
