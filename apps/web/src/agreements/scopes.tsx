// A row for each incident, a column for each agreement: whether it speaks of it, by which clause, and why.
import type { AgreementOverview, IncidentScopes, ScopeUnder } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { rowText } from '../list-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { Titled } from './titled.tsx'
import { agreementsWords as text } from './words.ts'

interface Props {
  readonly incidents: readonly IncidentScopes[]
  readonly agreements: readonly AgreementOverview[]
  readonly zone: string
}

const columnsFor = (agreements: Props['agreements'], zone: string): Column<IncidentScopes>[] => [
  { title: text.incident, cell: (one) => <Incident one={one} zone={zone} /> },
  ...agreements.map(({ id, title }) => ({
    title,
    cell: ({ under }: IncidentScopes) => <Decision scope={under.find(({ agreement }) => agreement === id)} />,
  })),
]

export function Scopes({ incidents, agreements, zone }: Props) {
  return (
    <section aria-labelledby="scopes" className="agreements-scopes">
      <h2 id="scopes">{text.scopes}</h2>
      <p className="quiet">{text.scopesHelp}</p>
      {incidents.length === 0 && <p className="quiet">{text.noIncidents}</p>}
      {incidents.length > 0 && (
        <DataTable
          labelledBy="scopes"
          rows={incidents}
          keyOf={({ incident }) => incident}
          columns={columnsFor(agreements, zone)}
        />
      )}
    </section>
  )
}

function Incident({ one: { kind, from, places }, zone }: { readonly one: IncidentScopes; readonly zone: string }) {
  return (
    <>
      {words.claim.kind[kind] ?? kind}
      <span className="quiet agreements-made">
        {from === null ? text.when : longMoment(from.slice(0, 10), zone)}
        {places.length > 0 && (
          <>
            <br />
            <Titled>{rowText(places)}</Titled>
          </>
        )}
      </span>
    </>
  )
}

function Decision({ scope }: { readonly scope: ScopeUnder | undefined }) {
  if (!scope || scope.clause === null) return <span className="quiet">{text.noClause}</span>
  const { agreement, clause, decision, reason } = scope
  const isCovered = decision === 'covered'
  return (
    <span className={isCovered ? 'scope-covered' : 'scope-not'}>
      <Link
        to="/clauses/$id"
        params={{ id: clause }}
        search={(search) => ({ ...search, agreement, account: undefined })}
      >
        {words.scope[decision] ?? decision}
      </Link>
      {!isCovered && (
        <span className="quiet agreements-made">
          <English>{reason}</English>
        </span>
      )}
    </span>
  )
}
