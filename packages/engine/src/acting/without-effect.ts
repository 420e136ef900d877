// Of acts in the record: why one that was meant to change something changed nothing. It stays in the record for all that.
import type { Agreement, Power } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { timelineOf, type Timeline } from '../timeline.ts'
import type { ActRefusalCode, Attempt } from './refusal.ts'
import { ofTheText } from './effect.ts'
import { standsRefusals } from './stands.ts'
import { whoRefusals } from './who.ts'

/** What a desk is refused for and what has its effect all the same. */
const HARMLESS: ReadonlySet<ActRefusalCode> = new Set([
  'other-form',
  'nothing-to-lengthen',
  'nothing-to-set',
  // It happens that those who name a moment name it anew when it has passed, and it is for them to do so.
  'anchor-has-come',
])

/**
 * Null where an act had its effect, or was never meant to have one, as a threat. Judged by what acts and the clock had made
 * of the agreement by then, and by whether what it waited for was so.
 */
export function withoutEffect(agreement: Agreement, power: Power, act: Act, timeline: Timeline): string | null {
  const idle = timeline.idle.get(act.id)
  if (idle !== undefined) return idle
  if (act.stage !== 'exercised' && act.stage !== 'accepted' && act.stage !== 'lifted') return null
  const at = parseInstant(act.at)!
  const used = timeline.uses(power.id).some(({ acts }) => acts.includes(act))
  const before = agreement.ruled
    .flatMap(({ kind, id }) => (kind === 'power' ? timeline.acts(id) : []))
    .filter((one) => isBefore(one, act))
  const attempt: Attempt = { agreement, power, act, at, timeline: timelineOf(agreement, before, at, timeline.idle) }
  const who = used ? [] : whoRefusals(attempt)
  const found = [...who, ...standsRefusals(attempt)].find(({ code }) => !HARMLESS.has(code))
  if (found) return `${found.clause}: ${found.why}`
  return used ? ofTheText(power) : null
}

/** Null where an act is no offer that waits for others, or can still be accepted; `expired` says that the power cannot be used. */
export function lapsed(
  agreement: Agreement,
  power: Power,
  act: Act,
  { at, timeline }: { readonly at: Instant; readonly timeline: Timeline },
  expired: string | null,
): string | null {
  if (![...timeline.pending(power.id).values()].includes(act)) return null
  const accepting: Attempt = { agreement, power, act: { ...act, stage: 'accepted' }, at, timeline }
  const over = standsRefusals(accepting).find(({ code }) => code === 'term-over' || code === 'already-ended')
  return over ? `${over.clause}: ${over.why}` : expired
}

function isBefore(one: Act, other: Act): boolean {
  const [a, b] = [parseInstant(one.at)!, parseInstant(other.at)!]
  return a < b || (a === b && one.id < other.id)
}
