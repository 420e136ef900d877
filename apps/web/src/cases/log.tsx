// The minutes of a case in the order in which they came in, each with its place in the record and who wrote it down.
import type { CaseAnswer } from '@trucekeeper/api'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { caseWords as said } from './words.ts'

type Logged = CaseAnswer['log'][number]

export function Log({ told: { log, names }, zone }: { readonly told: CaseAnswer; readonly zone: string }) {
  return (
    <section aria-labelledby="log">
      <h2 id="log">{said.log}</h2>
      <DataTable labelledBy="log" columns={columnsIn(names, zone)} rows={log} keyOf={({ id }) => id} />
    </section>
  )
}

function columnsIn(names: CaseAnswer['names'], zone: string): Column<Logged>[] {
  return [
    {
      title: said.what,
      cell: ({ does, has_effect }) => (
        <>
          {said.does[does] ?? does}
          {!has_effect && <span className="quiet"> ({said.noEffect})</span>}
        </>
      ),
    },
    { title: said.when, cell: ({ at }) => <Moment iso={at} zone={zone} form="short" /> },
    { title: said.inWhoseName, cell: ({ of }) => (of.length === 0 ? '–' : rowText(of.map((id) => names[id] ?? id))) },
    { title: said.recordedBy, cell: ({ recorded_by }) => <bdi>{recorded_by}</bdi> },
    { title: said.entry, cell: ({ index }) => numberText(index), isNumber: true },
  ]
}
