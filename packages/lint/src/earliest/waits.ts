// What waits for what: an edge from each clause, anchor and measure to everything it rests on.
import type { Effect } from '@trucekeeper/codes'
import type { Agreement, Condition, Gate, Moment, Ruled, SpanRef } from '@trucekeeper/agreement'

/** in-turn: the other has to be so first; not: it must not be so; term: it runs while the term does. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly how: 'in-turn' | 'not' | 'term'
}

/** Every name that something rests on. */
export function edgesOf(agreement: Agreement): Edge[] {
  const parts = partsOf(agreement)
  const edges: Edge[] = []
  const add = (from: string, to: string, how: Edge['how']) =>
    (parts.get(to) ?? [to]).forEach((part) => edges.push({ from, to: part, how }))
  const moment = (from: string, value: Moment | null) => value?.anchor && add(from, value.anchor.id, 'in-turn')
  const span = (from: string, value: SpanRef | null) => {
    if (value?.kind === 'term') add(from, value.term, 'term')
    if (value?.kind === 'range') for (const edge of [value.from, value.to]) moment(from, edge)
  }
  const condition = (from: string, value: Condition | null, isNot = false): void => {
    if (!value) return
    if (value.op === 'and' || value.op === 'or') value.args.forEach((arg) => condition(from, arg, isNot))
    else if (value.op === 'not') condition(from, value.arg, !isNot)
    else for (const id of namesOf(value, doers)) add(from, id, isNot ? 'not' : 'in-turn')
  }
  const powers = powersOver(agreement)
  const doers = doersOf(agreement)
  for (const { id, at } of agreement.anchors)
    if (at === null) for (const power of powers('designate', id)) add(id, power, 'in-turn')
  for (const { id, from, during, counts } of agreement.measures) {
    moment(id, from)
    span(id, during)
    if (counts.kind === 'breaches') add(id, counts.of.id, 'term')
  }
  for (const clause of agreement.ruled) edgesOfClause(clause)
  return edges

  /** A certificate waits for all that its gate does. */
  function certified(targets: readonly string[]): Gate[] {
    return agreement.ruled.filter((one): one is Gate => one.kind === 'gate' && targets.includes(one.id))
  }

  function edgesOfClause(clause: Ruled): void {
    const { id } = clause
    switch (clause.kind) {
      case 'duty':
        moment(id, clause.from)
        span(id, clause.during)
        condition(id, clause.after)
        if (clause.together) add(id, clause.together.duty, 'in-turn')
        break
      case 'gate':
        span(id, clause.during)
        condition(id, clause.when)
        if (clause.certify) for (const power of powers('certify', id)) add(id, power, 'in-turn')
        break
      case 'power':
        condition(id, clause.when)
        if (clause.effect === 'certify')
          for (const gate of certified(clause.targets)) {
            span(id, gate.during)
            condition(id, gate.when)
          }
        break
      case 'term':
        moment(id, clause.starts)
        break
      default:
        span(id, clause.during)
    }
  }
}

/** Every name with those it rests on. */
export function reachedFrom(edges: readonly Pick<Edge, 'from' | 'to'>[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const known = all.get(from)
    if (known) known.push(to)
    else all.set(from, [to])
  }
  return all
}

/** Names that somebody waits for not to be so, and all that those rest on. */
export function deniedIn(edges: readonly Edge[], restsOn: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const denied = new Set<string>()
  const open = edges.flatMap(({ to, how }) => (how === 'not' ? [to] : []))
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (denied.has(id)) continue
    denied.add(id)
    open.push(...(restsOn.get(id) ?? []))
  }
  return denied
}

/** From each term to the power that extends it. */
export function extensionsOf({ ruled }: Agreement): { readonly from: string; readonly to: string }[] {
  return ruled.flatMap((clause) =>
    clause.kind === 'term' && clause.extends !== null ? [{ from: clause.id, to: clause.extends }] : [],
  )
}

/** The parts of clauses that bind several, by the name they were written under. */
export function partsOf({ ruled }: Agreement): ReadonlyMap<string, readonly string[]> {
  const parts = ruled.flatMap((clause) =>
    (clause.kind === 'ban' || clause.kind === 'duty') && clause.base !== clause.id ? [clause] : [],
  )
  return new Map(
    [...Map.groupBy(parts, ({ base }) => base)].map(([base, clauses]) => [base, clauses.map(({ id }) => id)]),
  )
}

/** The powers with an effect on a name. */
export function powersOver({ ruled }: Agreement): (effect: Effect, target: string) => readonly string[] {
  const found = ruled.flatMap((clause) =>
    clause.kind === 'power' ? clause.targets.map((target) => [`${clause.effect} ${target}`, clause.id] as const) : [],
  )
  const byEffect = Map.groupBy(found, ([key]) => key)
  return (effect, target) => (byEffect.get(`${effect} ${target}`) ?? []).map(([, id]) => id)
}

type Done = Pick<Extract<Condition, { op: 'done' }>, 'acts' | 'by'>

/** The duties by which somebody has to do what a condition asks for. */
export function doersOf({ ruled }: Agreement): (done: Done) => readonly string[] {
  const duties = ruled.filter((clause) => clause.kind === 'duty')
  const byAct = Map.groupBy(
    duties.flatMap((duty) => duty.acts.map((act) => ({ act, duty }))),
    ({ act }) => act,
  )
  return ({ acts, by }) => {
    const found = acts.flatMap((act) => (byAct.get(act) ?? []).map(({ duty }) => duty))
    return [...new Set(found.filter(({ debtors }) => by === null || debtors.includes(by.id)).map(({ id }) => id))]
  }
}

/** What an atom of a condition rests on. */
function namesOf(atom: Condition, doers: ReturnType<typeof doersOf>): readonly string[] {
  switch (atom.op) {
    case 'met':
    case 'open':
    case 'in-force':
    case 'exercised':
      return [atom.of.id]
    case 'held':
    case 'count':
      return [atom.measure.id]
    case 'passed':
      return atom.moment.anchor ? [atom.moment.anchor.id] : []
    case 'done':
      return doers(atom)
    default:
      return []
  }
}
