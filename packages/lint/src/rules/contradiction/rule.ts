// Clauses that cannot both be kept, or that give one thing two numbers.
import { actEntry } from '@trucekeeper/codes'
import type { AnyClause, Group } from '@trucekeeper/agreement'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { LANGUAGES, phrases } from '../../wording/index.ts'
import { gateFindings } from './gates.ts'
import { numberFindings } from './numbers.ts'
import { reachIndex, zonesOf, type Reach } from './overlap.ts'
import { areApart, stretchOf, stretchOfDuty } from './spans.ts'

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
    const zones = zonesOf(subject)
    const bans = reachIndex<Ban>(zones)
    for (const ban of subject.of('ban')) bans.add(reachOf(ban.fields.on, ban.fields.act, ban.fields.in), ban)
    for (const duty of subject.of('duty')) {
      const { on, act, in: places } = duty.fields
      for (const ban of bans.meeting(reachOf(on, act, places))) {
        if (settled(duty.id, ban.id)) continue
        if (areApart(stretchOfDuty(subject, duty), stretchOf(subject, ban.fields.during))) continue
        yield clash(subject, duty, ban, `\`${duty.id}\` asks for what \`${ban.id}\` forbids`)
        break
      }
    }
    for (const leave of subject.of('leave')) {
      const ban = forbidding(subject, leave, bans.meeting, settled)
      if (ban) yield clash(subject, leave, ban, `\`${leave.id}\` allows what \`${ban.id}\` forbids`)
    }
    yield* numberFindings(subject, settled)
    yield* gateFindings(subject, settled)
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
  settled: (a: string, b: string) => boolean,
): Ban | null {
  const { to, may, in: places, during, excepts } = leave.fields
  const allowed = ALLOWING.filter(({ words }) => [...may.matchAll(words)].length > 0)
  const kinds = allowed.flatMap(({ act }) => actEntry(act).does)
  const excepted = (excepts ?? []).flatMap(({ id }) => {
    const ban = subject.clause(id)
    return ban?.kind === 'ban' ? ban.fields.act.flatMap((act) => [...actEntry(act).does]) : []
  })
  const left = kinds.filter((kind) => !excepted.includes(kind))
  const reach = { who: to.map(({ id }) => id), kinds: left, zones: places?.map(({ id }) => id) ?? [] }
  for (const ban of meeting(reach)) {
    if (settled(leave.id, ban.id)) continue
    if (areApart(stretchOf(subject, during), stretchOf(subject, ban.fields.during))) continue
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
  const pairs = new Set(
    of('prevails').flatMap(({ fields: { wins, over } }) =>
      over.map(({ id }) => [wins.id.split('.')[0]!, id.split('.')[0]!].toSorted().join(' ')),
    ),
  )
  return (a, b) => pairs.has([a, b].toSorted().join(' '))
}
