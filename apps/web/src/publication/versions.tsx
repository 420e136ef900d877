// The versions of the text by language: the root that was committed to, who published them, and how these compare.
import type { PublicationAnswer } from '@trucekeeper/api'
import { languageName } from '../language.ts'
import { apart } from '../list-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { publicationWords as said } from './words.ts'

type Version = PublicationAnswer['versions'][number]

export function Versions({ told }: { readonly told: PublicationAnswer }) {
  return (
    <section aria-labelledby="publication-versions">
      <h2 id="publication-versions">{said.versions}</h2>
      {told.versions.length === 0 ? (
        <p className="quiet">{said.noVersions}</p>
      ) : (
        <DataTable
          labelledBy="publication-versions"
          columns={columnsOf(told)}
          rows={told.versions}
          keyOf={({ version, lang }) => `${version} ${lang}`}
        />
      )}
    </section>
  )
}

function columnsOf(told: PublicationAnswer): readonly Column<Version>[] {
  const named = (id: string) => told.names[id] ?? id
  return [
    {
      title: said.version,
      cell: ({ version, lang }) => (
        <>
          <bdi dir="ltr">{version}</bdi> <span className="cell-more">{languageName(lang)}</span>
        </>
      ),
    },
    {
      title: said.root,
      cell: ({ commitment }) =>
        commitment ? <code>{commitment.root}</code> : <span className="quiet">{said.noRoot}</span>,
    },
    {
      title: said.publishedBy,
      cell: ({ publications }) =>
        publications.length === 0 ? (
          <span className="quiet">{said.nobody}</span>
        ) : (
          <ul>
            {publications.map(({ id, published_by, outside }) => (
              <li key={id}>
                <bdi>{named(published_by)}</bdi> {outside && <span className="quiet">({said.outside})</span>}
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: said.compared,
      cell: ({ compared, publications }) => {
        const by = (id: string) => named(publications.find((one) => one.id === id)!.published_by)
        return (
          <ul>
            {compared.map(({ one, other, is }) => (
              <li key={`${one} ${other}`}>{said.beside(apart(by(one)), apart(by(other)), said.is[is])}</li>
            ))}
          </ul>
        )
      },
    },
  ]
}
