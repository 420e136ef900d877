// Clauses of any of the agreements that need somebody, what is broken first.
import type { AgreementOverview } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { Titled } from './titled.tsx'
import { agreementsWords as text } from './words.ts'

interface NeededRow {
  readonly agreement: string
  readonly called: string
  readonly one: AgreementOverview['attention'][number]
}

const COLUMNS: Column<NeededRow>[] = [
  {
    title: text.clause,
    cell: ({ agreement, one }) => (
      <>
        <Link
          to="/clauses/$id"
          params={{ id: one.clause }}
          search={(search) => ({ ...search, agreement, account: undefined })}
        >
          <Titled>{one.title ?? one.clause}</Titled>
        </Link>
        <span className="clause-id">
          <Titled>{one.clause}</Titled>
        </span>
      </>
    ),
  },
  { title: text.agreement, cell: ({ called }) => <Titled>{called}</Titled> },
  { title: text.stands, cell: ({ one }) => text.concern[one.concern] },
  { title: text.why, cell: ({ one }) => <English>{one.reason}</English> },
]

export function Needed({ agreements }: { readonly agreements: readonly AgreementOverview[] }) {
  const rows = agreements.flatMap(({ id: agreement, title, attention }) =>
    attention.map((one) => ({ agreement, called: title, one })),
  )
  return (
    <section aria-labelledby="needed">
      <h2 id="needed">{text.attention}</h2>
      {rows.length === 0 && <p className="quiet">{text.nothingNeeded}</p>}
      {rows.length > 0 && (
        <DataTable
          labelledBy="needed"
          rows={rows}
          keyOf={({ agreement, one }) => `${agreement} ${one.clause}`}
          columns={COLUMNS}
        />
      )}
    </section>
  )
}
