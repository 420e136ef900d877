// The funnel from request to monitored delivery: how many came how far, and where those stand that came no farther.
import type { AccessTold } from '@trucekeeper/api'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { RangeBar } from '../parts/range-bar.tsx'
import { words } from '../words.ts'
import { daysText, rangeText } from './told-text.ts'

type Stage = AccessTold['funnel'][number]

const text = words.access.funnel

const columnsOf = (most: number): Column<Stage>[] => [
  { title: text.stage, cell: ({ stage }) => text.stages[stage] },
  { title: text.bar, cell: ({ requests }) => <RangeBar {...requests} most={most} /> },
  { title: text.requests, cell: ({ requests }) => rangeText(requests), isNumber: true },
  { title: text.people, cell: ({ people }) => rangeText(people), isNumber: true },
  { title: text.days, cell: ({ stage, days }) => (stage === 'requested' ? '–' : daysText(days)), isNumber: true },
  { title: text.standing, cell: ({ standing }) => standingText(standing), isNumber: true },
]

export function Funnel({ funnel }: { funnel: AccessTold['funnel'] }) {
  const most = Math.max(0, ...funnel.map(({ requests }) => requests.high))
  const columns = columnsOf(most)
  return (
    <section className="bars" aria-labelledby="funnel">
      <h2 id="funnel">{text.title}</h2>
      <p className="quiet">{text.help}</p>
      <DataTable labelledBy="funnel" columns={columns} rows={funnel} keyOf={({ stage }) => stage} />
    </section>
  )
}

function standingText({ requests, days }: Stage['standing']): string {
  if (requests === 0) return '–'
  return words.access.funnel.stands(requests, words.access.amount.days(numberText(Math.round(days))))
}
