// Visits and patrols in a table: planned and made, or denied, by whom and why.
import type { VisitsAnswer } from '@trucekeeper/api'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { caseWords as said } from './words.ts'

type Visit = Omit<VisitsAnswer['visits'][number], 'id' | 'does' | 'case' | 'planned_at'> &
  Partial<Pick<VisitsAnswer['visits'][number], 'id'>>

interface VisitsProps {
  readonly labelledBy: string
  readonly visits: readonly Visit[]
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
}

export function Visits({ labelledBy, visits, names, zone }: VisitsProps) {
  return (
    <DataTable
      labelledBy={labelledBy}
      columns={columnsIn(names, zone)}
      rows={visits}
      keyOf={(one) => one.id ?? `${one.at} ${one.place}`}
    />
  )
}

function columnsIn(names: VisitsProps['names'], zone: string): Column<Visit>[] {
  const nameOf = (id: string) => names[id] ?? id
  return [
    { title: said.place, cell: ({ place }) => <bdi>{place}</bdi> },
    { title: said.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    { title: said.inWhoseName, cell: ({ of }) => nameOf(of) },
    { title: said.outcome, cell: ({ outcome }) => <strong>{said.visitOutcomes[outcome]}</strong> },
    {
      title: said.deniedBy,
      cell: ({ outcome, denied_by }) =>
        denied_by !== null ? nameOf(denied_by) : outcome === 'denied' || outcome === 'turned_back' ? said.notSaid : '–',
    },
    { title: said.reason, cell: ({ reason }) => (reason === null ? '–' : <span dir="auto">{reason}</span>) },
  ]
}
