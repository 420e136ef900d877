// Walks through conditions.
import type { Condition, Ref } from '@trucekeeper/agreement'

/** The atoms of a condition, from left to right, with whether a `not` stands above them. */
export function* atomsOf(condition: Condition, isNot = false): Generator<{ atom: Condition; isNot: boolean }> {
  if (condition.op === 'and' || condition.op === 'or') for (const arg of condition.args) yield* atomsOf(arg, isNot)
  else if (condition.op === 'not') yield* atomsOf(condition.arg, !isNot)
  else yield { atom: condition, isNot }
}

/** The names that atoms of one kind speak of, where no `not` stands above them. */
export function refsIn(condition: Condition, op: 'met' | 'open' | 'in-force' | 'exercised'): Ref[] {
  return [...atomsOf(condition)].flatMap(({ atom, isNot }) => (atom.op === op && !isNot ? [atom.of] : []))
}
