// The screen of protected things: what kinds of them are told to have been hit in which week, by whose account, on which words.
import type { ProtectedAnswer, ProtectedTelling } from '@trucekeeper/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { about } from '../api.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens, useView } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { apiQuery, type Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { rowsOf, sidesOf, type ProtectedRow } from './counted.ts'
import { protectedWords as text } from './words.ts'
import './protected.css'

const protectedQuery = ({ at, known_at }: Lens) => ({
  ...about<ProtectedAnswer>(`/api/protected${apiQuery({ at, known_at })}`),
  placeholderData: keepPreviousData,
})

export function ProtectedScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const at = status?.at ?? lens.at
  const told = useQuery({ ...protectedQuery({ ...lens, at }), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])
  const failed = error ?? told.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), told.refetch()])} />
  if (!status || !record || !told.data) return <Loading />
  const rows = rowsOf(told.data.told)
  const { zone } = told.data
  return (
    <div className="protected" aria-busy={busy || told.isPlaceholderData}>
      <h1>{text.title}</h1>
      <p>{words.today.asOf(longMoment(status.at, zone), zoneName(zone))}</p>
      <p className="quiet protected-help">{text.help}</p>
      <LensBar lens={lens} status={status} record={record} whose={<></>} />
      {rows.length === 0 ? (
        <section className="panel">
          <h2>{text.none}</h2>
          <p>{text.noneHelp}</p>
        </section>
      ) : (
        <section aria-labelledby="protected-weeks">
          <h2 id="protected-weeks">{text.weeks}</h2>
          <DataTable
            labelledBy="protected-weeks"
            columns={columnsIn(zone)}
            rows={rows}
            keyOf={({ week, object }) => `${week} ${object}`}
          />
        </section>
      )}
    </div>
  )
}

const HOW = ['told', 'denied', 'not_confirmed'] as const satisfies ProtectedTelling['how'][]

function columnsIn(zone: string): Column<ProtectedRow>[] {
  return [
    { title: text.object, cell: ({ object }) => text.objects[object] },
    {
      title: text.week,
      cell: ({ week }) => (week === null ? text.severalWeeks : text.weekOf(longMoment(week, zone))),
    },
    ...HOW.map((how) => ({ title: text.how[how], cell: (row: ProtectedRow) => <Sides row={row} how={how} /> })),
    { title: text.words, cell: (row) => <Words row={row} zone={zone} /> },
  ]
}

function Sides({ row, how }: { readonly row: ProtectedRow; readonly how: ProtectedTelling['how'] }) {
  const sides = sidesOf(row, how)
  if (sides.length === 0) return <span className="quiet">{text.nobody}</span>
  return (
    <ul>
      {sides.map(({ side, count }) => (
        <li key={side}>
          {words.side[side] ?? side}
          {count > 1 && <span className="quiet"> {text.voices(numberText(count))}</span>}
        </li>
      ))}
    </ul>
  )
}

function Words({ row, zone }: { readonly row: ProtectedRow; readonly zone: string }) {
  const lens = useLens()
  return (
    <details>
      <summary>
        {text.tellings(row.told.length)}
        <span className="unseen">: {text.objects[row.object]}</span>
      </summary>
      <ul className="protected-words">
        {row.told.map(({ claim, how, speaker, side, outlet, published, quote, doc, start, end }) => (
          <li key={claim}>
            <blockquote dir="auto" className="words">
              {words.quoted(quote)}
            </blockquote>
            <p className="quiet">
              {text.how[how]}
              {words.comma}
              <bdi>{speaker ?? words.side[side] ?? side}</bdi>
              {words.comma}
              {outlet && (
                <>
                  <bdi>{outlet}</bdi>
                  {words.comma}
                </>
              )}
              {longMoment(published, zone)}{' '}
              <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
                {words.quote.seeShort}
                <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
