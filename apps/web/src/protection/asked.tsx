// What one's own organisation asked before, and who saw points that it has to do with; what others asked is nowhere.
import { rowText } from '../list-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { longMoment } from '../time-text.ts'
import type { Open } from './screen.tsx'
import { protectionWords as text } from './words.ts'

type Question = Open['asked'][number]
type Look = Open['looks'][number]

export function Asked({ open: { asked, refused }, zone }: { readonly open: Open; readonly zone: string }) {
  return (
    <section className="panel" aria-labelledby="protection-asked">
      <h2 id="protection-asked">{text.asked}</h2>
      {asked.length === 0 ? (
        <p>{text.nothingAsked}</p>
      ) : (
        <DataTable
          labelledBy="protection-asked"
          columns={columnsIn(zone)}
          rows={asked}
          keyOf={({ at, cells }) => `${at} ${cells.join(' ')}`}
        />
      )}
      {refused.length > 0 && <p className="quiet">{text.refusals(refused.length)}</p>}
    </section>
  )
}

/** For whoever owns a site or consented, above all: whether a point was seen, by whom, and what for. */
export function Looks({ open: { looks }, zone }: { readonly open: Open; readonly zone: string }) {
  if (looks.length === 0) return null
  return (
    <section className="panel" aria-labelledby="protection-looks">
      <h2 id="protection-looks">{text.looks}</h2>
      <DataTable
        labelledBy="protection-looks"
        columns={lookColumnsIn(zone)}
        rows={looks}
        keyOf={({ at, site }) => `${at} ${site}`}
      />
    </section>
  )
}

function lookColumnsIn(zone: string): readonly Column<Look>[] {
  return [
    { title: text.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    { title: text.who, cell: ({ person }) => <bdi>{person}</bdi> },
    { title: text.lookedAt, cell: ({ site }) => <code dir="ltr">{site}</code> },
    { title: text.purpose, cell: ({ purpose }) => <bdi>{purpose}</bdi> },
  ]
}

function columnsIn(zone: string): readonly Column<Question>[] {
  return [
    { title: text.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    { title: text.who, cell: ({ by }) => <bdi>{by}</bdi> },
    { title: text.cells, cell: ({ cells }) => <code dir="ltr">{rowText(cells)}</code> },
    {
      title: text.days,
      cell: ({ first_day, last_day }) =>
        [...new Set([first_day, last_day])].map((day) => longMoment(day, zone)).join(' – '),
    },
  ]
}
