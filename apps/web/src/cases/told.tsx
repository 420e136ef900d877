// What is said of the happening, for and against, each in its exact words with the way to them; and what each account makes of it.
import type { CaseAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { InARow } from '../parts/in-a-row.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { caseWords as said } from './words.ts'

export function Told({ told }: { readonly told: CaseAnswer }) {
  const { case: one, claims } = told
  const sides = {
    for: [...new Set(one.incidents.flatMap((incident) => incident.for))],
    against: [...new Set(one.incidents.flatMap((incident) => incident.against))],
  }
  const rest = Object.keys(claims).filter((id) => !sides.for.includes(id) && !sides.against.includes(id))
  const columns = [
    ['for', said.forIt, sides.for],
    ['against', said.againstIt, sides.against],
    ...(rest.length > 0 ? [['rest', said.otherWords, rest] as const] : []),
  ] as const
  return (
    <section aria-labelledby="told">
      <h2 id="told">{said.wordsTitle}</h2>
      {Object.keys(claims).length === 0 ? (
        <p className="quiet">{said.noWords}</p>
      ) : (
        <div className="case-columns">
          {columns.map(([key, title, ids]) => (
            <section key={key} aria-labelledby={`told-${key}`}>
              <h3 id={`told-${key}`}>
                {title} <span className="quiet">{ids.length}</span>
              </h3>
              <ul className="case-words">
                {ids.map((id) => (
                  <Quoted key={id} id={id} told={told} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {one.incidents.map(({ id, verdicts }) => (
        <p key={id}>
          {said.accounts}:{' '}
          <InARow
            things={verdicts.map(
              ({ account, verdict }) => `${told.account_names[account] ?? account}: ${said.verdicts[verdict]}`,
            )}
          />
        </p>
      ))}
    </section>
  )
}

export function Quoted({ id, told: { claims, documents } }: { readonly id: string; readonly told: CaseAnswer }) {
  const lens = useLens()
  const claim = claims[id]
  if (!claim)
    return (
      <li className="quiet">
        <bdi>{id}</bdi>
      </li>
    )
  const { quote, speaker, speaker_side: side, outlet, doc, start, end } = claim
  return (
    <li>
      <blockquote dir="auto">{words.quoted(quote)}</blockquote>
      <p className="quiet">
        <bdi>{speaker ?? words.quote.unnamed}</bdi> ({words.side[side] ?? side}){words.comma}
        {outlet && (
          <>
            <bdi>{outlet}</bdi>
            {words.comma}
          </>
        )}
        <Link to="/documents/$sha" params={{ sha: documents[doc] ?? doc }} search={{ ...lens, start, end }}>
          {words.quote.seeShort}
          <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
        </Link>
      </p>
    </li>
  )
}
