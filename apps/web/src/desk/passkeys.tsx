// Somebody's passkeys: what each is called, adding one, removing one.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../api.ts'
import { Said } from '../sign-in/frame.tsx'
import { sessionQuery } from '../sign-in/seat.ts'
import { addPasskey, send, signIn } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { passkeysQuery, useChange } from './queries.ts'
import { deskWords } from './words.ts'

const HELD_TOO_LONG_AGO = '403.3'

export function Passkeys() {
  const { data } = useQuery(passkeysQuery())
  const client = useQueryClient()
  const { busy, reason, start } = useChange('/api/passkeys')
  const [stale, setStale] = useState(false)
  const [label, setLabel] = useState('')
  const keys = data?.passkeys ?? []

  const once = (work: () => Promise<unknown>) =>
    start(() =>
      work().catch((error: unknown) => {
        setStale(error instanceof Refusal && error.code === HELD_TOO_LONG_AGO)
        throw error
      }),
    )
  // Signing in again is what holds the passkey to it; it makes a session anew, so the page asks which it has now.
  const confirm = async () => {
    await signIn()
    setStale(false)
    await client.invalidateQueries({ queryKey: sessionQuery().queryKey })
    await client.invalidateQueries({ queryKey: ['/api/sessions'] })
  }

  return (
    <section className="panel" aria-labelledby="desk-passkeys">
      <h2 id="desk-passkeys">{deskWords.passkeys}</h2>
      <p className="quiet">{deskWords.passkeysHelp}</p>
      <ul className="desk-list">
        {keys.map(({ id, label, device_bound, created_at, used_at }) => (
          <li key={id}>
            <div>
              <strong>
                <bdi>{label === '' ? deskWords.unknownDevice : label}</bdi>
              </strong>
              <span className="desk-tag">{device_bound ? deskWords.bound : deskWords.copied}</span>
              <p className="quiet">{deskWords.passkeyUsed(moment(created_at), moment(used_at))}</p>
              {keys.length === 1 && <p className="quiet">{deskWords.onlyOne}</p>}
            </div>
            {keys.length > 1 && (
              <button
                type="button"
                aria-label={deskWords.removeOf(label)}
                onClick={() => once(() => send('DELETE', `/api/passkeys/${encodeURIComponent(id)}`))}
              >
                {deskWords.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          once(() => addPasskey(label).then(() => setLabel('')))
        }}
      >
        <div className="field">
          <label htmlFor="desk-passkey-name">{deskWords.passkeyName}</label>
          <input
            id="desk-passkey-name"
            dir="auto"
            autoComplete="off"
            maxLength={80}
            required
            value={label}
            onChange={({ target }) => setLabel(target.value)}
          />
        </div>
        <button type="submit" aria-disabled={busy}>
          {deskWords.addPasskey}
        </button>
      </form>
      <Said reason={reason} />
      {stale && (
        <button type="button" className="desk-confirm" onClick={() => start(confirm)}>
          {deskWords.confirm}
        </button>
      )}
    </section>
  )
}
