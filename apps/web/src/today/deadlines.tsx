// What is due next, and how long that is from the instant shown.
import type { Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { clauseName, deadlinesTogether, partyName, spoken } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { timeLeft } from '../time-text.ts'
import { words } from '../words.ts'

export function Deadlines({ status }: { status: Status }) {
  return (
    <section className="deadlines" aria-labelledby="deadlines">
      <h2 id="deadlines">{words.deadlines.title}</h2>
      {status.deadlines.length === 0 && <p className="quiet">{words.deadlines.none}</p>}
      <ol>
        {deadlinesTogether(status.deadlines).map(({ at, what, of }) => (
          <li key={`${at} ${what}`}>
            <strong>{timeLeft(status.at, at)}</strong>
            <span className="quiet">
              <Moment iso={at} zone={status.agreement.zone} form="short" />
            </span>
            <span className="deadline-what">
              <English>{what}</English>
            </span>
            <ul className="deadline-of">
              {of.map((id) => (
                <li key={id}>
                  <ClauseLink id={id} status={status} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ClauseLink({ id, status }: { id: string; status: Status }) {
  const lens = useLens()
  const clause = status.clauses.find((one) => one.id === id)
  if (!clause) return spoken(id)
  const parties = namesText(clause.parties.map(partyName))
  return (
    <Link to="/clauses/$id" params={{ id }} search={lens}>
      <bdi>{clauseName(clause)}</bdi>
      {parties && `${words.comma}${parties}`}
    </Link>
  )
}
