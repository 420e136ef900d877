// In which order the parts of a conjunction are taken, so that each finds the columns it needs.
import type { Formula, Term } from '../formula.ts'

/** Comparisons and what `and`, `or`, `not` make of them: they judge rows and give none. */
export interface Test {
  readonly formula: Formula
  readonly holds: boolean
  readonly columns: readonly string[]
}

export interface Parts {
  /** `costly` parts hold many rows that few are asked for; `late` ones are known last. */
  readonly joined: readonly { readonly columns: readonly string[]; readonly costly: boolean; readonly late?: boolean }[]
  readonly excluded: readonly { readonly columns: readonly string[]; readonly late?: boolean }[]
  readonly tests: readonly Test[]
}

export type Move =
  | { readonly kind: 'join' | 'exclude' | 'test'; readonly part: number }
  /** A test that is an equation gives a column its value. */
  | { readonly kind: 'assign'; readonly part: number; readonly column: string; readonly from: Term }

export interface Arrangement {
  readonly moves: readonly Move[]
  readonly columns: readonly string[]
  /** What found no place for want of columns. */
  readonly unplaced: { readonly excluded: readonly number[]; readonly tests: readonly number[] }
}

/**
 * Judges before it joins, joins on shared columns before it multiplies, reads small parts before it asks large ones,
 * and leaves what is known late until nothing else narrows the rows.
 */
export function arrange({ joined, excluded, tests }: Parts): Arrangement {
  const moves: Move[] = []
  const bound = new Set<string>()
  const open = {
    join: new Set(joined.keys()),
    exclude: new Set(excluded.keys()),
    test: new Set(tests.keys()),
  }
  const has = (columns: readonly string[]) => columns.every((name) => bound.has(name))
  const take = (kind: 'join' | 'exclude' | 'test', part: number, columns: readonly string[]) => {
    moves.push({ kind, part })
    open[kind].delete(part)
    columns.forEach((name) => bound.add(name))
  }
  const judge = (lateToo: boolean): boolean => {
    const before = moves.length
    const due = ({ columns, late = false }: { columns: readonly string[]; late?: boolean }) =>
      (lateToo || !late) && has(columns)
    for (const part of open.test) if (has(tests[part]!.columns)) take('test', part, [])
    for (const part of open.exclude) if (due(excluded[part]!)) take('exclude', part, [])
    for (const part of open.join) if (due(joined[part]!)) take('join', part, [])
    return moves.length > before
  }
  const assign = (): boolean => {
    for (const part of open.test) {
      const found = equation(tests[part]!, bound)
      if (found === null) continue
      moves.push({ kind: 'assign', part, ...found })
      open.test.delete(part)
      bound.add(found.column)
      return true
    }
    return false
  }
  const shared = (part: number): number => joined[part]!.columns.filter((name) => bound.has(name)).length
  const multiplies = (part: number): boolean => bound.size > 0 && shared(part) === 0
  const rank = (part: number): number => {
    const { costly, late = false } = joined[part]!
    const dear = (costly && shared(part) === 0 ? -100 : 0) + (late ? -50 : 0)
    return (multiplies(part) ? -1000 : 0) + dear + shared(part) * 10
  }
  for (;;) {
    judge(false)
    if (assign()) continue
    const best = [...open.join].toSorted((a, b) => rank(b) - rank(a) || a - b)[0]
    if ((best === undefined || joined[best]!.late === true || multiplies(best)) && judge(true)) continue
    if (best === undefined) break
    take('join', best, joined[best]!.columns)
  }
  return { moves, columns: [...bound], unplaced: { excluded: [...open.exclude], tests: [...open.test] } }
}

function equation({ formula, holds }: Test, bound: ReadonlySet<string>): { column: string; from: Term } | null {
  if (formula.op !== 'cmp' || formula.rel !== '=' || !holds) return null
  const known = (term: Term) => term.kind === 'const' || bound.has(term.name)
  const { left, right } = formula
  if (left.kind === 'var' && !bound.has(left.name) && known(right)) return { column: left.name, from: right }
  if (right.kind === 'var' && !bound.has(right.name) && known(left)) return { column: right.name, from: left }
  return null
}
