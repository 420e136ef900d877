// Which of what was shared stands: what broke a caveat when it was said gives nobody anything to pass on.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import type { MinuteRefusal } from '../refusal.ts'
import { refusedShare } from './caveats.ts'

export interface AgainstCaveat {
  readonly minute: string
  readonly of: string
  readonly at: string
  readonly refusals: readonly MinuteRefusal[]
}

/** `minutes` in the order of doing. */
export function sortedOut(
  agreement: Agreement,
  minutes: readonly Minute[],
): { readonly standing: readonly Minute[]; readonly against: readonly AgainstCaveat[] } {
  const standing: Minute[] = []
  const against: AgainstCaveat[] = []
  for (const minute of minutes) {
    const refusals = minute.does === 'share' ? refusedHere(agreement, standing, minute) : []
    if (refusals.length === 0) standing.push(minute)
    else if (minute.does === 'share') against.push({ minute: minute.id, of: minute.of, at: minute.at, refusals })
  }
  return { standing, against }
}

export function standingUnder(agreement: Agreement, minutes: readonly Minute[]): readonly Minute[] {
  return sortedOut(agreement, minutes).standing
}

/** A gap in the numbers is no reason: what is not handed on to whoever reads is not unsaid by it. */
function refusedHere(agreement: Agreement, before: readonly Minute[], minute: MinuteOf<'share'>) {
  return refusedShare(agreement, before, minute).filter(({ code }) => code !== 'number-out-of-turn')
}
