// The sign-in of one's own organisation: being known to it, or no longer.
import { useQuery } from '@tanstack/react-query'
import { Said } from '../sign-in/frame.tsx'
import { send } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { providersQuery, useChange } from './queries.ts'
import { ConfirmButton, useStepUp } from './step-up.tsx'
import { deskWords } from './words.ts'

export function Providers() {
  const { data } = useQuery(providersQuery())
  const doing = useChange('/api/oidc')
  const stepUp = useStepUp(doing)
  if (!data || data.providers.length === 0) return null
  const link = async (id: string) => {
    const { address } = await send<{ address: string }>('POST', `/api/oidc/${id}/link`)
    globalThis.location.assign(address)
  }
  return (
    <section className="panel" aria-labelledby="desk-providers">
      <h2 id="desk-providers">{deskWords.providers}</h2>
      <p className="quiet">{deskWords.providersHelp}</p>
      <ul className="desk-list">
        {data.providers.map(({ id, issuer, linked_at }) => (
          <li key={id}>
            <div>
              <strong>
                <bdi>{id}</bdi>
              </strong>
              <p className="quiet">
                <bdi dir="ltr">{issuer}</bdi>
                {linked_at !== null && ` ${deskWords.linkedSince(moment(linked_at))}`}
              </p>
            </div>
            {linked_at === null ? (
              <button type="button" onClick={() => stepUp.start(() => link(id))}>
                {deskWords.linkProvider}
              </button>
            ) : (
              <button type="button" onClick={() => stepUp.start(() => send('DELETE', `/api/oidc/${id}/link`))}>
                {deskWords.unlinkProvider}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Said reason={doing.reason} />
      <ConfirmButton stepUp={stepUp} />
    </section>
  )
}
