// Somebody's passkeys: what each is called, adding one, removing one.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Said } from '../sign-in/frame.tsx'
import { addPasskey, send } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { passkeysQuery, useChange } from './queries.ts'
import { ConfirmButton, useStepUp } from './step-up.tsx'
import { deskWords } from './words.ts'

export function Passkeys() {
  const { data } = useQuery(passkeysQuery())
  const doing = useChange('/api/passkeys')
  const { busy, reason } = doing
  const stepUp = useStepUp(doing)
  const [label, setLabel] = useState('')
  const keys = data?.passkeys ?? []

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
                onClick={() => stepUp.start(() => send('DELETE', `/api/passkeys/${encodeURIComponent(id)}`))}
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
          stepUp.start(() => addPasskey(label).then(() => setLabel('')))
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
      <ConfirmButton stepUp={stepUp} />
    </section>
  )
}
