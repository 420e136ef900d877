// What the agreement's procedure asks of a case: whose each step is, by when, who assesses and who decides.
import type { Agreement, Ban, Duty, Procedure, Ruled } from '@trucekeeper/agreement'
import { addDuration, type Instant } from '@trucekeeper/time'

export interface ProcedureStep {
  /** From 1. */
  readonly number: number
  readonly does: string
  readonly who: readonly string[]
  /** `all`: done once every one of them has done it; `any`: once one of them has. */
  readonly needs: 'all' | 'any'
  /** Ends at this instant, where the agreement gives it a time. */
  readonly due: Instant | null
}

export type Breakable = Duty | Ban

/** The clause of that id, if it binds somebody. */
export function clauseOf(agreement: Agreement, id: string): Ruled | null {
  return agreement.ruled.find((clause) => clause.id === id) ?? null
}

export function isBreakable(clause: Ruled): clause is Breakable {
  return clause.kind === 'duty' || clause.kind === 'ban'
}

/** The procedure that a breach of the clause opens: the one it names, else the first of the agreement. */
export function procedureFor(agreement: Agreement, clause: Breakable): Procedure | null {
  const procedures = agreement.ruled.filter((one) => one.kind === 'procedure')
  return procedures.find(({ id }) => clause.onBreach.includes(id)) ?? procedures[0] ?? null
}

/** Its steps for a case opened at an instant. Every time a step gives runs from then. */
export function stepsOf(procedure: Procedure, opened: Instant, zone: string): readonly ProcedureStep[] {
  return procedure.steps.map(({ actor, does, within }, at) => ({
    number: at + 1,
    does,
    who: actor.who.map(({ id }) => id),
    needs: actor.how === 'any' && actor.who.length > 1 ? 'any' : 'all',
    due: within === null ? null : addDuration(opened, within, zone),
  }))
}

/** Everybody a step of the procedure is for, in its order. */
export function namedBy(procedure: Procedure): readonly string[] {
  const all = [...procedure.steps.map(({ actor }) => actor), ...(procedure.decides ? [procedure.decides] : [])]
  return [...new Set(all.flatMap(({ who }) => who.map(({ id }) => id)))]
}

/** Those who assess: whom the procedure names, without the parties, who are heard. Where it names parties alone, they do. */
export function assessorsOf(agreement: Agreement, procedure: Procedure): readonly string[] {
  const named = namedBy(procedure)
  const parties = new Set(agreement.actors.flatMap(({ id, kind }) => (kind === 'party' ? [id] : [])))
  const others = named.filter((id) => !parties.has(id))
  return others.length > 0 ? others : named
}
