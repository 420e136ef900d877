// Every request: for whom, what has become of it, and each step with who decided what and how long it took.
import type { AccessTold } from '@trucekeeper/api'
import { spoken } from '../grouping.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { InARow } from '../parts/in-a-row.tsx'
import { MadeUp } from '../parts/made-up.tsx'
import { words } from '../words.ts'
import { codeText, daysText, rangeText, toldText } from './told-text.ts'

type Request = AccessTold['requests'][number]
type Step = Request['steps'][number]

const text = words.access.request

const COLUMNS: Column<Request>[] = [
  {
    title: text.request,
    cell: ({ request_id, period, requester, sources }) => (
      <>
        {request_id} <MadeUp sources={sources} />
        <span className="clause-id">
          <InARow things={[requester, period].map((told) => toldText(told, (value) => value))} />
        </span>
      </>
    ),
  },
  { title: text.areas, cell: ({ areas }) => <Areas areas={areas} /> },
  { title: text.people, cell: ({ people }) => toldText(people, numberText), isNumber: true },
  { title: text.outcome, cell: (request) => <Outcome request={request} /> },
  { title: text.steps, cell: ({ steps }) => <Steps steps={steps} /> },
]

export function Requests({ requests }: { requests: AccessTold['requests'] }) {
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">{text.title}</h2>
      {requests.length === 0 ? (
        <p className="quiet">{text.none}</p>
      ) : (
        <DataTable labelledBy="requests" columns={COLUMNS} rows={requests} keyOf={({ request_id }) => request_id} />
      )}
    </section>
  )
}

function Areas({ areas }: Pick<Request, 'areas'>) {
  return (
    <ul>
      {areas.map(({ area, access_status }) => (
        <li key={area}>
          {spoken(area)} <span className="quiet">{toldText(access_status, (status) => codeText('area', status))}</span>
        </li>
      ))}
    </ul>
  )
}

function Outcome({ request: { outcome, reply_late_days, cut } }: { request: Request }) {
  const rest = [
    ...(reply_late_days === null ? [] : [text.late(daysText({ low: reply_late_days, high: reply_late_days }))]),
    ...[...cut.areas.map(spoken), ...cut.items].map(text.cut),
    ...(cut.people ? [text.cut(text.cutPeople(rangeText(cut.people)))] : []),
  ]
  return (
    <>
      <strong className={`outcome outcome-${outcome}`}>{codeText('outcome', outcome)}</strong>
      {rest.map((one) => (
        <span key={one} className="quiet">
          {one}
        </span>
      ))}
    </>
  )
}

function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return <span className="quiet">{text.noSteps}</span>
  return (
    <ol className="request-steps">
      {steps.map((step) => (
        <li key={`${step.step} ${step.decided_by}`}>
          {text.step(codeText('step', step.step), step.decided_by, decisionText(step), daysText(step.days))}
          {step.reasons.map(({ reason, source, row }) => (
            <span key={row} className="quiet">
              {text.reason(reason, source)}
            </span>
          ))}
          {step.conditions.map(({ conditions, source, row }) => (
            <span key={row} className="quiet">
              {text.condition(conditions, source)}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}

function decisionText({ state, decision }: Step): string {
  if (state === 'contested') return text.contested
  return decision === null ? text.undecided : codeText('decision', decision)
}
