// What is due next, and how long that is from the instant shown.
import type { Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { timeLeft } from '../time-text.ts'
import { words } from '../words.ts'

export function Deadlines({ status }: { status: Status }) {
  const lens = useLens()
  const clauses = new Set(status.clauses.map(({ id }) => id))
  return (
    <section className="deadlines" aria-labelledby="deadlines">
      <h2 id="deadlines">{words.deadlines.title}</h2>
      {status.deadlines.length === 0 && <p className="quiet">{words.deadlines.none}</p>}
      <ol>
        {status.deadlines.map(({ at, clause, what }) => (
          <li key={`${at} ${clause} ${what}`}>
            <strong>{timeLeft(status.at, at)}</strong>
            <span className="quiet">
              <Moment iso={at} zone={status.agreement.zone} form="short" />
            </span>
            <span className="deadline-what">
              {clauses.has(clause) ? (
                <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
                  {what}
                </Link>
              ) : (
                what
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
