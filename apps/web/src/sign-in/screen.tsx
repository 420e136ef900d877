// Signing in: one button, and what to do without a passkey.
import { useEffect } from 'react'
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
      <p className="quiet">{signInWords.noAccount}</p>
    </Frame>
  )
}
