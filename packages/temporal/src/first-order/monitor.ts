// A compiled first-order formula at work: events in, verdicts out in order, each as soon as its windows have closed.
import type { Formula, Value } from '../formula.ts'
import { Build } from './build.ts'
import type { TraceEvent } from './event.ts'
import { ALL, type Bounds, type Node } from './node.ts'
import { compareTuples } from './order.ts'
import { planFormula } from './planner.ts'
import type { Refusal } from './refusal.ts'
import { positionsOf, widthOf, type Rows } from './rows.ts'
import { freeVariables } from './variables.ts'

/** True or false of a closed formula; of an open one the tuples that satisfy it, sorted. Null: the trace ends first. */
export type FirstOrderVerdict = boolean | readonly (readonly Value[])[] | null

/** Takes a verdict: of which time-point, counted from 0, and of what time. */
export type Emit = (point: number, time: number, verdict: FirstOrderVerdict) => void

export type CompiledFirstOrder =
  | { readonly ok: true; readonly variables: readonly string[]; readonly monitor: FirstOrderMonitor }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Compiles a formula of the monitorable fragment, or refuses it and names the part that stands in the way.
 * `variables` are the columns of the tuples, in order of first occurrence; without any, the verdict is a truth value.
 */
export function compileFirstOrder(formula: Formula): CompiledFirstOrder {
  const planned = planFormula(formula)
  if (!planned.ok) return planned
  const variables = freeVariables(formula)
  return { ok: true, variables, monitor: new FirstOrderMonitor(new Build(planned.plan), variables) }
}

export class FirstOrderMonitor {
  readonly #build: Build
  readonly #root: Node
  readonly #closed: boolean
  readonly #width: number
  readonly #positions: readonly number[]
  #next = 0
  #latest = Number.NEGATIVE_INFINITY

  constructor(build: Build, variables: readonly string[]) {
    this.#build = build
    this.#root = build.root
    this.#closed = variables.length === 0
    this.#width = widthOf(build.root.columns)
    this.#positions = positionsOf(variables, build.root.columns)
    build.clock.watch(() => this.#next)
  }

  /** Takes the next time-point with all its events; times are integers that never decrease. */
  push(time: number, events: readonly TraceEvent[], emit: Emit): void {
    if (time < this.#latest) throw new RangeError(`time goes back from ${this.#latest} to ${time}`)
    this.#latest = time
    const { values, clock, leaves, leavesOf } = this.#build
    if (values.full) values.sweep((keep) => this.#root.mark(keep))
    clock.push(time)
    for (const event of events) {
      const named = leavesOf.get(event.name)
      if (named !== undefined) for (const leaf of named) leaf.offer(event)
    }
    for (const leaf of leaves) leaf.seal()
    while (this.#root.ready()) {
      this.#root.advance()
      emit(this.#next, clock.at(this.#next), this.#verdict(this.#root.rows()))
      this.#next++
    }
    clock.forget()
  }

  /** The trace has ended: gives the points still waiting, null where a point to come could have decided. */
  end(emit: Emit): void {
    for (const bounds of this.#root.finish()) {
      emit(this.#next, this.#build.clock.at(this.#next), decided(bounds) ? this.#verdict(bounds.lower) : null)
      this.#next++
    }
  }

  #verdict(rows: Rows): FirstOrderVerdict {
    if (this.#closed) return rows.length > 0
    const { values } = this.#build
    const tuples: Value[][] = []
    for (let at = 0; at < rows.length; at += this.#width) {
      tuples.push(this.#positions.map((position) => values.valueOf(rows[at + position]!)))
    }
    return tuples.length < 2 ? tuples : tuples.toSorted(compareTuples)
  }
}

function decided({ lower, upper }: Bounds): boolean {
  return upper !== ALL && upper.length === lower.length
}
