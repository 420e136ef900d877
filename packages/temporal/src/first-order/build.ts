// The nodes of a plan, with the clock and the values they share.
import { Clock } from './clock.ts'
import { Conjunction } from './conjunction.ts'
import { Always, Historically } from './lasting.ts'
import { Leaf } from './leaf.ts'
import { LateConjunction } from './late-conjunction.ts'
import type { LeftSide } from './left-side.ts'
import type { Node } from './node.ts'
import type { Plan, PlannedLeft } from './plan.ts'
import { HOLDS, NONE } from './rows.ts'
import { Next, Prev } from './shift.ts'
import { Complement, Constant, Projection, Union } from './simple.ts'
import { Since } from './since.ts'
import { Until } from './until.ts'
import { Values } from './values.ts'

export class Build {
  readonly clock = new Clock()
  readonly values = new Values()
  readonly leaves: Leaf[] = []
  readonly leavesOf = new Map<string, Leaf[]>()
  readonly root: Node

  constructor(plan: Plan) {
    this.root = this.#node(plan)
  }

  #node(plan: Plan): Node {
    switch (plan.kind) {
      case 'constant':
        return new Constant(plan.columns, plan.holds ? HOLDS : NONE, this.clock)
      case 'leaf':
        return this.#leaf(new Leaf(plan.name, plan.args, plan.columns, this.values))
      case 'conjunction':
        return this.#conjunction(plan)
      case 'union':
        return new Union(
          plan.columns,
          plan.parts.map((part) => this.#node(part)),
        )
      case 'projection':
        return new Projection(plan.columns, this.#node(plan.arg))
      case 'complement':
        return new Complement(this.#node(plan.arg))
      case 'prev':
        return new Prev(plan.interval, this.#node(plan.arg), this.clock)
      case 'next':
        return new Next(plan.interval, this.#node(plan.arg), this.clock)
      case 'historically':
        return new Historically(plan.interval, this.#node(plan.arg), this.clock)
      case 'always':
        return new Always(plan.interval, this.#node(plan.arg), this.clock)
      case 'since':
        return new Since(plan.interval, leftSide(plan.left), this.#left(plan.left), this.#node(plan.right), this.clock)
      case 'until':
        return new Until(plan.interval, leftSide(plan.left), this.#left(plan.left), this.#node(plan.right), this.clock)
    }
  }

  #leaf(leaf: Leaf): Leaf {
    this.leaves.push(leaf)
    const named = this.leavesOf.get(leaf.name)
    if (named === undefined) this.leavesOf.set(leaf.name, [leaf])
    else named.push(leaf)
    return leaf
  }

  #left(left: PlannedLeft | null): Node | null {
    return left === null ? null : this.#node(left.plan)
  }

  #conjunction(plan: Plan & { kind: 'conjunction' }): Node {
    const costly = new Set<Node>()
    const nodes = (plans: readonly Plan[]) =>
      plans.map((part) => {
        const node = this.#node(part)
        if (part.kind === 'since' || part.kind === 'until') costly.add(node)
        return node
      })
    const joined = nodes(plan.joined)
    const excluded = nodes(plan.excluded)
    // Something has to say when a point has come.
    if (joined.length + excluded.length === 0) joined.push(new Constant([], HOLDS, this.clock))
    const conjuncts = { joined, excluded, tests: plan.tests }
    return [...joined, ...excluded].some((node) => node.delayed)
      ? new LateConjunction(plan.columns, conjuncts, costly, this.values, this.clock)
      : new Conjunction(plan.columns, conjuncts, costly, this.values)
  }
}

function leftSide(left: PlannedLeft | null): LeftSide {
  if (left === null) return { kind: 'none' }
  const { columns } = left.plan
  if (columns.length === 0) return { kind: 'gates' }
  return { kind: left.strikes ? 'strikes' : 'keeps', columns }
}
