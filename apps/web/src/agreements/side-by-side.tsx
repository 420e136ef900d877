// One row for each agreement: who, where, since when, how it stands, who is outside, how public, who endorsed it.
import type { AgreementOverview } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { rowText } from '../list-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { Titled } from './titled.tsx'
import { agreementsWords as text } from './words.ts'

interface Props {
  readonly agreements: readonly AgreementOverview[]
}

const COLUMNS: Column<AgreementOverview>[] = [
  { title: text.agreement, cell: (one) => <Named one={one} /> },
  { title: text.stands, cell: ({ standing }) => <strong>{words.standing[standing]}</strong> },
  { title: text.dates, cell: (one) => <Dates one={one} /> },
  { title: text.parties, cell: ({ parties }) => <Titled>{rowText(parties.map(({ name }) => name))}</Titled> },
  { title: text.where, cell: ({ zones }) => <Titled>{rowText(zones.map(({ name }) => name))}</Titled> },
  { title: text.outside, cell: ({ excluded }) => <Said said={rowText(excluded.map(({ name }) => name))} /> },
  { title: text.stage, cell: ({ stage }) => <Said said={stage} /> },
  { title: text.published, cell: ({ status }) => <Said said={status} /> },
  { title: text.endorsed, cell: ({ endorsed }) => <Said said={endorsed} /> },
]

export function SideBySide({ agreements }: Props) {
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side">{text.sideBySide}</h2>
      <DataTable labelledBy="side-by-side" rows={agreements} keyOf={({ id }) => id} columns={COLUMNS} />
    </section>
  )
}

/** What the text says of itself, in its own words. */
function Said({ said }: { readonly said: string | null }) {
  return said ? <Titled>{said}</Titled> : <span className="quiet">{words.none}</span>
}

function Named({ one: { id, title, made, zone } }: { readonly one: AgreementOverview }) {
  return (
    <>
      <Link
        to="/"
        search={(search) => ({ ...search, agreement: id, account: undefined })}
        aria-label={text.lookAt(title)}
      >
        <Titled>{title}</Titled>
      </Link>
      {made && <span className="quiet agreements-made">{text.made(longMoment(made, zone))}</span>}
    </>
  )
}

function Dates({ one: { terms, zone } }: { readonly one: AgreementOverview }) {
  if (terms.length === 0) return <span className="quiet">{text.noTerm}</span>
  return (
    <ul className="agreements-plain">
      {terms.map(({ id, starts, ends }) => (
        <li key={id}>
          {starts === null
            ? text.notBegun
            : `${longMoment(starts, zone)} – ${ends === null ? text.openEnded : longMoment(ends, zone)}`}
        </li>
      ))}
    </ul>
  )
}
