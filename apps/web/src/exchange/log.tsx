// The log of the exchange: everything in order, numbered by whoever said it, each line with the proof that it is in the record.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { namesText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { namesIn } from './queries.ts'
import { exchangeWords as text } from './words.ts'

type Line = ExchangeAnswer['log'][number]

export function Log({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  const names = namesIn(told)
  const gaps = told.rows.filter(({ missing }) => missing.length > 0)
  return (
    <section aria-labelledby="exchange-log">
      <h2 id="exchange-log">{text.log}</h2>
      <p className="quiet exchange-help">{text.logHelp}</p>
      {gaps.map(({ of, to, missing }) => (
        <p key={`${of} ${to}`} className="exchange-late">
          {text.missing(namesText(missing.map(numberText)), names[of] ?? of, names[to] ?? to)}
        </p>
      ))}
      {told.log.length === 0 ? (
        <p className="quiet">{text.noLog}</p>
      ) : (
        <DataTable labelledBy="exchange-log" columns={columnsIn(names, zone)} rows={told.log} keyOf={({ id }) => id} />
      )}
    </section>
  )
}

function columnsIn(names: Readonly<Record<string, string>>, zone: string): Column<Line>[] {
  return [
    { title: text.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    { title: text.what, cell: ({ does }) => text.does[does] },
    { title: text.who, cell: ({ of }) => names[of] ?? of },
    {
      title: text.toWhom,
      cell: ({ to }) =>
        namesText(
          to.map(({ member, number }) => {
            const name = names[member] ?? member
            return number === null ? name : text.numbered(name, numberText(number))
          }),
        ),
    },
    { title: text.entry, cell: (line) => <Proof line={line} /> },
  ]
}

function Proof({ line: { id, index } }: { readonly line: Line }) {
  const shown = (
    <code dir="ltr" className="exchange-id">
      {id}
    </code>
  )
  if (index === null) return shown
  return (
    <>
      <a href={`/api/exchange/receipts/${index}`} download={`entry-${index}.tlog-proof`}>
        {text.proof(numberText(index))}
      </a>{' '}
      {shown}
    </>
  )
}
