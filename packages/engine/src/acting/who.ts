// Who may act under a power: its holders, for themselves, together where they hold it together.
import { joining, type Act } from '@trucekeeper/claims'
import { agree, WILLING } from '../timeline.ts'
import { joined } from '../words.ts'
import { holdersOf, refusal, type ActRefusal, type Attempt } from './refusal.ts'

export function whoRefusals(attempt: Attempt): ActRefusal[] {
  const { agreement, power, act } = attempt
  const known = new Set(agreement.actors.map(({ id }) => id))
  const strangers = act.by.filter((id) => !known.has(id))
  if (strangers.length > 0)
    return [
      refusal(
        power,
        'actor-unknown',
        `the agreement names nobody ${strangers.map((id) => `\`${id}\``).join(', ')}`,
        `${meantBy(attempt, strangers)}\`${power.id}\` is held by ${holdersOf(power)}`,
      ),
    ]
  // Anybody may demand that a power be used.
  if (act.stage === 'demanded') return []
  const others = act.by.filter((id) => !power.holders.includes(id))
  if (others.length > 0) return others.map((id) => notHolder(attempt, id))
  return act.stage === 'accepted' || act.stage === 'exercised' ? togetherRefusals(attempt) : []
}

/** Acts name by their ids those whom reports name otherwise. */
function meantBy({ agreement }: Attempt, strangers: readonly string[]): string {
  const meant = strangers.flatMap((name) => {
    const same = (other: string) => other.toLowerCase() === name.toLowerCase()
    const actor = agreement.actors.find(({ id, names }) => [id, ...names].some(same))
    return actor ? [`\`${actor.id}\``] : []
  })
  return meant.length > 0 ? `did you mean ${joined(meant)}? ` : ''
}

/** A guarantor answers for its party, and does not act for it; nor does a party for its guarantor. */
function notHolder({ agreement, power }: Attempt, id: string): ActRefusal {
  const answersFor = (who: string) => agreement.actors.find((actor) => actor.id === who)?.answeredBy ?? null
  const represented = power.holders.find((holder) => answersFor(holder) === id || answersFor(id) === holder)
  const help = `it is for ${holdersOf(power)}`
  return represented
    ? refusal(
        power,
        'acting-for-another',
        `\`${power.id}\` is held by ${holdersOf(power)}; ${id} cannot act for ${represented}`,
        help,
      )
    : refusal(power, 'not-a-holder', `${id} does not hold \`${power.id}\``, help)
}

function togetherRefusals({ power, act, timeline }: Attempt): ActRefusal[] {
  const pending = timeline.pending(power.id)
  if (power.how !== 'jointly' || power.holders.length < 2)
    return act.stage === 'exercised'
      ? []
      : [
          refusal(
            power,
            'nothing-proposed',
            `\`${power.id}\` is held by ${holdersOf(power)}: each uses it alone, and there is nothing to accept`,
            'exercise it',
          ),
        ]
  const missing = power.holders.filter((id) => !act.by.includes(id) && !pending.has(id))
  const waiting = power.holders.filter((id) => !act.by.includes(id) && pending.has(id))
  if (act.stage === 'accepted' && waiting.length === 0)
    return [
      refusal(
        power,
        'nothing-proposed',
        `nobody has proposed what ${joined(act.by)} would accept under \`${power.id}\``,
        'propose it; the other accepts',
      ),
    ]
  if (missing.length > 0)
    return [
      refusal(
        power,
        'not-joined-by-all',
        `\`${power.id}\` is held by ${holdersOf(power)}; ${joined(missing)} ${missing.length === 1 ? 'has' : 'have'} not joined in`,
        `propose it; it takes effect once ${joined(missing)} ${missing.length === 1 ? 'accepts' : 'accept'}`,
      ),
    ]
  const together = [...waiting.map((id) => pending.get(id)!), act]
  if (agree(together)) return []
  const said = (one: Act) => `${joined(one.by)} ${one.length ?? one.sets ?? 'nothing of the kind'}`
  return [
    refusal(
      power,
      'differs-from-proposal',
      `the holders of \`${power.id}\` do not name the same: ${together.map(said).join(', ')}`,
      'accept what was proposed, or propose anew',
    ),
  ]
}

/** Whether with this act all whose will it takes have shown it. */
export function completes({ power, act, timeline }: Attempt): boolean {
  if (power.how !== 'jointly') return act.stage === 'exercised'
  if (!WILLING.has(act.stage)) return false
  return joining(power.holders, timeline.pending(power.id), act.by, act, agree).together !== null
}
