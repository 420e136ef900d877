// Breaches counted as an interval: verified and alleged, by whom, and on how many days anyone looked.
import type { Status, TallyStatus } from '@trucekeeper/api'
import { clauseName, partyName } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'

export function Tallies({ status }: { status: Status }) {
  const { tallies, agreement } = status
  if (tallies.length === 0) return null
  const most = Math.max(1, ...tallies.map(({ alleged, verified }) => Math.max(alleged, verified)))
  return (
    <section className="panel tallies" aria-labelledby="tallies">
      <h2 id="tallies">{words.tally.title}</h2>
      <p className="quiet">{words.tally.help}</p>
      <ul>
        {tallies.map((tally) => (
          <Tally key={`${tally.clause} ${tally.party}`} tally={tally} most={most} zone={agreement.zone} />
        ))}
      </ul>
    </section>
  )
}

function Tally({ tally, most, zone }: { tally: TallyStatus; most: number; zone: string }) {
  const { party, clause, from, to, verified, alleged, coverage, by_claimant } = tally
  return (
    <li>
      <h3>
        <bdi>{partyName(party)}</bdi> <bdi className="quiet">{clauseName({ id: clause, parties: [party] })}</bdi>
      </h3>
      <p className="quiet">{words.tally.period(shortMoment(from, zone), shortMoment(to, zone))}</p>
      {alleged + verified > 0 && <Bar verified={verified} alleged={alleged} most={most} />}
      <dl className="tally-figures">
        <div>
          <dt>{words.tally.verified}</dt>
          <dd>{verified}</dd>
        </div>
        <div>
          <dt>{words.tally.alleged}</dt>
          <dd>{alleged}</dd>
        </div>
        <div>
          <dt>{words.tally.coverage}</dt>
          <dd>{words.tally.days(coverage.days_reported, coverage.days)}</dd>
        </div>
      </dl>
      {by_claimant.length > 0 && (
        <p className="claimants">
          <span className="quiet">{words.tally.byClaimant}: </span>
          {by_claimant
            .map(({ side, speakers, alleged }) => {
              return `${words.tally.claimant(words.side[side] ?? side, rowText(speakers))} ${alleged}`
            })
            .join(words.semicolon)}
        </p>
      )}
    </li>
  )
}

/** Solid for what is verified, hollow for what is alleged, to one scale for all parties. */
function Bar({ verified, alleged, most }: { verified: number; alleged: number; most: number }) {
  const width = (n: number) => (n / most) * 398
  return (
    <svg className="bar" viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-alleged" x="1" y="1" height="12" width={width(alleged)} />
      <rect className="bar-verified" x="1" y="1" height="12" width={width(verified)} />
    </svg>
  )
}
