// Where somebody is signed in, and ending it there.
import { useQuery } from '@tanstack/react-query'
import { Said } from '../sign-in/frame.tsx'
import { deskName } from '../sign-in/names.ts'
import type { Seat } from '../sign-in/seat.ts'
import { send } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { sessionsQuery, useChange } from './queries.ts'
import { deskWords } from './words.ts'

export function Sessions({ seat }: { seat: Seat }) {
  const { data } = useQuery(sessionsQuery())
  const { reason, start } = useChange('/api/sessions')
  return (
    <section className="panel" aria-labelledby="desk-sessions">
      <h2 id="desk-sessions">{deskWords.sessions}</h2>
      <ul className="desk-list">
        {data?.sessions.map(({ id, device, desk, created_at, seen_at }) => {
          const name = device === '' ? deskWords.unknownDevice : device
          return (
            <li key={id}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {id === seat.session && <span className="desk-tag">{deskWords.thisOne}</span>}
                <p className="quiet">{deskWords.sessionSpan(deskName(desk), moment(created_at), moment(seen_at))}</p>
              </div>
              {id !== seat.session && (
                <button
                  type="button"
                  aria-label={deskWords.endOf(name)}
                  onClick={() => start(() => send('DELETE', `/api/sessions/${id}`))}
                >
                  {deskWords.end}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <Said reason={reason} />
      <p className="quiet">{deskWords.sessionsHelp}</p>
    </section>
  )
}
