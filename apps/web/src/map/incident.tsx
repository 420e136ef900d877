// One incident: what and when, what is found for each clause, who says what in which words, and why a clause leaves it out.
import type { MapIncident as Incident } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { spoken } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { useLens } from '../parts/use-view.ts'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { FindingBadge } from './finding.tsx'
import { mapWords } from './words.ts'

export function IncidentCard({ incident, zone }: { incident: Incident; zone: string }) {
  const lens = useLens()
  const { kind, places, findings, says, apart } = incident
  return (
    <article className="map-incident">
      <h3>
        {mapWords.kind[kind] ?? spoken(kind)}
        {words.comma}
        <span className="quiet">{whenText(incident, zone)}</span>
      </h3>
      <p className="quiet">{places.length > 0 ? mapWords.namedPlaces(rowText(places)) : mapWords.noPlace}</p>
      {findings.length === 0 && <FindingBadge finding="none" />}
      <ul className="map-clauses">
        {findings.map(({ clause, finding }) => (
          <li key={clause}>
            <FindingBadge finding={finding} />{' '}
            <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
              {mapWords.clauseFinding(clause)}
            </Link>
          </li>
        ))}
      </ul>
      {says.length === 0 ? <p className="quiet">{mapWords.noWords}</p> : <Words says={says} />}
      {apart.length > 0 && (
        <details className="map-apart">
          <summary>{mapWords.apart}</summary>
          <ul>
            {apart.map(({ clause, decision, reason }) => (
              <li key={clause}>
                <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
                  <bdi>{clause}</bdi>
                </Link>
                {': '}
                {words.scope[decision] ?? spoken(decision)}
                {words.comma}
                <span lang="en" dir="ltr">
                  {reason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}

function Words({ says }: Pick<Incident, 'says'>) {
  const lens = useLens()
  return (
    <details className="map-words">
      <summary>
        {mapWords.says} ({says.length})
      </summary>
      {says.map(({ claim, stance, speaker, side, outlet, doc, start, end, quote }) => (
        <figure key={claim} className="quote">
          <blockquote dir="auto">
            <p>{words.quoted(quote)}</p>
          </blockquote>
          <figcaption>
            <strong dir="auto">{speaker ?? words.quote.unnamed}</strong> ({words.side[side] ?? side}){' '}
            {stance === null ? mapWords.onlySaid : (mapWords.stance[stance] ?? spoken(stance))}
            {outlet !== null && (
              <span className="quiet">
                {words.comma}
                <bdi>{outlet}</bdi>
              </span>
            )}{' '}
            <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
              {words.quote.seeShort}
              <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
            </Link>
          </figcaption>
        </figure>
      ))}
    </details>
  )
}

function whenText({ from, to }: Incident, zone: string): string {
  const until = to === null ? '' : shortMoment(to, zone)
  if (from === null) return mapWords.whenUnknown(until)
  const since = shortMoment(from, zone)
  return to === null || since === until ? since : mapWords.when(since, until)
}
