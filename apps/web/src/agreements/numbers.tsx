// How many of whom the duties of the agreements are about, from where to where, beside what is reported.
import type { AgreementOverview, NumberTold } from '@trucekeeper/api'
import { numberText } from '../number-text.ts'
import { rowText } from '../list-text.ts'
import type { Column } from '../parts/data-table.tsx'
import { SectionTable } from './section-table.tsx'
import { Titled } from './titled.tsx'
import { agreementsWords as text } from './words.ts'

interface NumberRow {
  readonly agreement: AgreementOverview
  readonly told: NumberTold
}

const COLUMNS: Column<NumberRow>[] = [
  { title: text.what, cell: ({ told }) => <Titled>{told.title ?? told.clause}</Titled> },
  { title: text.agreement, cell: ({ agreement }) => <Titled>{agreement.title}</Titled> },
  { title: text.asked, cell: ({ told: { asked } }) => <Asked asked={asked} /> },
  { title: text.reported, cell: ({ told }) => reportedText(told) },
  { title: text.fromWhere, cell: ({ agreement, told }) => <Zones of={agreement} ids={told.from} /> },
  { title: text.toward, cell: ({ agreement, told }) => <Zones of={agreement} ids={told.toward} /> },
]

export function Numbers({ agreements }: { readonly agreements: readonly AgreementOverview[] }) {
  const rows = agreements.flatMap((agreement) => agreement.numbers.map((told) => ({ agreement, told })))
  return (
    <SectionTable
      id="numbers"
      title={text.numbers}
      help={text.numbersHelp}
      columns={COLUMNS}
      rows={rows}
      keyOf={({ told }) => `${told.clause} ${told.asked.of}`}
    />
  )
}

function Asked({ asked: { count, about, of } }: { readonly asked: NumberTold['asked'] }) {
  const number = numberText(count)
  return (
    <>
      {about ? text.about(number) : number} <Titled>{of}</Titled>
    </>
  )
}

function reportedText({ low, high }: NumberTold): string {
  if (low === null) return text.noFigure
  if (high === null) return text.atLeast(numberText(low))
  return low === high ? numberText(low) : text.span(numberText(low), numberText(high))
}

function Zones({ of, ids }: { readonly of: AgreementOverview; readonly ids: readonly string[] }) {
  return <Titled>{rowText(ids.map((id) => of.zones.find((zone) => zone.id === id)?.name ?? id))}</Titled>
}
