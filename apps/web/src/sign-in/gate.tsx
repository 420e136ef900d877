// Who may see the screens: everybody where there is one person only, else whoever is signed in; others are asked to.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { Refusal } from '../api.ts'
import { PublicFrame } from '../public/frame.tsx'
import { Shell } from '../parts/shell.tsx'
import { seatIn, sessionQuery } from './seat.ts'

const SignInScreen = lazy(async () => ({ default: (await import('./screen.tsx')).SignInScreen }))
const InvitationScreen = lazy(async () => ({ default: (await import('./invitation.tsx')).InvitationScreen }))

/** What is released to all is shown to all. */
const PUBLIC = '/public'
const INVITATION = '/invitation'

export function Gate() {
  const { pathname } = useLocation()
  const { data: session, isPending, errorUpdateCount } = useQuery(sessionQuery())
  useSessionsEnd()
  // Asked again without a link, it is not known again; what is on the screen by then stays there.
  if (isPending && errorUpdateCount === 0) return null
  if (session?.mode === 'people' && pathname === INVITATION)
    return (
      <Suspense>
        <InvitationScreen />
      </Suspense>
    )
  // Without an answer there is no link, and what can be done without one is behind the gate.
  if (session?.mode !== 'people' || seatIn(session)) return <Shell />
  if (pathname === PUBLIC)
    return (
      <PublicFrame>
        <Outlet />
      </PublicFrame>
    )
  return (
    <Suspense>
      <SignInScreen />
    </Suspense>
  )
}

/** A session that ended on the server is noticed by the first question that it is refused. */
function useSessionsEnd(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      client.getQueryCache().subscribe(({ query, type }) => {
        const { error } = query.state
        if (type !== 'updated' || !(error instanceof Refusal) || error.code !== '401.1') return
        if (seatIn(client.getQueryData(sessionQuery().queryKey)))
          void client.invalidateQueries({ queryKey: sessionQuery().queryKey })
      }),
    [client],
  )
}
