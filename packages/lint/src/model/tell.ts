// Tells a run as a story: dated steps in plain words, with the claims and acts that make the engine say what they say.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import { actEntry, nameAct, nameClaim, type Act, type Claim } from '@trucekeeper/claims'
import { civilDay, dayNumber, formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import type { Step, Story } from '../story.ts'
import { accountOf } from './cone.ts'
import { nameOf } from './reports.ts'
import { wayOf, type Run } from './search.ts'
import { clockOf } from './ticks.ts'
import type { State } from './world.ts'

/** The story of a run of an agreement, or of as much of one as comes to a state. */
export function storyOf({ question, cone: { agreement, restsOn }, last }: Run, isReached: boolean): Story {
  const say = sayerOf(agreement, last)
  const steps: Step[] = []
  const tell = (at: Instant, text: string) =>
    steps.push({ at: formatInstant(at, agreement.zone), text: `${say(at)}: ${text}` })
  for (const state of wayOf(last)) {
    const parts = [...moved(agreement, state), ...changed(agreement, state)]
    if (parts.length > 0) tell(state.at, parts.join('; '))
  }
  if (!isReached) tell(last.at, stillWaiting(agreement, restsOn, question.clause, last).join('; '))
  const asked = agreement.ruled.find(({ id }) => id === question.clause || id.startsWith(`${question.clause}.`))!
  const account = accountOf(agreement, asked)
  return {
    steps,
    ...inOneDocument(last),
    ends: {
      at: formatInstant(last.at, agreement.zone),
      account,
      clauses: [asked, ...agreement.ruled.filter((clause) => clause !== asked)].map(({ id }) => {
        const { standing, timing, verdict } = last.stands(id, account)
        return { id, standing, timing, verdict }
      }),
    },
  }
}

/** `Day 3, 14:00`, counted from the first anchor that is ever set, or the date where it lies before that. */
function sayerOf(agreement: Agreement, { acts }: State): (at: Instant) => string {
  const { zone } = agreement
  const clock = clockOf(agreement)
  const anchors = agreement.anchors.flatMap(({ id }) => clock.anchor(id, acts) ?? [])
  const first = anchors.length === 0 ? null : Math.min(...anchors)
  return (at) => {
    const [day, time] = [civilDay(at, zone), formatInstant(at, zone).slice(11, 16)]
    const count = first === null ? 0 : dayNumber(day) - dayNumber(civilDay(first, zone)) + 1
    return count < 1 ? `${day}, ${time}` : `Day ${count}, ${time}`
  }
}

function named(agreement: Agreement, ids: readonly string[]): string {
  const names = ids.map((id) => nameOf(agreement, id))
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What somebody did. */
function moved(agreement: Agreement, { move, acts }: State): string[] {
  if (move.does === 'duty')
    return [`${named(agreement, move.duty.debtors)} ${actEntry(move.duty.acts[0]!).past}, as \`${move.duty.id}\` asks`]
  if (move.does !== 'power') return []
  const { id, effect, targets } = move.power
  const sets = effect === 'designate' ? `, and ${targets.map((target) => `\`${target}\``).join(' and ')} is set` : ''
  return [`\`${id}\` is used by ${named(agreement, acts.at(-1)!.by)}${sets}`]
}

/** What that, or the clock, made of gates and terms. */
function changed(agreement: Agreement, state: State): string[] {
  return agreement.ruled.flatMap((clause) => {
    const words = WORDS[clause.kind]
    if (!words) return []
    const account = accountOf(agreement, clause)
    const [before, now] = [state.before?.stands(clause.id, account).standing, state.stands(clause.id, account).standing]
    if (now === 'in_force' && before !== 'in_force') return [`\`${clause.id}\` ${words.begins}`]
    return before === 'in_force' && now !== 'in_force' ? [`\`${clause.id}\` ${words.ends}`] : []
  })
}

const WORDS: Partial<Record<Ruled['kind'], { readonly begins: string; readonly ends: string }>> = {
  gate: { begins: 'opens', ends: 'shuts' },
  term: { begins: 'begins', ends: 'ends' },
}

/** Who waits for what, when nothing more happens. */
function stillWaiting(
  agreement: Agreement,
  restsOn: ReadonlyMap<string, readonly string[]>,
  asked: string,
  state: State,
): string[] {
  const clock = clockOf(agreement)
  const isSo = (id: string): boolean => {
    const clause = agreement.ruled.find((one) => one.id === id)
    if (!clause) return agreement.anchors.every((anchor) => anchor.id !== id) || clock.anchor(id, state.acts) !== null
    const { standing, verdict } = state.stands(id, accountOf(agreement, clause))
    if (clause.kind === 'power') return state.used.has(id)
    if (clause.kind === 'duty') return verdict === 'met'
    // What ran out has been, and nobody waits for it.
    return clause.kind === 'term' ? standing !== 'dormant' : standing === 'in_force'
  }
  const waits = (id: string) =>
    [...new Set(restsOn.get(id) ?? [])].filter((other) => !isSo(other)).map((other) => `\`${other}\``)
  const parts = agreement.ruled.flatMap((clause) => {
    if (isSo(clause.id) || (clause.kind !== 'duty' && clause.kind !== 'gate' && clause.id !== asked)) return []
    const missing = waits(clause.id)
    const what =
      clause.kind === 'duty' ? `${named(agreement, clause.debtors)}, with \`${clause.id}\`,` : `\`${clause.id}\``
    if (missing.length > 0) return [`${what} still waits for ${missing.join(' and ')}`]
    return clause.id === asked ? [`${what} ${NOT_SO[clause.kind] ?? 'is still not so'}`] : []
  })
  return parts.length > 0 ? parts : ['nothing more can happen']
}

const NOT_SO: Partial<Record<Ruled['kind'], string>> = {
  gate: 'is still shut',
  duty: 'is still not owed',
  power: 'can still not be used',
}

/** Everything said in one document, a line each, in the order of time. */
function inOneDocument({ claims, acts }: State): { readonly claims: Claim[]; readonly acts: Act[] } {
  const lines = [
    ...claims.map((claim) => ({ at: parseInstant(claim.published)!, claim, act: null })),
    ...acts.map((act) => ({ at: parseInstant(act.at)!, claim: null, act })),
  ].toSorted((a, b) => a.at - b.at)
  const said: { readonly claims: Claim[]; readonly acts: Act[] } = { claims: [], acts: [] }
  let start = 0
  for (const { claim, act } of lines) {
    const { quote } = (claim ?? act)!
    const where = { start, end: start + quote.length }
    if (claim) said.claims.push(nameClaim({ ...withoutId(claim), ...where }))
    if (act) said.acts.push(nameAct({ ...withoutId(act), ...where }))
    start = where.end + 1
  }
  return said
}

function withoutId<T extends { readonly id: string }>(named: T): Omit<T, 'id'> {
  const { id, ...body } = named
  void id
  return body
}
