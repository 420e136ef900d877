// Access requests: their steps, outcomes, funnel and delays.
import type { ConsignmentStatus } from '../convoys/index.ts'
import type { AccessRecords } from '../records/index.ts'
import { knownRows, type Question } from '../said.ts'
import { requestStatus, type RequestStatus } from './request.ts'

export { delaysOf, type Delay } from './delays.ts'
export { FUNNEL_STAGES, funnelOf, type FunnelStage, type FunnelStageName } from './funnel.ts'
export { requestStatus, type RequestStatus } from './request.ts'
export { stepsOf, type StepStatus } from './steps.ts'

/** Every request that had been made and was known, in the order of their ids. */
export function requestStatuses(
  records: AccessRecords,
  consignments: readonly ConsignmentStatus[],
  question: Question,
): RequestStatus[] {
  const made = knownRows(records.requests, question).filter(({ submittedAt }) => submittedAt <= question.at)
  const steps = Map.groupBy(
    knownRows(records.steps, question).filter(({ at }) => at.to <= question.at),
    ({ requestId }) => requestId,
  )
  const areas = knownRows(records.areas, question).filter(({ asOf }) => asOf === null || asOf <= question.at)
  const linked = Map.groupBy(
    consignments.flatMap((one) => one.requestId.values.map(({ value }) => ({ value, one }))),
    ({ value }) => value,
  )
  return [...Map.groupBy(made, ({ requestId }) => requestId)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, rows]) =>
      requestStatus(
        rows,
        steps.get(id) ?? [],
        areas,
        (linked.get(id) ?? []).map(({ one }) => one),
        question,
      ),
    )
}
