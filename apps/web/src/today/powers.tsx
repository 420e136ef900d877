// The powers that could change the agreement, and how far the use of each has gone.
import type { PowerStatus, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { partyName, spoken } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { useLens } from '../parts/use-view.ts'
import { noticeMarks } from '../powers/marks.ts'
import { Notices } from '../powers/notices.tsx'
import { words } from '../words.ts'

export function Powers({ status }: { status: Status }) {
  const used = status.powers.filter(({ stage }) => stage !== null)
  const unused = status.powers.filter(({ stage }) => stage === null)
  const lens = useLens()
  if (status.powers.length === 0) return null
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
      <p>
        <Link to="/powers" search={lens}>
          {noticeMarks.all}
        </Link>
      </p>
    </section>
  )
}

function Power({ power, zone }: { power: PowerStatus; zone: string }) {
  return (
    <li>
      <p>
        <strong>
          <PowerLink {...power} />
        </strong>{' '}
        <span className="power-stage">{reach(power)}</span>
        <span className="quiet power-holders">{words.power.held(namesText(power.holders.map(partyName)))}</span>
      </p>
      <Notices notices={power.notices} zone={zone} />
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
  const isIdle = (notices.at(-1)?.without_effect ?? null) !== null
  if (isIdle) return `${said}${words.comma}${noticeMarks.withoutEffect}`
  if (stage === 'exercised' || stage === 'lifted') return said
  const before = notices.some((notice) => notice.stage === 'exercised')
  return before ? words.power.exercisedBefore(said) : words.power.notExercised(said)
}
