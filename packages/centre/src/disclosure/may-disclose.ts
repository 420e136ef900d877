// Minutes in order, without those about the text that were not allowed when they were made.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { refusedOfDisclosure } from './rules.ts'

/** `minutes`: in the order of doing. Only what was allowed before counts for what is allowed after it. */
export function mayDisclose(
  agreement: Agreement,
  minutes: readonly Minute[],
): {
  readonly allowed: readonly Minute[]
  readonly without_effect: readonly { readonly minute: string; readonly why: string; readonly clause: string | null }[]
} {
  const allowed: Minute[] = []
  const without_effect: { minute: string; why: string; clause: string | null }[] = []
  for (const minute of minutes) {
    const [refusal] = refusedOfDisclosure(agreement, allowed, minute)
    if (refusal === undefined) allowed.push(minute)
    else without_effect.push({ minute: minute.id, why: refusal.why, clause: refusal.clause })
  }
  return { allowed, without_effect }
}
