// What a claim does to the thing it speaks of.
import type { Claim } from './claim.ts'
import type { Stance } from '@trucekeeper/codes'

/**
 * The stance of a claim: as a person set it, otherwise from modality and negation; null when the claim is about
 * what is wished, threatened, planned or made a condition, and so is no evidence of what happened.
 */
export function stanceOf({ stance, modality, negated }: Pick<Claim, 'stance' | 'modality' | 'negated'>): Stance | null {
  if (stance) return stance
  switch (modality) {
    case 'asserted':
      return negated ? 'denies' : 'asserts'
    case 'denied':
      return 'denies'
    case 'reported-unconfirmed':
      return negated ? 'cannot_confirm' : 'asserts'
    case 'threatened':
    case 'demanded':
    case 'conditional':
    case 'planned':
      return null
  }
}

/** The number of a bulk claim ("144 violations since Monday"), or null when the claim counts nothing. */
export function bulkCount({ kind, figures }: Pick<Claim, 'kind' | 'figures'>): number | null {
  if (kind !== 'truce_violation') return null
  const counted = figures.find(({ value, unit, what }) => value !== null && /violation|breach/i.test(`${unit} ${what}`))
  return counted?.value ?? null
}
