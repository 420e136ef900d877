// Whom of the list the words of a report may mean, worked out in the browser, with a reason for every word.
import type { TravelTold } from '@trucekeeper/api'
import { matchesIn, type SanctionsList } from '@trucekeeper/watch'
import { useMemo } from 'react'
import type { Speakers } from '../minuting/index.ts'
import { words } from '../words.ts'
import { NoteForm } from './forms.tsx'
import { Grounds } from './listings.tsx'
import { watchWords as said } from './words.ts'

interface Props {
  readonly told: TravelTold
  readonly list: SanctionsList
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
  readonly speakers: Speakers
}

export function Proposed({ told, list, names, zone, speakers }: Props) {
  const { quote, names: read, listings } = told
  const matches = useMemo(() => matchesIn(list, { quote, names: read }), [list, quote, read])
  const open = matches.filter(
    ({ reference }) => !listings.some((one) => one.reference === reference && one.state !== 'refuted'),
  )
  if (matches.length === 0) return <p className="quiet">{said.proposedNone}</p>
  return (
    <>
      {open.map((match) => (
        <section key={match.reference} className="watch-listing" aria-label={match.reference}>
          <h3>
            {said.proposed}: <bdi>{match.reference}</bdi>
          </h3>
          <p>
            <span dir="auto">{match.listed?.name}</span> {said.proposedBy(words.quoted(match.words))}
          </p>
          <Grounds grounds={match.reasons} />
          {speakers.mayWrite && (
            <details>
              <summary>{said.note}</summary>
              <NoteForm claim={told.claim} names={names} zone={zone} speakers={speakers} match={match} list={list} />
            </details>
          )}
        </section>
      ))}
    </>
  )
}
