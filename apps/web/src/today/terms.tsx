// How long the agreement runs, and by which steps it came to end when it does.
import type { Status } from '@trucekeeper/api'
import { partyName, spoken } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'

export function Terms({ status }: { status: Status }) {
  const { zone } = status.agreement
  if (status.terms.length === 0) return null
  return (
    <section className="panel" aria-labelledby="terms">
      <h2 id="terms">{words.term.title}</h2>
      {status.terms.map((term) => (
        <article key={term.id}>
          <p className="panel-lead">{span(term, zone, status.at)}</p>
          <p className="quiet">
            <bdi>{term.title ?? spoken(term.id)}</bdi>
          </p>
          {term.steps.length > 0 && (
            <>
              <h3>{words.term.steps}</h3>
              <ol className="steps">
                {term.steps.map(({ at, what, by, stage, act }) => (
                  <li key={`${at} ${what}`}>
                    <Moment iso={at} zone={zone} form="short" />
                    <span>
                      <English>{what}</English>
                      <span className="quiet">
                        {' '}
                        {[
                          act && (words.power.stage[stage] ?? stage),
                          by.length > 0 && words.term.by(namesText(by.map(partyName))),
                        ]
                          .filter(Boolean)
                          .join(' ')}
                      </span>
                    </span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </article>
      ))}
    </section>
  )
}

function span({ starts, ends }: Status['terms'][number], zone: string, at: string): string {
  if (starts && Date.parse(starts) > Date.parse(at)) return words.term.begins(longMoment(starts, zone))
  if (!ends) return words.term.open
  return Date.parse(ends) <= Date.parse(at)
    ? words.term.ended(longMoment(ends, zone))
    : words.term.until(longMoment(ends, zone))
}
