// For each party a table of its clauses in one period, each cell with what stood there in the period before.
import type { LensAnswer, TallyPeriods } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { clauseName, partyName } from '../grouping.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { RangeBar } from '../parts/range-bar.tsx'
import { useLens } from '../parts/use-view.ts'
import { shortMoment } from '../time-text.ts'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { tallyWords as text } from './words.ts'

type Cell = NonNullable<TallyPeriods['rows'][number]['cells'][number]>
type Range = Cell['told']

interface Row {
  readonly clause: string
  readonly party: string
  readonly now: Cell | null
  readonly before: Cell | null
}

interface PartiesProps {
  readonly of: TallyPeriods
  readonly index: number
  readonly sight: LensAnswer
}

export function Parties({ of, index, sight }: PartiesProps) {
  const rows = of.rows.map(({ clause, party, cells }): Row => {
    return { clause, party, now: cells[index] ?? null, before: cells[index - 1] ?? null }
  })
  // One scale for all parties, or the longer bar would not be the larger number.
  const most = Math.max(1, ...rows.map(({ now }) => now?.claimed.high ?? 0))
  const parties = Map.groupBy(rows, ({ party }) => party)
  return [...parties].map(([party, own]) => (
    <PartyTable key={party} party={party} rows={own} most={most} sight={sight} isFirst={index === 0} />
  ))
}

interface TableProps extends Pick<PartiesProps, 'sight'> {
  readonly party: string
  readonly rows: readonly Row[]
  readonly most: number
  readonly isFirst: boolean
}

function PartyTable({ party, rows, most, sight, isFirst }: TableProps) {
  const lens = useLens()
  const names = party.split(', ').map(partyName).join(words.comma)
  const titles = new Map(sight.clauses.map(({ id, title }) => [id, title]))
  const id = `tally-${party.replaceAll(/\W+/g, '-')}`
  return (
    <section className="tally-party" aria-labelledby={id}>
      <h2 id={id}>{names}</h2>
      <DataTable
        labelledBy={id}
        columns={columnsIn({ party, most, isFirst, titles, lens, zone: sight.agreement.zone })}
        rows={rows}
        keyOf={({ clause }) => clause}
      />
    </section>
  )
}

interface Beside {
  readonly party: string
  readonly most: number
  readonly isFirst: boolean
  /** What the text calls each clause. */
  readonly titles: ReadonlyMap<string, string | null>
  readonly lens: Lens
  readonly zone: string
}

function columnsIn({ party, most, isFirst, titles, lens, zone }: Beside): Column<Row>[] {
  const counted = (title: string, of: (cell: Cell) => Range): Column<Row> => ({
    title,
    isNumber: true,
    cell: ({ now, before }) =>
      now && (
        <>
          {rangeText(of(now))}
          <Before isFirst={isFirst}>{before && rangeText(of(before))}</Before>
        </>
      ),
  })
  return [
    {
      title: text.clause,
      cell: ({ clause, now }) => (
        <>
          <Link to="/clauses/$id" params={{ id: clause }} search={lens} data-clause={clause}>
            {clauseName({ id: clause, parties: party.split(', '), title: titles.get(clause) ?? null })}
          </Link>
          {now ? (
            <RangeBar low={now.verified.low} high={now.claimed.high} most={most} />
          ) : (
            <span className="quiet"> {text.notInForce}</span>
          )}
        </>
      ),
    },
    counted(text.told, ({ told }) => told),
    {
      title: text.bulk,
      cell: ({ now }) => now && <Bulk figures={now.bulk} zone={zone} />,
    },
    counted(text.claimed, ({ claimed }) => claimed),
    counted(text.verified, ({ verified }) => verified),
    {
      title: text.coverage,
      isNumber: true,
      cell: ({ now, before }) =>
        now && (
          <>
            {text.days(now.days_reported, now.days_in_force)}
            <Before isFirst={isFirst}>{before && text.days(before.days_reported, before.days_in_force)}</Before>
          </>
        ),
    },
  ]
}

function Before({ isFirst, children }: { isFirst: boolean; children: ReactNode }) {
  if (isFirst) return null
  return <span className="quiet">{typeof children === 'string' ? text.before(children) : text.noBefore}</span>
}

function Bulk({ figures, zone }: { figures: Cell['bulk']; zone: string }) {
  if (figures.length === 0) return <span className="quiet">{words.none}</span>
  return (
    <ul className="tally-bulk">
      {inTime(figures).map(({ figure, sides, from, to, within }) => (
        <li key={`${figure} ${sides.join()} ${from} ${to}`}>
          {text.figure(numberText(figure), sides.map((side) => words.side[side] ?? side).join(words.comma))}
          <span className="quiet">
            {' '}
            {from === null ? shortMoment(to, zone) : text.week(shortMoment(from, zone), shortMoment(to, zone))}
            {!within && `${words.comma}${text.inPart}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function rangeText({ low, high }: Range): string {
  return low === high ? numberText(low) : words.tables.range(numberText(low), numberText(high))
}

/** By the end of their stretches, the longest first. */
function inTime(figures: Cell['bulk']): Cell['bulk'] {
  return figures.toSorted((a, b) => Date.parse(a.to) - Date.parse(b.to) || b.figure - a.figure)
}
