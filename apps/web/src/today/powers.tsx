// The powers that could change the agreement, and how far the use of each has gone.
import type { PowerStatus, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { partyName, spoken } from '../grouping.ts'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'

export function Powers({ status }: { status: Status }) {
  if (status.powers.length === 0) return null
  return (
    <section className="panel" aria-labelledby="powers">
      <h2 id="powers">{words.power.title}</h2>
      <ul className="powers">
        {status.powers.map((power) => (
          <Power key={power.id} power={power} zone={status.agreement.zone} />
        ))}
      </ul>
    </section>
  )
}

function Power({ power, zone }: { power: PowerStatus; zone: string }) {
  const lens = useLens()
  return (
    <li>
      <p>
        <strong>{spoken(power.id)}</strong> <span className="power-stage">{reach(power.stage)}</span>
        <span className="quiet power-holders">{words.power.held(power.holders.map(partyName).join(', '))}</span>
      </p>
      {power.notices.map(({ at, stage, by, act, quote, doc }) => (
        <blockquote key={act} dir="auto">
          <p>“{quote}”</p>
          <footer className="quiet">
            {words.power.stage[stage] ?? stage} {words.term.by(by.map(partyName).join(', '))},{' '}
            <Moment iso={at} zone={zone} form="short" /> ·{' '}
            <Link to="/documents/$sha" params={{ sha: doc }} search={lens}>
              {words.quote.seeShort}
              <span className="unseen">: {spoken(power.id)}</span>
            </Link>
          </footer>
        </blockquote>
      ))}
    </li>
  )
}

function reach(stage: string | null): string {
  if (stage === null) return words.power.unused
  const said = words.power.stage[stage] ?? stage
  return stage === 'exercised' || stage === 'lifted' ? said : words.power.notExercised(said)
}
