// What each member was told, and whom they may tell now.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { namesText } from '../list-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { words } from '../words.ts'
import { namesIn } from './queries.ts'
import { exchangeWords as text } from './words.ts'

interface Row {
  readonly member: string
  readonly of: string
  readonly at: string
  readonly said: string
  readonly may_tell: readonly string[]
  readonly share: string
}

const SHORT = 80

export function Given({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  const said = new Map(told.shares.map((share) => [share.id, share.text]))
  const rows = told.given.flatMap(({ member, told: those }) =>
    those.map((one): Row => ({ member, ...one, said: said.get(one.share) ?? '' })),
  )
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="exchange-given">
      <h2 id="exchange-given">{text.given}</h2>
      <DataTable
        labelledBy="exchange-given"
        columns={columnsIn(namesIn(told), zone)}
        rows={rows}
        keyOf={({ member, share }) => `${member} ${share}`}
      />
    </section>
  )
}

function columnsIn(names: Readonly<Record<string, string>>, zone: string): Column<Row>[] {
  return [
    { title: text.member, cell: ({ member }) => names[member] ?? member },
    { title: text.toldBy, cell: ({ of }) => names[of] ?? of },
    { title: text.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    {
      title: text.what,
      cell: ({ said }) => (
        <span dir="auto">{words.quoted(said.length > SHORT ? `${said.slice(0, SHORT)}…` : said)}</span>
      ),
    },
    {
      title: text.mayTell,
      cell: ({ may_tell }) =>
        may_tell.length === 0 ? (
          <span className="quiet">{text.nobody}</span>
        ) : (
          namesText(may_tell.map((id) => names[id] ?? id))
        ),
    },
  ]
}
