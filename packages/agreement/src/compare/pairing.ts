// Which clause of the new text is which of the old: by name, else by likeness.
import type { AnyClause } from '../ast.ts'
import { canonical, refsIn } from './canonical.ts'

export interface Candidate {
  readonly from: number
  readonly to: number
  readonly likeness: number
}

/** Pairs by likeness, the likest first; equal ones by their places, so that it does not matter which text is the old one. */
export function paired(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const order = candidates.toSorted(
    (a, b) =>
      b.likeness - a.likeness || a.from + a.to - b.from - b.to || Math.abs(a.from - a.to) - Math.abs(b.from - b.to),
  )
  for (const { from, to } of order) {
    if (pairs.has(from) || taken.has(to)) continue
    pairs.set(from, to)
    taken.add(to)
  }
  return pairs
}

export interface ClausePairs {
  readonly pairs: ReadonlyMap<AnyClause, AnyClause>
  /** New names by old ones, of clauses that were given another name. */
  readonly names: ReadonlyMap<string, string>
}

/** Likeness at and above which a clause of another name is taken for the same clause. */
const ALIKE = 0.7
/** A clause with fewer fields in common is like too many others. */
const FEWEST_COMMON = 2

export function pairedClauses(old: readonly AnyClause[], now: readonly AnyClause[]): ClausePairs {
  const pairs = new Map<AnyClause, AnyClause>()
  const free = new Map<string, AnyClause[]>()
  for (const clause of old) free.set(key(clause), [...(free.get(key(clause)) ?? []), clause])
  const left: AnyClause[] = []
  for (const clause of now) {
    const found = free.get(key(clause))?.shift()
    if (found) pairs.set(found, clause)
    else left.push(clause)
  }
  const gone = old.filter((clause) => !pairs.has(clause))
  const [goneLines, leftLines] = [gone.map(linesOf), left.map(linesOf)]
  const candidates = gone.flatMap((from, i) =>
    left.flatMap((to, j) => {
      if (from.kind !== to.kind || from.id === to.id) return []
      const common = [...goneLines[i]!].filter((line) => leftLines[j]!.has(line)).length
      const likeness = (2 * common) / (goneLines[i]!.size + leftLines[j]!.size)
      return common >= FEWEST_COMMON && likeness >= ALIKE ? [{ from: i, to: j, likeness }] : []
    }),
  )
  const names = new Map<string, string>()
  for (const [from, to] of paired(candidates)) {
    pairs.set(gone[from]!, left[to]!)
    names.set(gone[from]!.id, left[to]!.id)
  }
  return { pairs, names }
}

/** What a clause says, field by field, its own name left out where it names itself. */
function linesOf(clause: AnyClause): ReadonlySet<string> {
  const lines = Object.entries(clause.fields).flatMap(([name, value]) => {
    const several: readonly unknown[] = Array.isArray(value) && refsIn(value).length === 0 ? value : [value]
    return several.map((each) => `${name} ${canonical(each)}`)
  })
  return new Set(lines)
}

/** Accounts may share the name of the one whose word they are, and a lint is accepted under its own name. */
function key({ kind, id }: AnyClause): string {
  return `${kind} ${id}`
}
