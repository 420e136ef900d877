// What may be said of a listed person: first that they may be meant, then, by another, that they are or are not.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'
import { standingListing } from './listings.ts'

const refuse = refuserFor(null)

/** `before`: minutes of what was done by then. */
export function refusedOfWatch(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  if (minute.does !== 'listing') return []
  const unknown = strangers(agreement, [minute.of])
  if (unknown.length > 0) return unknown
  const [claim] = minute.claims
  const stands = standingListing(before, claim, minute.reference)
  const { reference } = minute
  if (minute.state === 'possible') {
    if (stands === null || stands.last.state === 'refuted') return []
    return [
      refuse(
        'listing-already',
        `that the report may mean \`${reference}\` has been noted already, and is ${stands.last.state}`,
        'confirm it, or refute it with a reason',
      ),
    ]
  }
  if (stands === null || stands.last.state === 'refuted')
    return [
      refuse(
        'listing-not-possible',
        `nobody has noted that the report may mean \`${reference}\``,
        'note it as possible first, with what it rests on',
      ),
    ]
  if (stands.last.state === minute.state)
    return [refuse('listing-already', `\`${reference}\` is confirmed already`, 'refute it, if it is not so')]
  if (minute.state === 'confirmed' && stands.proposedBy === minute.of)
    return [
      refuse(
        'listing-alone',
        `\`${minute.of}\` noted that \`${reference}\` may be meant, and does not confirm it alone: what is confirmed can become public, and two have to have looked`,
        'ask another to confirm it; whoever noted it can refute it',
      ),
    ]
  return []
}
