// What a field's change means: whether the clause reaches further by it, how much that weighs, and who is better placed.
import type { AnyClause } from '../ast.ts'
import type { Group } from '../phrases.ts'
import type { PlaceFiles } from '../resolve.ts'
import type { Ref } from '../values.ts'
import { canonical } from './canonical.ts'
import { flipped, NOBODY, type Materiality, type Reach, type Who } from './change.ts'
import type { Order } from './magnitudes.ts'
import { forceOf, ids, type Version } from './stakes.ts'

/** One clause in both versions, under the names of the new one. */
export interface Pair {
  readonly old: AnyClause
  readonly now: AnyClause
  readonly before: Version
  readonly after: Version
  readonly places: { readonly old: PlaceFiles; readonly new: PlaceFiles } | null
}

export interface Judgement {
  readonly severity: Exclude<Materiality, 'none'>
  /** What follows from the change, to be said after what the field says now; empty where nothing follows. */
  readonly means: string
  readonly who: Who
}

/** Judges a field that no longer says the same; `undefined` is a field that is not there. */
export type Judge<T> = (old: T | undefined, now: T | undefined, pair: Pair) => readonly Judgement[]

type Weight = Judgement['severity']

/** Who is better placed when a clause reaches further or less far. */
export function whoOf(reach: Reach, { old, now, before, after }: Pair): Who {
  if (reach === 0) return NOBODY
  const [was, is] = [forceOf(old, before), forceOf(now, after)]
  // Whoever is concerned by both versions of the clause; where nobody is, whoever is concerned by either.
  const kept = (side: keyof Who) => was[side].filter((id) => is[side].includes(id))
  const either = (side: keyof Who) => [...new Set([...was[side], ...is[side]])]
  const of = (side: keyof Who) => (kept(side).length > 0 ? kept(side) : either(side))
  const force = { gains: of('gains'), loses: of('loses') }
  return reach === 1 ? force : flipped(force)
}

/** A change that weighs this much and whose direction is not told. */
export function weighs(severity: Weight, means = ''): Judge<unknown> {
  return () => [{ severity, means, who: NOBODY }]
}

interface Scale<T> {
  readonly order: (old: T, now: T) => Order
  /** Where a field that is not there stands on the scale; null where that cannot be told. */
  readonly absent: Order
  /** How far the clause reaches when the value is greater. */
  readonly reach: Reach
  readonly more: string
  readonly less: string
  readonly severity?: Weight
}

/** Judges values that have an order, such as deadlines, depths and lengths. */
export function onScale<T>({ order, absent, reach, more, less, severity = 'major' }: Scale<T>): Judge<T> {
  return (old, now, pair) => {
    const found =
      old === undefined ? (absent === null ? null : opposite(absent)) : now === undefined ? absent : order(old, now)
    if (found === 0) return [{ severity: 'editorial', means: 'which comes to the same', who: NOBODY }]
    if (found === null) {
      return [{ severity, means: 'whether that is more or less cannot be told from the words', who: NOBODY }]
    }
    const who = whoOf(found === 1 ? reach : opposite(reach), pair)
    return [{ severity, means: found === 1 ? more : less, who }]
  }
}

/** Whether a set holds more than before; null where something went and something else came. */
export function wider(old: readonly unknown[], now: readonly unknown[]): Order {
  const [before, after] = [new Set(old.map(canonical)), new Set(now.map(canonical))]
  if (after.isSupersetOf(before)) return after.size === before.size ? 0 : 1
  return before.isSupersetOf(after) ? -1 : null
}

/** Judges a list of those who have a say: whoever comes gains, whoever goes loses. */
export function say(what: string, weightOf: (moved: readonly string[], pair: Pair) => Weight): Judge<readonly Ref[]> {
  return (old, now, pair) => {
    const [before, after] = [ids(old), ids(now)]
    const who = { gains: after.filter((id) => !before.includes(id)), loses: before.filter((id) => !after.includes(id)) }
    const severity = old && now ? weightOf([...who.gains, ...who.loses], pair) : 'major'
    const means = [
      ...(who.gains.length > 0 ? [`now among those who ${what}: ${names(who.gains)}`] : []),
      ...(who.loses.length > 0 ? [`no longer among those who ${what}: ${names(who.loses)}`] : []),
    ]
    return [{ severity, means: means.join('; '), who }]
  }
}

/** The same for those who act together or apart: to need one another is to have a veto and to lose a free hand. */
export function groupSay(what: string, weight: Weight = 'major'): Judge<Group> {
  const listed = say(what, () => weight)
  return (old, now, pair) => {
    const judged = canonical(old?.who) === canonical(now?.who) ? [] : listed(old?.who, now?.who, pair)
    const [was, is] = [howOf(old), howOf(now)]
    if (was === is || was === null || is === null) return judged.map((each) => ({ ...each, severity: weight }))
    const both = ids(old?.who).filter((id) => ids(now?.who).includes(id))
    const means = `${HOW[is]} instead of ${HOW[was]}, so that each ${is === 'jointly' ? 'gains a veto and loses a free hand' : 'loses a veto and gains a free hand'}`
    const free = was === 'jointly' || is === 'jointly'
    return [
      ...judged,
      {
        severity: weight,
        means: free ? means : `${HOW[is]} instead of ${HOW[was]}`,
        who: { gains: both, loses: both },
      },
    ]
  }
}

export const HOW = { jointly: 'all of them together', each: 'every one apart', any: 'whichever of them' } as const

/** How several act; null where there is only one. */
export function howOf(group: Group | undefined): Group['how'] | null {
  return group && ids(group.who).length > 1 ? group.how : null
}

export function opposite(reach: Reach): Reach {
  return reach === 0 ? 0 : reach === 1 ? -1 : 1
}

/** Names in backticks, as a sentence lists them. */
export function names(all: readonly string[]): string {
  const quoted = all.map((name) => `\`${name}\``)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
