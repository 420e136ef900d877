// Coming in by an invitation: what it says, and the making of a passkey.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { rowText } from '../list-text.ts'
import { Loading } from '../parts/refusal.tsx'
import { words } from '../words.ts'
import { Frame, Said } from './frame.tsx'
import { deskName, roleNames } from './names.ts'
import { acceptInvitation, readInvitation, startAnew } from './session.ts'
import { useDoing } from './use-doing.ts'
import { signInWords } from './words.ts'

/** Kept beside the screen, which may be shown anew: the address has it only the first time. */
let token = ''

/** The secret stands after the `#`, which browsers keep to themselves, and leaves the address as soon as it is read. */
function takeToken(): string {
  const { hash, pathname, search } = globalThis.location
  if (hash.length > 1) {
    token = hash.slice(1)
    globalThis.history.replaceState(globalThis.history.state, '', `${pathname}${search}`)
  }
  return token
}

export function InvitationScreen() {
  const [token] = useState(takeToken)
  const { data: invitation, isPending } = useQuery({
    queryKey: ['invitation'],
    queryFn: () => readInvitation(token),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  const { busy, reason, start } = useDoing()
  useEffect(() => {
    document.title = `${signInWords.invitation} · ${words.product}`
  }, [])
  if (isPending)
    return (
      <Frame>
        <Loading />
      </Frame>
    )
  if (!invitation)
    return (
      <Frame>
        <h1>{signInWords.invitation}</h1>
        <p role="alert">{signInWords.spent}</p>
        <p>
          <a href="/">{signInWords.signInInstead}</a>
        </p>
      </Frame>
    )
  const { name, desk, roles } = invitation.invited
  const come = () => acceptInvitation(token).then(() => startAnew('/desk'))
  return (
    <Frame>
      <h1>{signInWords.hello(rowText([name]))}</h1>
      <p className="panel-lead">{signInWords.invited(deskName(desk), roleNames(roles))}</p>
      <p>{signInWords.howItWorks}</p>
      <button type="button" className="sign-in-button" aria-disabled={busy} onClick={() => start(come)}>
        {busy ? signInWords.busy : signInWords.makePasskey}
      </button>
      <Said reason={reason} />
    </Frame>
  )
}
