// Inviting somebody to the desk, and the invitations that nobody has opened yet.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { rowText } from '../list-text.ts'
import { Said } from '../sign-in/frame.tsx'
import { ROLE_NAMES, roleNames } from '../sign-in/names.ts'
import { send } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { invitationsQuery, useChange } from './queries.ts'
import { deskWords } from './words.ts'

interface Made {
  readonly name: string
  readonly link: string
}

export function Invitations() {
  const { data } = useQuery(invitationsQuery())
  const { reason, start } = useChange('/api/invitations')
  const [made, setMade] = useState<Made | null>(null)

  const invite = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const name = String(given.get('name')).trim()
    start(async () => {
      const wanted = { name, roles: given.getAll('role') }
      const { token } = await send<{ token: string }>('POST', '/api/invitations', wanted)
      setMade({ name, link: `${globalThis.location.origin}/invitation#${token}` })
      form.reset()
    })
  }

  return (
    <section className="panel" aria-labelledby="desk-invite">
      <h2 id="desk-invite">{deskWords.invite}</h2>
      <p className="quiet">{deskWords.inviteHelp}</p>
      <form className="desk-form" onSubmit={invite}>
        <div className="field">
          <label htmlFor="desk-invite-name">{deskWords.name}</label>
          <input id="desk-invite-name" name="name" dir="auto" autoComplete="off" maxLength={120} required />
        </div>
        <fieldset className="desk-roles">
          <legend>{deskWords.roles}</legend>
          {Object.entries(ROLE_NAMES).map(([role, word]) => (
            <label key={role}>
              <input type="checkbox" name="role" value={role} defaultChecked={role === 'reader'} /> {word}
            </label>
          ))}
        </fieldset>
        <button type="submit">{deskWords.makeLink}</button>
      </form>
      <Said reason={reason} />
      {made && (
        <div className="desk-made" role="status">
          <label htmlFor="desk-link">{deskWords.link(rowText([made.name]))}</label>
          <input
            id="desk-link"
            dir="ltr"
            readOnly
            value={made.link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <p className="quiet">{deskWords.linkHelp}</p>
        </div>
      )}
      {data && data.invitations.length > 0 && (
        <>
          <h3>{deskWords.open}</h3>
          <ul className="desk-list">
            {data.invitations.map(({ id, name, roles, expires_at }) => (
              <li key={id}>
                <div>
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  <p className="quiet">{deskWords.until(roleNames(roles), moment(expires_at))}</p>
                </div>
                <button
                  type="button"
                  aria-label={deskWords.withdrawOf(name)}
                  onClick={() => start(() => send('DELETE', `/api/invitations/${id}`))}
                >
                  {deskWords.withdraw}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
