// Clauses that cannot both be kept, or that give one thing two numbers.
import { actEntry } from '@trucekeeper/codes'
import type { AnyClause, Group } from '@trucekeeper/agreement'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { LANGUAGES, phrases } from '../../wording/index.ts'
import { gateFindings } from './gates.ts'
import { numberFindings } from './numbers.ts'
import { reachIndex, zonesOf, type Reach } from './overlap.ts'
import { areApart, stretchesOf } from './spans.ts'

type Ban = Extract<AnyClause, { kind: 'ban' }>
type Leave = Extract<AnyClause, { kind: 'leave' }>

const ALLOWING = LANGUAGES.flatMap(({ acts }) => acts.map(({ words, act }) => ({ act, words: phrases(words) })))

export const rule: Rule = {
  name: 'contradiction',
  severity: 'warning',
  engine: 'shape',
  summary: 'Two clauses cannot both be kept, or give one act, one depth or one gate two different numbers.',
  *check(subject) {
    const settled = settledPairs(subject)
    const stretch = stretchesOf(subject)
    const bans = reachIndex<Ban>(zonesOf(subject))
    for (const ban of subject.of('ban')) bans.add(reachOf(ban.fields.on, ban.fields.act, ban.fields.in), ban)
    for (const duty of subject.of('duty')) {
      const { on, act, in: places } = duty.fields
      for (const ban of bans.meeting(reachOf(on, act, places))) {
        if (settled(duty.id, ban.id) || areApart(stretch(duty), stretch(ban))) continue
        yield clash(subject, duty, ban, `\`${duty.id}\` asks for what \`${ban.id}\` forbids`)
        break
      }
    }
    for (const leave of subject.of('leave')) {
      const ban = forbidding(
        subject,
        leave,
        bans.meeting,
        (each) => settled(leave.id, each.id) || areApart(stretch(leave), stretch(each)),
      )
      if (ban) yield clash(subject, leave, ban, `\`${leave.id}\` allows what \`${ban.id}\` forbids`)
    }
    yield* numberFindings(subject, settled)
    yield* gateFindings(subject, settled, stretch)
  },
}

function reachOf({ who }: Group, acts: readonly string[], places: Ban['fields']['in']): Reach {
  return {
    who: who.map(({ id }) => id),
    kinds: acts.flatMap((act) => actEntry(act).does),
    zones: places?.map(({ id }) => id) ?? [],
  }
}

/** What the leave says, as acts of the language; where it names an exception to a ban of that act, that is settled. */
function forbidding(
  subject: Subject,
  leave: Leave,
  meeting: (reach: Reach) => Iterable<Ban>,
  isSettled: (ban: Ban) => boolean,
): Ban | null {
  const { to, may, in: places, excepts } = leave.fields
  const allowed = ALLOWING.filter(({ words }) => [...may.matchAll(words)].length > 0)
  const kinds = allowed.flatMap(({ act }) => actEntry(act).does)
  const excepted = (excepts ?? []).flatMap(({ id }) => {
    const ban = subject.clause(id)
    return ban?.kind === 'ban' ? ban.fields.act.flatMap((act) => [...actEntry(act).does]) : []
  })
  const left = kinds.filter((kind) => !excepted.includes(kind))
  const reach = { who: to.map(({ id }) => id), kinds: left, zones: places?.map(({ id }) => id) ?? [] }
  for (const ban of meeting(reach)) {
    if (isSettled(ban)) continue
    // The ban itself says in the same words that this is not meant.
    if (allowed.some(({ words }) => [...(ban.fields.except ?? '').matchAll(words)].length > 0)) continue
    return ban
  }
  return null
}

function clash(subject: Subject, first: AnyClause, ban: Ban, message: string): Finding {
  const isLeave = first.kind === 'leave'
  const [here, there] = first.at.start.offset > ban.at.start.offset ? [first, ban] : [ban, first]
  const field = (clause: AnyClause) => (clause.kind === 'leave' ? 'may' : 'act')
  return {
    at: subject.spot(here, field(here)),
    severity: ban.fields.except === undefined ? 'warning' : 'note',
    message: ban.fields.except === undefined ? message : `${message}, unless what that excepts is meant`,
    help: isLeave
      ? `add \`excepts ${ban.id}\` to the leave, or a \`prevails\` that says which wins`
      : 'add a `prevails` that says which wins, or let them hold at different times or places',
    also: [
      {
        ...subject.spot(there, field(there)),
        label: there === ban ? 'forbidden here' : isLeave ? 'allowed here' : 'asked for here',
      },
    ],
    clauses: [first.id, ban.id],
  }
}

/** Whether a `prevails` says which of two clauses wins. */
function settledPairs({ of }: Subject): (a: string, b: string) => boolean {
  const whole = (id: string) => id.split('.')[0]!
  const pairs = of('prevails').flatMap(({ fields: { wins, over } }) =>
    over.flatMap(({ id }) => [
      [whole(wins.id), whole(id)],
      [whole(id), whole(wins.id)],
    ]),
  )
  const known = Map.groupBy(pairs, ([one]) => one!)
  const others = new Map([...known].map(([one, found]) => [one, new Set(found.map(([, other]) => other!))]))
  return (a, b) => others.get(a)?.has(b) ?? false
}
