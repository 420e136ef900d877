// Where the days went: by the step and who decides it, and by the points at which trucks stood.
import type { AccessTold } from '@trucekeeper/api'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { RangeBar } from '../parts/range-bar.tsx'
import { words } from '../words.ts'
import { codeText, daysText, rangeText } from './told-text.ts'

type Delay = AccessTold['delays'][number]

const text = words.access.delays

const columnsOf = (most: number): Column<Delay>[] => [
  {
    title: text.step,
    cell: ({ step, decider }) => (
      <>
        {codeText('step', step)} <span className="quiet">{decider ?? text.noPoint}</span>
      </>
    ),
  },
  { title: text.bar, cell: ({ days }) => <RangeBar {...days} most={most} /> },
  { title: text.days, cell: ({ days }) => daysText(days), isNumber: true },
  { title: text.count, cell: ({ count }) => count, isNumber: true },
  { title: text.open, cell: ({ open }) => (open > 0 ? open : '–'), isNumber: true },
  { title: text.denied, cell: ({ denied }) => (denied > 0 ? denied : '–'), isNumber: true },
]

export function Delays({ told: { delays, repeated } }: { told: AccessTold }) {
  const most = Math.max(0, ...delays.map(({ days }) => days.high))
  const columns = columnsOf(most)
  return (
    <section className="bars" aria-labelledby="delays">
      <h2 id="delays">{text.title}</h2>
      <p className="quiet">{text.help}</p>
      <DataTable
        labelledBy="delays"
        columns={columns}
        rows={delays}
        keyOf={({ step, decider }) => `${step} ${decider}`}
      />
      {repeated.map(({ kind, where, times, hours }) => (
        <p key={`${kind} ${where}`}>
          {text.repeated(where, times, words.access.amount.hours(rangeText({ low: hours[0]!, high: hours[0]! })))}
        </p>
      ))}
    </section>
  )
}
