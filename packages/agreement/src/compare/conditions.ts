// How one condition became another: which parts went, came or changed, and whether it is easier to satisfy now.
import { condition, type Condition } from '../condition.ts'
import { canonical, flattened } from './canonical.ts'
import type { Reach } from './change.ts'
import { longer, looser, type Order } from './magnitudes.ts'
import { paired } from './pairing.ts'

/** A part that is not as it was; `lean` is 1 where that makes the whole easier to satisfy, -1 where harder. */
export interface ConditionPart {
  readonly lean: Reach
  readonly means: string
  readonly part: Condition
}

type Joining = 'and' | 'or'

/**
 * The parts in which two conditions differ, none where they say the same. A condition that is not there is always
 * satisfied. Kinds of condition that this file knows nothing of are compared by the lengths and thresholds in them.
 */
export function conditionParts(old: Condition | undefined, now: Condition | undefined): readonly ConditionPart[] {
  if (!old && !now) return []
  if (old && now) return compared(old, now, 1)
  const parts = flattened('and', old ?? now) as readonly Condition[]
  return parts.map((part) => (old ? gone(part, 1) : come(part, -1)))
}

/** Whether the whole is easier to satisfy: what all parts agree on, and 0 where they do not. */
export function leanOf(parts: readonly ConditionPart[]): Reach {
  const leans = new Set(parts.map(({ lean }) => lean))
  return leans.size === 1 ? [...leans][0]! : 0
}

/** `sense` is -1 under a `not`, where what is easier within makes the whole harder. */
function compared(old: Condition, now: Condition, sense: Reach): readonly ConditionPart[] {
  if (canonical(old) === canonical(now)) return []
  if (old.op === 'not' && now.op === 'not') return compared(old.arg, now.arg, flip(sense))
  if (joins(old) && joins(now) && old.op !== now.op) return [swapped(old, now, sense)]
  const op = joins(old) ? old.op : joins(now) ? now.op : null
  return op === null ? [changed(old, now, sense)] : members(op, old, now, sense)
}

function members(op: Joining, old: Condition, now: Condition, sense: Reach): readonly ConditionPart[] {
  const [before, after] = [flattened(op, old), flattened(op, now)] as [readonly Condition[], readonly Condition[]]
  const [kept, keeps] = [new Set(before.map(canonical)), new Set(after.map(canonical))]
  const [left, right] = [
    before.filter((part) => !keeps.has(canonical(part))),
    after.filter((part) => !kept.has(canonical(part))),
  ]
  const candidates = left.flatMap((from, i) =>
    right.flatMap((to, j) => (likeness(from, to) > 0 ? [{ from: i, to: j, likeness: likeness(from, to) }] : [])),
  )
  const pairs = paired(candidates)
  const matched = new Set(pairs.values())
  // Fewer parts are easier under `and` and harder under `or`.
  const fewer = op === 'and' ? sense : flip(sense)
  return [
    ...left.flatMap((part, i) => (pairs.has(i) ? compared(part, right[pairs.get(i)!]!, sense) : [gone(part, fewer)])),
    ...right.flatMap((part, j) => (matched.has(j) ? [] : [come(part, flip(fewer))])),
  ]
}

/** Parts of one kind about one thing are the same part, said otherwise. */
function likeness(old: Condition, now: Condition): number {
  if (holds(old, now) || holds(now, old)) return 1
  if (old.op !== now.op) return 0
  if (joins(old) || old.op === 'not') return 1
  const [before, after] = [entriesOf(old), entriesOf(now)]
  const same = [...before].filter(([name, value]) => canonical(value) === canonical(after.get(name))).length
  return before.size > 2 && same > 1 ? same : 0
}

/** Whether a part is one of several in another, beside which the others went or came. */
function holds(several: Condition, part: Condition): boolean {
  return joins(several) && flattened(several.op, several).map(canonical).includes(canonical(part))
}

/** An `and` that became an `or` of some of the same parts asks for less. */
function swapped(old: Condition, now: Condition, sense: Reach): ConditionPart {
  const [before, after] = [old, now].map((each) => flattened(each.op as Joining, each).map(canonical)) as [
    string[],
    string[],
  ]
  const shared = before.some((part) => after.includes(part))
  const easier: Reach = old.op === 'and' ? sense : flip(sense)
  const means =
    old.op === 'and' ? 'one part is now enough where all were needed' : 'all parts are now needed where one was enough'
  return {
    lean: shared ? easier : 0,
    means: `${means}: ${written(now)} instead of ${written(old)}`,
    part: old.op === 'and' ? old : now,
  }
}

function changed(old: Condition, now: Condition, sense: Reach): ConditionPart {
  const order = old.op === now.op ? orderOf(entriesOf(old), entriesOf(now)) : null
  const lean = order === null || order === 0 ? 0 : order === 1 ? sense : flip(sense)
  return { lean, means: `${written(now)} is asked for instead of ${written(old)}`, part: now }
}

/** Whether a part is easier to satisfy, where only one thing in it changed, and one that has an order. */
function orderOf(old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): Order {
  const names = [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => canonical(old.get(name)) !== canonical(now.get(name)),
  )
  const [name] = names
  if (name === undefined || names.length > 1) return null
  const [before, after] = [old.get(name), now.get(name)]
  if (name === 'threshold') return looser(before as Parameters<typeof looser>[0], after as Parameters<typeof looser>[1])
  if (name === 'length')
    return turned(longer(before as Parameters<typeof longer>[0], after as Parameters<typeof longer>[1]))
  if (name === 'mode') return after === 'cumulative' ? 1 : -1
  // A narrowing that is not there: nothing puts the days back, anybody may have done it, anywhere.
  if (before === null || after === null) return after === null ? 1 : -1
  return null
}

function gone(part: Condition, lean: Reach): ConditionPart {
  return { lean, means: `${written(part)} is no longer part of it`, part }
}

function come(part: Condition, lean: Reach): ConditionPart {
  return { lean, means: `${written(part)} is now part of it`, part }
}

function entriesOf(value: Condition): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value))
}

function joins(value: Condition): value is Extract<Condition, { op: Joining }> {
  return value.op === 'and' || value.op === 'or'
}

function written(value: Condition): string {
  return `\`${condition.write(value)}\``
}

function flip(reach: Reach): Reach {
  return turned(reach) as Reach
}

function turned(order: Order): Order {
  return order === null || order === 0 ? order : order === 1 ? -1 : 1
}
