// The powers that could change the agreement, and how far the use of each has gone.
import type { PowerStatus, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { partyName, spoken } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'

export function Powers({ status }: { status: Status }) {
  if (status.powers.length === 0) return null
  const used = status.powers.filter(({ stage }) => stage !== null)
  const unused = status.powers.filter(({ stage }) => stage === null)
  return (
    <section className="panel" aria-labelledby="powers">
      <h2 id="powers">{words.power.title}</h2>
      {used.length > 0 && (
        <ul className="powers">
          {used.map((power) => (
            <Power key={power.id} power={power} zone={status.agreement.zone} />
          ))}
        </ul>
      )}
      {unused.length > 0 && (
        <p>
          <span className="quiet">{words.power.unusedOnes}: </span>
          {unused.map((power, index) => (
            <Fragment key={power.id}>
              {index > 0 && words.comma}
              <PowerLink {...power} />
            </Fragment>
          ))}
        </p>
      )}
    </section>
  )
}

function Power({ power, zone }: { power: PowerStatus; zone: string }) {
  const lens = useLens()
  return (
    <li>
      <p>
        <strong>
          <PowerLink {...power} />
        </strong>{' '}
        <span className="power-stage">{reach(power)}</span>
        <span className="quiet power-holders">{words.power.held(namesText(power.holders.map(partyName)))}</span>
      </p>
      {power.notices.map(({ at, stage, by, act, quote, doc, start, end }) => (
        <blockquote key={act} dir="auto">
          <p>{words.quoted(quote)}</p>
          <footer className="quiet" dir={words.dir}>
            {words.power.stage[stage] ?? stage} {words.term.by(namesText(by.map(partyName)))}
            {words.comma}
            <Moment iso={at} zone={zone} form="short" /> ·{' '}
            <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
              {words.quote.seeShort}
              <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
            </Link>
          </footer>
        </blockquote>
      ))}
    </li>
  )
}

function PowerLink({ id, title }: Pick<PowerStatus, 'id' | 'title'>) {
  const lens = useLens()
  return (
    <Link to="/clauses/$id" params={{ id }} search={lens}>
      <bdi>{title ?? spoken(id)}</bdi>
    </Link>
  )
}

/** How far its use has gone; a use that is over does not hide the next one that is only threatened. */
function reach({ stage, notices }: PowerStatus): string {
  const said = words.power.stage[stage ?? ''] ?? stage ?? ''
  if (stage === 'exercised' || stage === 'lifted') return said
  const before = notices.some((notice) => notice.stage === 'exercised')
  return before ? words.power.exercisedBefore(said) : words.power.notExercised(said)
}
