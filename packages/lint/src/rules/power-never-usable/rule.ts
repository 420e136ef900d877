// A power that would change nothing, whoever used it.
import type { AnyClause, Ref } from '@trucekeeper/agreement'
import { atomsOf } from '../../conditions.ts'
import { chainOf, sayChain, spotOfName } from '../../earliest/index.ts'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'

type Power = Extract<AnyClause, { kind: 'power' }>

/** What a power must work on to do anything; every other effect works on whatever binds. */
const WORKS_ON: Partial<Record<string, string>> = { extend: 'term', certify: 'gate', designate: 'anchor' }
/** What can be suspended, waived, discharged or ended. */
const CAN_CEASE = new Set(['duty', 'ban', 'leave', 'gate', 'power', 'term', 'procedure'])
const CEASING = new Set(['suspend', 'resume', 'waive', 'discharge', 'terminate'])

export const rule: Rule = {
  name: 'power-never-usable',
  severity: 'warning',
  engine: 'shape',
  summary:
    'A power works on what it cannot change, waits for what never is, or is held by those who are outside the arrangement.',
  *check(subject) {
    const used = usedPowers(subject)
    const suspended = new Set(
      subject
        .of('power')
        .flatMap(({ fields: { effect } }) => (effect.effect === 'suspend' ? effect.targets.map(({ id }) => id) : [])),
    )
    for (const power of subject.of('power')) {
      yield* outside(subject, power)
      yield* awaited(subject, power)
      for (const target of power.fields.effect.targets) {
        const wrong = idle(subject, power, target, used, suspended)
        if (!wrong) continue
        yield {
          at: { range: target.at, heading: power.heading },
          ...wrong,
          clauses: [power.id, target.id],
        }
      }
    }
  },
}

/** What has to be so first never is; a circle of waits is told by a rule of its own. */
function* awaited(subject: Subject, power: Power): Generator<Finding> {
  const earliest = subject.earliest('endless')
  if (!earliest || !power.fields.when) return
  const { at, undecided } = earliest.of(power.id)
  if (at !== null || undecided || earliest.circles.some((circle) => circle.includes(power.id))) return
  const chain = chainOf(earliest, power.id)
  yield {
    at: chain[0] ? spotOfName(subject, power, chain[0], 'when') : subject.spot(power, 'when'),
    message: chain[0]
      ? `\`${power.id}\` can never be used: it waits for ${sayChain(chain)}`
      : `\`${power.id}\` can never be used: no moment meets all of its condition`,
    help: 'ask for something first that can come about',
    clauses: [power.id],
  }
}

/** Why using it would change nothing of a target. */
function idle(
  { clause, spot }: Subject,
  power: Power,
  { id }: Ref,
  used: ReadonlySet<string>,
  suspended: ReadonlySet<string>,
): Pick<Finding, 'message' | 'help' | 'also'> | null {
  const { effect } = power.fields.effect
  const target = clause(id)
  if (!target) return null
  const needed = WORKS_ON[effect]
  if (needed !== undefined && target.kind !== needed)
    return {
      message: `\`${power.id}\` cannot ${effect} \`${id}\`: it is a ${target.kind}, and only a ${needed} can be`,
      help: `name a ${needed}, or another effect`,
    }
  if (CEASING.has(effect) && !CAN_CEASE.has(target.kind))
    return {
      message: `\`${power.id}\` cannot ${effect} \`${id}\`: a ${target.kind} binds nobody`,
      help: 'name what rests on it',
    }
  if (effect === 'resume' && ![id, id.split('.')[0]!].some((name) => suspended.has(name)))
    return {
      message: `\`${power.id}\` is to resume \`${id}\`, which no power suspends`,
      help: `add a power with \`effect suspend ${id}\`, or leave this one out`,
    }
  if (effect === 'trigger' && !used.has(power.id) && target.kind !== 'procedure')
    return {
      message: `\`${power.id}\` triggers \`${id}\`, where nothing waits for it`,
      help:
        target.kind === 'gate'
          ? `add \`reset on ${power.id}\` to what has to be \`held\` for the gate`
          : `let the clause wait for it with \`exercised(${power.id})\``,
      also: [{ ...spot(target, 'when'), label: 'does not name it' }],
    }
  if (target.kind === 'anchor' && target.fields.at !== undefined)
    return {
      message: `\`${power.id}\` designates \`${id}\`, which is fixed already`,
      help: 'take `at` out of the moment, or leave the power out',
      also: [{ ...spot(target, 'at'), label: 'fixed here' }],
    }
  if (target.kind === 'gate' && effect === 'certify' && target.fields.certify) {
    const named = target.fields.certify.who.who.map((one) => one.id)
    const holders = power.fields['held-by'].who.map((one) => one.id)
    if (holders.some((holder) => named.includes(holder))) return null
    return {
      message: `\`${power.id}\` lets nobody certify \`${id}\` whom the gate names`,
      help: 'let the same hold the power who certify the gate',
      also: [{ ...spot(target, 'certify'), label: 'named here' }],
    }
  }
  return null
}

/** Jointly with somebody who never joins in it is never used; held by others too it is only odd. */
function* outside({ clause }: Subject, power: Power): Generator<Finding> {
  const { who, how } = power.fields['held-by']
  const strangers = who.filter(({ id }) => {
    const holder = clause(id)
    return (
      (holder?.kind === 'party' || holder?.kind === 'guarantor' || holder?.kind === 'body') &&
      holder.fields.role === 'excluded_group'
    )
  })
  const isDead = how === 'jointly' ? strangers.length > 0 : strangers.length === who.length
  for (const { id, at } of strangers) {
    yield {
      at: { range: at, heading: power.heading },
      severity: isDead ? 'warning' : 'note',
      message: `\`${power.id}\` is held by \`${id}\`, which is outside the arrangement`,
      help: 'let those hold it who are bound by the agreement or answer for it',
      clauses: [power.id, id],
    }
  }
}

/** Powers that some count goes back on, or that some condition waits for. */
function usedPowers({ of }: Subject): Set<string> {
  const conditions = [
    ...of('gate').map(({ fields }) => fields.when),
    ...of('power').map(({ fields }) => fields.when),
    ...of('duty').map(({ fields }) => fields.after),
  ]
  return new Set(
    conditions
      .filter((condition) => condition !== undefined)
      .flatMap((condition) => [...atomsOf(condition)])
      .flatMap(({ atom }) => {
        if (atom.op === 'exercised') return [atom.of.id]
        return atom.op === 'held' && atom.reset ? [atom.reset.id] : []
      }),
  )
}
