// Information asked of one member by another: its clock, and the answer or the reason why there is none.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { lengthText } from '../cases/length-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MadeUp } from '../parts/made-up.tsx'
import { Moment } from '../parts/moment.tsx'
import { words } from '../words.ts'
import { namesIn, writersIn, type Request } from './queries.ts'
import { exchangeWords as text } from './words.ts'

export function Requests({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  return (
    <section aria-labelledby="exchange-requests">
      <h2 id="exchange-requests">{text.requests}</h2>
      {told.requests.length === 0 ? (
        <p className="quiet">{text.noRequests}</p>
      ) : (
        <DataTable
          labelledBy="exchange-requests"
          columns={columnsIn(told, zone)}
          rows={told.requests}
          keyOf={({ id }) => id}
        />
      )}
    </section>
  )
}

function columnsIn(told: ExchangeAnswer, zone: string): Column<Request>[] {
  const [names, writers] = [namesIn(told), writersIn(told)]
  return [
    {
      title: text.about,
      cell: ({ id, about }) => (
        <>
          <span dir="auto">{about}</span> <MadeUp sources={writers(id)} />
        </>
      ),
    },
    { title: text.whoToWhom, cell: ({ of, to }) => text.asks(names[of] ?? of, names[to] ?? to) },
    { title: text.asked, cell: ({ asked_at }) => <Moment iso={asked_at} zone={zone} form="short" /> },
    { title: text.due, cell: (request) => <Clock request={request} zone={zone} /> },
    { title: text.state, cell: (request) => <State request={request} zone={zone} /> },
  ]
}

interface CellProps {
  readonly request: Request
  readonly zone: string
}

function Clock({ request: { due, late_by_ms }, zone }: CellProps) {
  if (due === null) return <span className="quiet">{text.noDue}</span>
  return (
    <>
      <Moment iso={due} zone={zone} form="short" />
      {late_by_ms > 0 && <strong className="exchange-late">{text.lateBy(lengthText(late_by_ms))}</strong>}
    </>
  )
}

function State({ request: { state, answer }, zone }: CellProps) {
  return (
    <>
      <strong>{text.states[state]}</strong>
      {answer && (
        <span className="exchange-more">
          <span dir="auto">{words.quoted(answer.answer ?? answer.refused_because ?? '')}</span>{' '}
          <span className="quiet">
            <Moment iso={answer.at} zone={zone} form="short" />
          </span>
        </span>
      )}
    </>
  )
}
