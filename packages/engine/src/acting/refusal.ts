// A refusal of an act: the clause that forbids it, under its heading, why, and what may be done instead.
import type { Agreement, Power, Source } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import type { Timeline } from '../timeline.ts'
import { joined } from '../words.ts'

/** Why an act is refused; `docs/acts.md` says what each means. */
export const ACT_REFUSAL_CODES = [
  'power-unknown',
  'already-recorded',
  'actor-unknown',
  'not-a-holder',
  'acting-for-another',
  'not-joined-by-all',
  'nothing-proposed',
  'differs-from-proposal',
  'other-form',
  'length-unreadable',
  'nothing-to-lengthen',
  'nothing-to-set',
  'moment-missing',
  'another-power',
  'term-over',
  'term-endless',
  'already-ended',
  'already-suspended',
  'not-suspended',
  'not-the-suspender',
  'nothing-to-lift',
  'anchor-fixed',
  'anchor-has-come',
  'gate-not-ready',
  'gate-suspended',
  'gate-shut-for-good',
  'already-certified',
  'not-a-certifier',
  'certified-too-late',
  'asked-for-first',
  'power-expired',
] as const

export type ActRefusalCode = (typeof ACT_REFUSAL_CODES)[number]

export interface ActRefusal {
  /** The id of the clause that forbids it. */
  readonly clause: string
  /** The headings above that clause, outermost first, joined by ` › `; empty where there is no such clause. */
  readonly heading: string
  readonly code: ActRefusalCode
  /** One lower-case sentence. */
  readonly why: string
  /** What may be done instead. */
  readonly help: string
}

/** An act beside what acts before it have made of the agreement. */
export interface Attempt {
  readonly agreement: Agreement
  readonly power: Power
  readonly act: Act
  readonly at: Instant
  /** Of acts made before this one. */
  readonly timeline: Timeline
}

export function refusal(
  clause: { readonly id: string; readonly source: Source },
  code: ActRefusalCode,
  why: string,
  help: string,
): ActRefusal {
  return { clause: clause.id, heading: clause.source.heading.join(' › '), code, why, help }
}

/** `east and west jointly`, `east or west` */
export function holdersOf({ holders, how }: Pick<Power, 'holders' | 'how'>): string {
  return how === 'jointly' && holders.length > 1 ? `${joined(holders)} jointly` : holders.join(' or ')
}

/** Powers by which something can be done to a clause, told with who holds them; what to say where there is none. */
export function otherPowers(
  agreement: Agreement,
  effects: readonly Power['effect'][],
  target: string,
  none: string,
): string {
  const found = agreement.ruled.filter(
    (clause): clause is Power =>
      clause.kind === 'power' && effects.includes(clause.effect) && clause.targets.includes(target),
  )
  return found.length === 0 ? none : found.map((power) => `\`${power.id}\`, held by ${holdersOf(power)}`).join('; ')
}
