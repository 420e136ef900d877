// What somebody undertook, in a table: from whom, by when, how often the party was pressed, what came of it by whose word.
import type { UndertakingsAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { lengthText } from '../cases/length-text.ts'
import { ClauseLink } from '../parts/clause-link.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { guarantorWords as said } from './words.ts'
import { WrittenBy } from './written-by.tsx'

type Undertaking = UndertakingsAnswer['undertakings'][number]

interface Props {
  readonly labelledBy: string
  readonly rows: readonly Undertaking[]
  readonly told: UndertakingsAnswer
  readonly zone: string
}

export function Undertakings({ labelledBy, rows, told, zone }: Props) {
  if (rows.length === 0) return <p className="quiet">{said.nothing}</p>
  return <DataTable labelledBy={labelledBy} columns={columnsIn(told, zone)} rows={rows} keyOf={({ id }) => id} />
}

function columnsIn(told: UndertakingsAnswer, zone: string): Column<Undertaking>[] {
  const nameOf = (id: string | null) => (id === null ? said.centre : (told.names[id] ?? id))
  return [
    { title: said.undertook, cell: (one) => <What one={one} told={told} /> },
    { title: said.since, cell: ({ undertaken_at }) => <Moment iso={undertaken_at} zone={zone} form="short" /> },
    {
      title: said.due,
      cell: ({ due, late_by_ms }) =>
        due === null ? (
          <span className="quiet">{said.noDue}</span>
        ) : (
          <>
            <Moment iso={due} zone={zone} form="short" />
            {late_by_ms > 0 && <strong className="cell-more">{said.late(lengthText(late_by_ms))}</strong>}
          </>
        ),
    },
    {
      title: said.pressed,
      cell: ({ pressed }) =>
        pressed.length === 0 ? (
          <span className="quiet">{said.never}</span>
        ) : (
          <ul>
            {pressed.map(({ id, at, party, channel }) => (
              <li key={id}>
                <bdi>{said.pressedWhom(nameOf(party), said.channels[channel])}</bdi>
                {words.comma}
                <Moment iso={at} zone={zone} form="short" />
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: said.came,
      cell: ({ state, outcomes }) => (
        <>
          <strong>{said.states[state]}</strong>
          <ul>
            {outcomes.map(({ id, of, outcome, reason }) => (
              <li key={id}>
                {said.tells(nameOf(of), said.states[outcome])}: <span dir="auto">{reason}</span>
              </li>
            ))}
          </ul>
        </>
      ),
    },
  ]
}

function What({ one, told }: { readonly one: Undertaking; readonly told: UndertakingsAnswer }) {
  const lens = useLens()
  const { to_do, for: party, clause, words: where } = one
  return (
    <>
      <span dir="auto">{to_do}</span>
      <span className="quiet cell-more">
        {party === null ? said.itself : said.obtainFrom(told.names[party] ?? party)}
        {clause !== null && (
          <>
            {words.comma}
            <ClauseLink id={clause} names={told.clause_names} />
          </>
        )}
      </span>
      <details>
        <summary>
          {words.quote.seeShort}
          <span className="unseen">: {to_do.slice(0, 60)}</span>
        </summary>
        <blockquote className="words" dir="auto">
          {words.quoted(where.quote)}
        </blockquote>
        <p className="quiet cell-more">
          <Link
            to="/documents/$sha"
            params={{ sha: told.documents[where.doc] ?? where.doc }}
            search={{ ...lens, start: where.start, end: where.end }}
          >
            <bdi>{where.doc}</bdi>
          </Link>{' '}
          <WrittenBy written={told.written[one.id]} />
        </p>
      </details>
    </>
  )
}
