// The four verdicts and how they combine. Not Belnap's tables: contested and unknown make no breach nobody alleged.
import type { Verdict } from './status.ts'

const WORST_FIRST: readonly Verdict[] = ['breached', 'contested', 'unknown', 'met']
const BEST_LAST: readonly Verdict[] = ['breached', 'unknown', 'contested', 'met']

/** The worst of them: breached < contested < unknown < met. Of none: met. */
export function and(values: readonly Verdict[]): Verdict {
  return WORST_FIRST.find((value) => values.includes(value)) ?? 'met'
}

/** The best of them: breached < unknown < contested < met. Of none: breached. */
export function or(values: readonly Verdict[]): Verdict {
  return BEST_LAST.findLast((value) => values.includes(value)) ?? 'breached'
}

/** Swaps met and breached, leaves the others. */
export function not(value: Verdict): Verdict {
  return value === 'met' ? 'breached' : value === 'breached' ? 'met' : value
}

/** One question's evidence: for alone supports it, against alone refutes it, both contest it, none leaves it unknown. */
export function weigh(supported: boolean, refuted: boolean): Verdict {
  if (supported) return refuted ? 'contested' : 'met'
  return refuted ? 'breached' : 'unknown'
}

export function truth(value: boolean): Verdict {
  return value ? 'met' : 'breached'
}
