// Signing in: one button, the way through one's organisation, and what to do without either.
import { useEffect, useState, type FormEvent } from 'react'
import { words } from '../words.ts'
import { Frame, Said } from './frame.tsx'
import { signIn, startAnew } from './session.ts'
import { useDoing } from './use-doing.ts'
import { signInWords } from './words.ts'

export function SignInScreen() {
  const { busy, reason, start } = useDoing()
  useEffect(() => {
    document.title = `${signInWords.title} · ${words.product}`
  }, [])
  return (
    <Frame>
      <h1>{signInWords.title}</h1>
      <p className="panel-lead">{signInWords.lead}</p>
      <button
        type="button"
        className="sign-in-button"
        aria-disabled={busy}
        onClick={() => start(() => signIn().then(() => startAnew()))}
      >
        {busy ? signInWords.busy : signInWords.signIn}
      </button>
      <Said reason={reason} />
      <Elsewhere />
      <p className="quiet">{signInWords.noAccount}</p>
    </Frame>
  )
}

/** Where the server sends whoever was not let in through another sign-in; it says no more than that. */
const REFUSED = '#sign-in-refused'
const KEPT_NAME = 'sign-in-provider'

/** Through one's organisation: its short name is known to its own people, and kept in their browser. */
function Elsewhere() {
  const [name, setName] = useState(() => localStorage.getItem(KEPT_NAME) ?? '')
  const wasRefused = globalThis.location.hash === REFUSED
  const leave = (event: FormEvent) => {
    event.preventDefault()
    const short = name.trim().toLowerCase()
    localStorage.setItem(KEPT_NAME, short)
    globalThis.location.assign(`/api/oidc/${encodeURIComponent(short)}`)
  }
  return (
    <details open={wasRefused || name !== ''}>
      <summary>{signInWords.elsewhere}</summary>
      <form className="sign-in-elsewhere" onSubmit={leave}>
        <div className="field">
          <label htmlFor="sign-in-provider">{signInWords.shortName}</label>
          <input
            id="sign-in-provider"
            dir="ltr"
            autoComplete="organization"
            autoCapitalize="none"
            maxLength={31}
            required
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <button type="submit">{signInWords.go}</button>
      </form>
      <Said reason={wasRefused ? { text: signInWords.elsewhereRefused, english: false } : null} />
    </details>
  )
}
