// What a monitor is built from, once a formula is known to have finitely many tuples at every point.
import type { Formula, Interval, Term } from '../formula.ts'
import type { Test } from './arrange.ts'
import type { ClosedInterval } from './until-state.ts'

export type Plan =
  | { readonly kind: 'constant'; readonly holds: boolean; readonly columns: readonly string[] }
  | {
      readonly kind: 'leaf'
      readonly name: string
      readonly args: readonly Term[]
      readonly columns: readonly string[]
    }
  | {
      readonly kind: 'conjunction'
      readonly joined: readonly Plan[]
      readonly excluded: readonly Plan[]
      readonly tests: readonly Test[]
      readonly columns: readonly string[]
    }
  | { readonly kind: 'union'; readonly parts: readonly Plan[]; readonly columns: readonly string[] }
  | { readonly kind: 'complement' | 'projection'; readonly arg: Plan; readonly columns: readonly string[] }
  | {
      readonly kind: 'prev' | 'next' | 'historically'
      readonly interval: Interval
      readonly arg: Plan
      readonly columns: readonly string[]
    }
  | {
      readonly kind: 'always'
      readonly interval: ClosedInterval
      readonly arg: Plan
      readonly columns: readonly string[]
    }
  | {
      readonly kind: 'since'
      readonly interval: Interval
      readonly left: PlannedLeft | null
      readonly right: Plan
      readonly columns: readonly string[]
    }
  | {
      readonly kind: 'until'
      readonly interval: ClosedInterval
      readonly left: PlannedLeft | null
      readonly right: Plan
      readonly columns: readonly string[]
    }

/** The left side of `since` and `until`, or what it is the negation of. */
export interface PlannedLeft {
  readonly plan: Plan
  readonly strikes: boolean
}

/** A subformula as it is read: as it stands, or negated. */
export interface Reading {
  readonly formula: Formula
  readonly holds: boolean
}

/** Drops columns, as early as that gives the same. */
export function without(plan: Plan, names: readonly string[]): Plan {
  const columns = plan.columns.filter((name) => !names.includes(name))
  if (columns.length === plan.columns.length) return plan
  switch (plan.kind) {
    case 'union':
      return { ...plan, parts: plan.parts.map((part) => without(part, names)), columns }
    case 'prev':
    case 'next':
      return { ...plan, arg: without(plan.arg, names), columns }
    case 'since':
    case 'until':
      if (plan.left !== null && plan.left.plan.columns.some((name) => names.includes(name))) break
      return { ...plan, right: without(plan.right, names), columns }
    case 'projection':
      return { ...plan, columns }
    default:
  }
  return { kind: 'projection', arg: plan, columns }
}

/** How many nodes a plan takes: what stands in it twice counts twice. */
export function sizeOf(plan: Plan, known = new Map<Plan, number>()): number {
  const counted = known.get(plan)
  if (counted !== undefined) return counted
  const size = partsOf(plan).reduce((sum, part) => sum + sizeOf(part, known), 1)
  known.set(plan, size)
  return size
}

function partsOf(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'constant':
    case 'leaf':
      return []
    case 'conjunction':
      return [...plan.joined, ...plan.excluded]
    case 'union':
      return plan.parts
    case 'since':
    case 'until':
      return plan.left === null ? [plan.right] : [plan.left.plan, plan.right]
    default:
      return [plan.arg]
  }
}
