// Who has the page open, as the server knows them.
import type { SessionAnswer } from '@trucekeeper/api'
import { about } from '../api.ts'

/** Without a link there is nobody to ask, and what can be done without one stays open: it is asked once. */
export const sessionQuery = () => ({
  ...about<SessionAnswer>('/api/session'),
  retry: false,
  networkMode: 'always' as const,
  staleTime: 60_000,
})

/** Somebody at a desk, as the session says it; null for nobody and where there is one person only. */
export type Seat = Extract<SessionAnswer, { readonly session: string }>

export function seatIn(session: SessionAnswer | undefined): Seat | null {
  return session?.mode === 'people' && session.person !== null ? (session as Seat) : null
}
