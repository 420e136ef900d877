// Whether two areas were served alike: the rule, the answer, and each area's deliveries.
import type { AccessTold } from '@trucekeeper/api'
import { spoken } from '../grouping.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { words } from '../words.ts'
import { momentText, rangeText } from './told-text.ts'

type Status = AccessTold['parity'][number]
type Area = Status['areas'][number]

const text = words.access.parity

export function Parity({ parity, zone }: { parity: readonly Status[]; zone: string }) {
  if (parity.length === 0) return null
  return (
    <section aria-labelledby="parity">
      <h2 id="parity">{text.title}</h2>
      {parity.map((status) => (
        <Rule key={status.parity_group_id} status={status} zone={zone} />
      ))}
    </section>
  )
}

const columnsOf = (zone: string): Column<Area>[] => [
  { title: text.area, cell: ({ area }) => spoken(area) },
  { title: text.deliveries, cell: ({ deliveries }) => <Deliveries deliveries={deliveries} zone={zone} /> },
  { title: text.people, cell: ({ people }) => rangeText(people), isNumber: true },
]

function Rule({ status, zone }: { status: Status; zone: string }) {
  const id = `parity-${status.parity_group_id}`
  const [a, b] = status.areas.map(({ area }) => spoken(area))
  const columns = columnsOf(zone)
  return (
    <article className="panel" aria-labelledby={id}>
      <h3 id={id}>{text.rule(a!, b!, status.within_hours)}</h3>
      <p className="panel-lead">
        <strong>{text.answer[status.time]}</strong>
      </p>
      <DataTable labelledBy={id} columns={columns} rows={status.areas} keyOf={({ area }) => area} />
      {status.alone.map(({ consignment_id, area }) => (
        <p key={`${consignment_id} ${area}`}>{text.alone(consignment_id, spoken(area))}</p>
      ))}
    </article>
  )
}

function Deliveries({ deliveries, zone }: Pick<Area, 'deliveries'> & { zone: string }) {
  if (deliveries.length === 0) return <span className="quiet">{text.noDelivery}</span>
  return (
    <ul>
      {deliveries.map(({ consignment_id, at, contested }) => (
        <li key={consignment_id}>
          <bdi>{consignment_id}</bdi>
          {words.comma}
          {momentText(at, zone)}
          {contested && <span className="quiet"> ({words.verdict.contested})</span>}
        </li>
      ))}
    </ul>
  )
}
