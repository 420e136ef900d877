// What the screen on one's desk asks, and asks again after each change.
import type { DeskAnswers } from '@trucekeeper/api'
import { useQueryClient } from '@tanstack/react-query'
import { about } from '../api.ts'
import { useDoing, type Doing } from '../sign-in/use-doing.ts'

export const desksQuery = () => about<DeskAnswers['desks']>('/api/desks')
export const sessionsQuery = () => about<DeskAnswers['sessions']>('/api/sessions')
export const passkeysQuery = () => about<DeskAnswers['passkeys']>('/api/passkeys')
export const peopleQuery = () => about<DeskAnswers['people']>('/api/people')
export const invitationsQuery = () => about<DeskAnswers['invitations']>('/api/invitations')
export const draftsQuery = () => about<DeskAnswers['drafts']>('/api/drafts')
export const approvalsQuery = () => about<DeskAnswers['approvals']>('/api/approvals')
export const sealedReadsQuery = () => about<DeskAnswers['sealedReads']>('/api/sealed-reads')
export const providersQuery = () => about<DeskAnswers['oidc']>('/api/oidc')

/** A change, after which one list is asked for again. */
export function useChange(address: string): Doing {
  const client = useQueryClient()
  const doing = useDoing()
  return {
    ...doing,
    start: (work) => doing.start(() => work().finally(() => client.invalidateQueries({ queryKey: [address] }))),
  }
}
