// What each who assesses finds, side by side: findings that differ stay two.
import type { CaseAnswer } from '@trucekeeper/api'
import { Moment } from '../parts/moment.tsx'
import { Quoted } from './told.tsx'
import { caseWords as said } from './words.ts'

export function Findings({ told, zone }: { readonly told: CaseAnswer; readonly zone: string }) {
  const { case: one, names } = told
  const nameOf = (id: string) => names[id] ?? id
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{said.foundTitle}</h2>
      <p>
        <strong>{said.agreed[one.agreed]}</strong> {one.findings.length > 0 && said.scopes[one.scope]}
      </p>
      <div className="case-columns">
        {one.assessors.map((who) => {
          const found = one.findings.filter(({ of }) => of.includes(who))
          return (
            <section key={who} aria-labelledby={`found-${who}`}>
              <h3 id={`found-${who}`}>{nameOf(who)}</h3>
              {found.length === 0 && <p className="quiet">{said.notFound}</p>}
              <ol className="case-findings">
                {found.map(({ minute, finding, actor, reason, claims, at, of }) => (
                  <li key={minute}>
                    <p>
                      <strong>{said.findings[finding]}</strong>
                      {of.length > 1 && <span className="quiet"> ({of.map(nameOf).join(' + ')})</span>}
                    </p>
                    {actor !== null && <p>{said.actorNamed(nameOf(actor))}</p>}
                    <p dir="auto">{reason}</p>
                    <p className="quiet">
                      <Moment iso={at} zone={zone} />
                    </p>
                    {claims.length > 0 && (
                      <details>
                        <summary>
                          {said.restsOn} ({claims.length})<span className="unseen">: {nameOf(who)}</span>
                        </summary>
                        <ul className="case-words">
                          {claims.map((id) => (
                            <Quoted key={id} id={id} told={told} />
                          ))}
                        </ul>
                      </details>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          )
        })}
      </div>
    </section>
  )
}
