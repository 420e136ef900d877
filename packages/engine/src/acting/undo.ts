// How an act can be undone: by the power that would undo it, and until when.
import type { Agreement, Power } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import type { Status } from '../status.ts'
import { joined, sayInstant } from '../words.ts'
import { holdersOf } from './refusal.ts'
import { clausesOf } from './stands.ts'

export interface Undo {
  readonly power: string
  readonly stage: 'lifted' | 'exercised'
  /** Those who can. */
  readonly by: readonly string[]
  /** The last moment at which it can be; null while nothing sets one. */
  readonly until: string | null
  readonly sentence: string
}

/** Undone is what is taken back, resumed, ended or named anew; a waiver, a withdrawal and a certificate are not. */
export function undoOf(agreement: Agreement, power: Power, act: Act, takesEffect: boolean, after: Status): Undo | null {
  if (act.stage === 'lifted' || act.stage === 'demanded') return null
  const told = (stage: Undo['stage'], by: readonly string[], until: string | null, how: string, of = power): Undo => ({
    power: of.id,
    stage,
    by,
    until,
    sentence: `${how}${until === null ? '' : ` until ${sayInstant(parseInstant(until)!, agreement.zone)}`}`,
  })
  if (!takesEffect)
    return told('lifted', act.by, null, `it can be taken back by ${joined(act.by)} as long as it has no effect`)
  switch (power.effect) {
    case 'suspend':
      return told(
        'lifted',
        act.by,
        endOf(agreement, power.targets, after),
        `it can be lifted by ${joined(act.by)} under \`${power.id}\``,
      )
    case 'extend':
    case 'resume': {
      const against = power.effect === 'extend' ? 'terminate' : 'suspend'
      const other = agreement.ruled.find(
        (clause): clause is Power =>
          clause.kind === 'power' &&
          clause.effect === against &&
          clause.targets.some((id) => power.targets.includes(id)),
      )
      return other
        ? told(
            'exercised',
            other.holders,
            endOf(agreement, power.targets, after),
            `it can be undone under \`${other.id}\` by ${holdersOf(other)}`,
            other,
          )
        : null
    }
    case 'designate': {
      // What is named can be named anew until it has come.
      const until = act.sets ?? null
      return until !== null && parseInstant(until)! > parseInstant(act.at)!
        ? told('exercised', power.holders, until, `another moment can be named by ${holdersOf(power)}`)
        : null
    }
    default:
      return null
  }
}

/** When the first of some clauses ends, or the term it lasts for. */
function endOf(agreement: Agreement, targets: readonly string[], { terms }: Status): string | null {
  const ends = targets
    .flatMap((target) => clausesOf(agreement, target))
    .flatMap((clause) => {
      const term =
        clause.kind === 'term'
          ? clause.id
          : 'during' in clause && clause.during?.kind === 'term'
            ? clause.during.term
            : null
      return terms.find(({ id }) => id === term)?.ends ?? []
    })
  return ends.toSorted((a, b) => parseInstant(a)! - parseInstant(b)!)[0] ?? null
}
