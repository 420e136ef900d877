// Whose an act has become: of all who joined in, once it has had its effect together with theirs.
import type { Agreement } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { makersOf, timelineOf } from '../timeline.ts'

/** The ids of those who used the power together with it; null for an act that waits for others, or that was done alone. */
export function usedTogetherBy(
  agreement: Agreement,
  acts: readonly Act[],
  { id, power }: Pick<Act, 'id' | 'power'>,
): readonly string[] | null {
  const use = timelineOf(agreement, acts, Infinity)
    .uses(power)
    .find((one) => one.acts.length > 1 && one.acts.some((act) => act.id === id))
  return use ? makersOf(use) : null
}
