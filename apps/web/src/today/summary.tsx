// The answer in one sentence.
import type { Status, Verdict } from '@trucekeeper/api'
import { Fragment } from 'react'
import { countVerdicts, VERDICTS } from '../grouping.ts'
import { Mark } from '../parts/verdict.tsx'
import { longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'

export function Summary({ status, account }: { status: Status; account: string | undefined }) {
  const counts = countVerdicts(status.clauses, account)
  const shown = VERDICTS.filter((verdict) => counts[verdict] > 0)
  const name = status.accounts.find(({ id }) => id === account)?.name
  const when = [
    words.today.asOf(longMoment(status.at, status.agreement.zone), zoneName(status.agreement.zone)),
    ...knowledge(status),
    ...(name ? [words.today.by(name)] : []),
  ]
  return (
    <div className="summary" aria-live="polite">
      <p>
        <span className="summary-when">{when.join(words.comma)}:</span> {shown.length === 0 && words.today.silent}
        {shown.map((verdict, index) => (
          <Fragment key={verdict}>
            <Count verdict={verdict} count={counts[verdict]} />
            {index === shown.length - 1 ? '.' : index === 0 ? words.semicolon : words.comma}
          </Fragment>
        ))}
      </p>
      {counts.unknown > 0 && (
        <p className="quiet">
          <Mark verdict="unknown" /> {words.today.unknownMeans}
        </p>
      )}
    </div>
  )
}

function Count({ verdict, count }: { verdict: Verdict; count: number }) {
  return (
    <span className={`summary-part summary-${verdict}`}>
      <Mark verdict={verdict} />
      {words.today[verdict](count)}
    </span>
  )
}

/** From which knowledge it is said, where that is not all of it. */
function knowledge({ known_at, agreement, checkpoint }: Status): string[] {
  if (known_at === null) return []
  const isInstant = !Number.isNaN(Date.parse(known_at))
  return [
    isInstant ? words.today.knownAt(longMoment(known_at, agreement.zone)) : words.today.knownSize(checkpoint.size),
  ]
}
