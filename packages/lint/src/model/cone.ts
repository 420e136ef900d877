// What a question rests on: everything else is left out of the agreement, so that its runs stay few.
import type { Agreement, Condition, Moment, Ruled, SpanRef } from '@trucekeeper/agreement'
import { edgesOf, partsOf } from '../earliest/waits.ts'

export interface Cone {
  /** The agreement without what the question does not rest on. */
  readonly agreement: Agreement
  readonly ids: ReadonlySet<string>
  /** Every name, those it rests on before it. */
  readonly restsOn: ReadonlyMap<string, readonly string[]>
}

/** The cone of some clauses of an agreement: conditions, terms, anchors, powers and measures, down to what rests on nothing. */
export function coneOf(agreement: Agreement, clauses: readonly string[]): Cone {
  const parts = partsOf(agreement)
  const restsOn = new Map<string, string[]>()
  const add = (from: string, to: string) => {
    const known = restsOn.get(from)
    if (known) known.push(to)
    else restsOn.set(from, [to])
  }
  for (const { from, to } of edgesOf(agreement)) add(from, to)
  for (const clause of agreement.ruled) {
    if (clause.kind === 'term' && clause.extends !== null) add(clause.id, clause.extends)
    if (clause.kind === 'power' && clause.effect === 'resume')
      clause.targets.forEach((target) => add(target, clause.id))
    // A certificate counts only where the gate that it is of lacks nothing else.
    if (clause.kind === 'power' && clause.effect === 'certify')
      clause.targets.forEach((target) => add(clause.id, target))
  }
  const ids = new Set<string>()
  const open = clauses.flatMap((id) => parts.get(id) ?? [id])
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (ids.has(id)) continue
    ids.add(id)
    open.push(...(restsOn.get(id) ?? []))
  }
  const ruled = agreement.ruled.filter(({ id }) => ids.has(id))
  const accounts = new Set([agreement.decidedBy, ...ruled.map((clause) => accountOf(agreement, clause))])
  return {
    ids,
    restsOn,
    agreement: {
      ...agreement,
      ruled,
      measures: agreement.measures.filter(({ id }) => ids.has(id)),
      anchors: agreement.anchors.filter(({ id, at }) => at !== null || ids.has(id)),
      accounts: agreement.accounts.filter(({ id }) => accounts.has(id)),
      openTerms: [],
    },
  }
}

/** The account that decides a clause: its own, or the agreement's. */
export function accountOf({ decidedBy }: Agreement, clause: Ruled): string {
  return 'decidedBy' in clause ? clause.decidedBy : decidedBy
}

/** The condition of a clause, where it has one. */
export function conditionOf(clause: Ruled): Condition | null {
  if (clause.kind === 'duty') return clause.after
  return clause.kind === 'gate' || clause.kind === 'power' ? clause.when : null
}

export function* atomsIn(condition: Condition): Generator<Condition> {
  if (condition.op === 'and' || condition.op === 'or') for (const arg of condition.args) yield* atomsIn(arg)
  else if (condition.op === 'not') yield* atomsIn(condition.arg)
  else yield condition
}

/** Every atom of every condition. */
export function atomsOfAll({ ruled }: Agreement): Condition[] {
  return ruled.flatMap((clause) => {
    const condition = conditionOf(clause)
    return condition ? [...atomsIn(condition)] : []
  })
}

/** Every moment that anything is reckoned by. */
export function momentsOf(agreement: Agreement): Moment[] {
  const ofSpan = (span: SpanRef | null): Moment[] =>
    span?.kind === 'range' ? [span.from, ...(span.to ? [span.to] : [])] : []
  const passed = atomsOfAll(agreement).flatMap((atom) => (atom.op === 'passed' ? [atom.moment] : []))
  const ruled = agreement.ruled.flatMap((clause): Moment[] => {
    if (clause.kind === 'term') return [clause.starts]
    if (clause.kind === 'power') return []
    const from = clause.kind === 'duty' && clause.from ? [clause.from] : []
    return [...from, ...ofSpan(clause.during)]
  })
  const measured = agreement.measures.flatMap(({ from, during }) => [from, ...ofSpan(during)])
  return [...passed, ...ruled, ...measured]
}
