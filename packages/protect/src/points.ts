// Who may see one exact point: a named person, for a purpose, in a window, by the owner's consent and a guarantor's.
import type { Instant } from '@trucekeeper/time'
import type { Person } from './entries.ts'
import type { Known, PointRequest } from './known.ts'

/** Whether this person's consent would count: that of the owner, or of a guarantor of a third organisation. */
export function mayConsent(known: Known, request: PointRequest, who: Person): boolean {
  const asker = known.people.get(request.person)?.organisation
  const owner = known.sites.get(request.site)?.owner
  if (who.organisation === asker) return false
  return who.organisation === owner || who.desk === 'guarantor'
}

/** Whose consent there is: the owner's, and that of a guarantor of another organisation. Who has no access any more consents to nothing. */
export function consentsTo(
  known: Known,
  request: PointRequest,
): { readonly owner: boolean; readonly guarantor: boolean } {
  const owner = known.sites.get(request.site)?.owner
  const consenting = [...request.consents.keys()].flatMap((id) => known.admitted(id) ?? [])
  return {
    owner: consenting.some(({ organisation }) => organisation === owner),
    guarantor: consenting.some(({ organisation, desk }) => organisation !== owner && desk === 'guarantor'),
  }
}

/** Whether both have consented, the window is open, and whoever asks is the person named. */
export function mayShow(known: Known, request: PointRequest, who: Person, at: Instant): boolean {
  if (request.person !== who.id || at < request.from || at >= request.to) return false
  const { owner, guarantor } = consentsTo(known, request)
  return owner && guarantor
}

/** How many points an organisation asks to see whose window has not ended, consented to or not. */
export function openRequests(known: Known, organisation: string, at: Instant): number {
  return [...known.requests.values()].filter(
    ({ to, person }) => to > at && known.people.get(person)?.organisation === organisation,
  ).length
}
