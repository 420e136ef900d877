// Who sits at the desk; an administrator can send somebody away.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rowText } from '../list-text.ts'
import { Said } from '../sign-in/frame.tsx'
import { roleNames } from '../sign-in/names.ts'
import type { Seat } from '../sign-in/seat.ts'
import { send } from '../sign-in/session.ts'
import { peopleQuery, useChange } from './queries.ts'
import { deskWords } from './words.ts'

export function People({ seat }: { seat: Seat }) {
  const { data } = useQuery(peopleQuery())
  const { reason, start } = useChange('/api/people')
  const [leaving, setLeaving] = useState<string | null>(null)
  const administers = seat.roles.includes('administrator')
  const sendAway = (id: string) => send('PUT', `/api/people/${id}/roles`, { roles: [] }).finally(() => setLeaving(null))
  return (
    <section className="panel" aria-labelledby="desk-people">
      <h2 id="desk-people">{deskWords.people}</h2>
      <ul className="desk-list">
        {data?.people.map(({ id, name, organisation, roles }) => (
          <li key={id}>
            <div>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              <p className="quiet">{deskWords.of(rowText([organisation]), roleNames(roles))}</p>
              {leaving === id && (
                <div className="desk-sure" role="group" aria-label={deskWords.sendAwayOf(name)}>
                  <p>{deskWords.sure(rowText([name]))}</p>
                  <button type="button" onClick={() => start(() => sendAway(id))}>
                    {deskWords.yes}
                  </button>
                  <button type="button" onClick={() => setLeaving(null)}>
                    {deskWords.no}
                  </button>
                </div>
              )}
            </div>
            {administers && id !== seat.person.id && leaving !== id && (
              <button type="button" aria-label={deskWords.sendAwayOf(name)} onClick={() => setLeaving(id)}>
                {deskWords.sendAway}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Said reason={reason} />
    </section>
  )
}
