// What one's desk holds, and the way to show it to others.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'
import { heldQuery, partsOf } from './held.ts'
import { Mark } from './mark.tsx'
import { ReleaseForm } from './form.tsx'
import { releaseWords as said } from './words.ts'
import './release.css'

/** Nothing where nobody signs in. */
export function HeldPanel() {
  const { data: session } = useQuery(sessionQuery())
  const seat = seatIn(session)
  const { data } = useQuery({ ...heldQuery(), enabled: seat !== null })
  const [open, setOpen] = useState<string | null>(null)
  if (seat === null || !data) return null
  const parts = partsOf(data).toReversed()
  const releases = seat.roles.includes('releaser')
  return (
    <section className="panel release-held" aria-labelledby="release-held">
      <h2 id="release-held">{said.title}</h2>
      <p className="quiet">{parts.length === 0 ? said.nothing : said.help}</p>
      {parts.length > 0 && !releases && <p className="quiet">{said.notYours}</p>}
      <ul>
        {parts.map(({ first, words, ids, releasedTo }) => (
          <li key={first.id}>
            {words !== null && <q dir="auto">{words}</q>}
            <p className={words === null ? undefined : 'quiet'}>
              <bdi>{first.summary}</bdi> <Mark releasedTo={releasedTo} />
            </p>
            {releases && open !== first.id && (
              <button
                type="button"
                aria-label={said.releaseOf(words ?? first.summary)}
                onClick={() => setOpen(first.id)}
              >
                {said.release}
              </button>
            )}
            {open === first.id && <ReleaseForm seat={seat} ids={ids} onDone={() => setOpen(null)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
