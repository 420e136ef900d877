// The right of reply and the replies; measures that were taken; visits made for the case.
import type { CaseAnswer } from '@trucekeeper/api'
import { rowText } from '../list-text.ts'
import { Moment } from '../parts/moment.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { Visits } from './visits.tsx'
import { caseWords as said } from './words.ts'

export function Replies({ told: { case: one, names }, zone }: { readonly told: CaseAnswer; readonly zone: string }) {
  const nameOf = (id: string) => names[id] ?? id
  const { open, until, replied } = one.reply
  return (
    <div className="panels">
      <section className="panel" aria-labelledby="reply">
        <h2 id="reply">{said.reply}</h2>
        <p>{!open ? said.replyShut : until === null ? said.replyOpen : said.replyUntil(longMoment(until, zone))}</p>
        {replied.length === 0 && <p className="quiet">{said.noReply}</p>}
        {replied.map(({ of, text, at }) => (
          <blockquote key={`${of} ${at}`}>
            <p dir="auto">{text}</p>
            <footer className="quiet">
              <bdi>{nameOf(of)}</bdi>
              {words.comma}
              <Moment iso={at} zone={zone} />
            </footer>
          </blockquote>
        ))}
      </section>
      <section className="panel" aria-labelledby="measures">
        <h2 id="measures">{said.measures}</h2>
        {one.measures.length === 0 && <p className="quiet">{said.noMeasures}</p>}
        <ul>
          {one.measures.map(({ of, step, measure, at }) => (
            <li key={`${measure} ${at}`}>
              <span dir="auto">{measure}</span>{' '}
              <span className="quiet">
                ({rowText([...of.map(nameOf), ...(step === null ? [] : [said.ofStep(String(step))])])},{' '}
                <Moment iso={at} zone={zone} />)
              </span>
            </li>
          ))}
        </ul>
      </section>
      {one.visits.length > 0 && (
        <section className="panel" aria-labelledby="case-visits">
          <h2 id="case-visits">{said.visits}</h2>
          <Visits labelledBy="case-visits" visits={one.visits} names={names} zone={zone} />
        </section>
      )}
    </div>
  )
}
