// Who sits at the desk; an administrator changes what they may do there, or sends them away.
import type { DeskAnswers } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { rowText } from '../list-text.ts'
import { Said } from '../sign-in/frame.tsx'
import { ROLE_NAMES, roleNames } from '../sign-in/names.ts'
import type { Seat } from '../sign-in/seat.ts'
import { send, startAnew } from '../sign-in/session.ts'
import { peopleQuery, useChange } from './queries.ts'
import { deskWords } from './words.ts'

type Member = DeskAnswers['people']['people'][number]

interface Doing {
  readonly id: string
  readonly what: 'roles' | 'leave'
}

export function People({ seat }: { seat: Seat }) {
  const { data } = useQuery(peopleQuery())
  const { reason, start } = useChange('/api/people')
  const [doing, setDoing] = useState<Doing | null>(null)
  const administers = seat.roles.includes('administrator')
  const give = (id: string, roles: readonly string[]) =>
    start(async () => {
      await send('PUT', `/api/people/${id}/roles`, { roles })
      setDoing(null)
      // All sessions of theirs have ended, this one with them.
      if (id === seat.person.id) startAnew()
    })
  return (
    <section className="panel" aria-labelledby="desk-people">
      <h2 id="desk-people">{deskWords.people}</h2>
      <ul className="desk-list">
        {data?.people.map((member) => {
          const { id, name, organisation, roles } = member
          const what = doing?.id === id ? doing.what : null
          return (
            <li key={id}>
              <div>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                <p className="quiet">{deskWords.of(rowText([organisation]), roleNames(roles))}</p>
                {what === 'roles' && (
                  <RolesForm
                    member={member}
                    isSelf={id === seat.person.id}
                    onGive={(wanted) => give(id, wanted)}
                    onBack={() => setDoing(null)}
                  />
                )}
                {what === 'leave' && (
                  <div className="desk-sure" role="group" aria-label={deskWords.sendAwayOf(name)}>
                    <p>{deskWords.sure(rowText([name]))}</p>
                    <button type="button" onClick={() => give(id, [])}>
                      {deskWords.yes}
                    </button>
                    <button type="button" onClick={() => setDoing(null)}>
                      {deskWords.no}
                    </button>
                  </div>
                )}
              </div>
              {administers && what === null && (
                <div className="desk-buttons">
                  <button
                    type="button"
                    aria-label={deskWords.rolesOf(name)}
                    onClick={() => setDoing({ id, what: 'roles' })}
                  >
                    {deskWords.changeRoles}
                  </button>
                  {id !== seat.person.id && (
                    <button
                      type="button"
                      aria-label={deskWords.sendAwayOf(name)}
                      onClick={() => setDoing({ id, what: 'leave' })}
                    >
                      {deskWords.sendAway}
                    </button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <Said reason={reason} />
    </section>
  )
}

interface RolesFormProps {
  readonly member: Member
  readonly isSelf: boolean
  readonly onGive: (roles: readonly string[]) => void
  readonly onBack: () => void
}

function RolesForm({ member: { name, roles }, isSelf, onGive, onBack }: RolesFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>(roles)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onGive(chosen)
  }
  const turn = (role: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, role] : chosen.filter((one) => one !== role))
  return (
    <form className="desk-form" onSubmit={submit}>
      <fieldset className="desk-roles">
        <legend>{deskWords.rolesOf(name)}</legend>
        {Object.entries(ROLE_NAMES).map(([role, word]) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={({ target }) => turn(role, target.checked)}
            />{' '}
            {word}
          </label>
        ))}
      </fieldset>
      <p className="quiet">{isSelf ? deskWords.rolesEndYours : deskWords.rolesEndTheirs}</p>
      <button type="submit" disabled={chosen.length === 0}>
        {deskWords.saveRoles}
      </button>
      <button type="button" onClick={onBack}>
        {deskWords.no}
      </button>
    </form>
  )
}
