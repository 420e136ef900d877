// A conjunction with parts that look ahead: rows are joined as far as the parts are known, and what is known of single
// rows beforehand settles it where no other row is left.
import { arrange } from './arrange.ts'
import type { Clock } from './clock.ts'
import { boundsOf } from './conjunction.ts'
import type { Bounds, Foresight, Node } from './node.ts'
import { Part } from './part.ts'
import { copyRow, HOLDS, NONE, positionsOf, reorder, widthOf, type Rows } from './rows.ts'
import { moveStep, type Conjuncts, type Step } from './steps.ts'
import { rowTest } from './test-rows.ts'
import type { Values } from './values.ts'

/** A row passes where each finds what it wants. */
type Filter = readonly { readonly wanted: boolean; readonly ahead: Foresight }[]

type Stage =
  /** Waits for `part`, if any. */
  | { readonly kind: 'step'; readonly step: Step; readonly part: Part | null }
  | { readonly kind: 'filter'; readonly filter: Filter; readonly width: number }

export class LateConjunction implements Node {
  readonly columns: readonly string[]
  readonly delayed = true
  readonly #conjuncts: Conjuncts
  readonly #costly: ReadonlySet<Node>
  readonly #values: Values
  readonly #clock: Clock
  readonly #joined: readonly Part[]
  readonly #parts: readonly Part[]
  readonly #stages: readonly Stage[]
  #point = -1
  #stage = 0
  /** What has come through the stages before. */
  #found: Rows = HOLDS
  /** Of a filter: how far it has come, and what passed. */
  #at = 0
  #passed: number[] = []
  #rows: Rows = NONE

  constructor(
    columns: readonly string[],
    conjuncts: Conjuncts,
    costly: ReadonlySet<Node>,
    values: Values,
    clock: Clock,
  ) {
    this.columns = columns
    this.#conjuncts = conjuncts
    this.#costly = costly
    this.#values = values
    this.#clock = clock
    this.#joined = conjuncts.joined.map((node) => new Part(node))
    const excluded = conjuncts.excluded.map((node) => new Part(node))
    this.#parts = [...this.#joined, ...excluded]
    this.#stages = stagesOf(columns, conjuncts, { joined: this.#joined, excluded }, costly, values)
  }

  ready(): boolean {
    if (this.#point + 1 >= this.#clock.length) return false
    let early = true
    for (const part of this.#parts) if (!part.known() && !part.node.delayed) early = false
    return early && this.#settles()
  }

  advance(): void {
    const rows = this.#stage === this.#stages.length ? this.#found : NONE
    this.skip()
    this.#rows = rows
  }

  skip(): void {
    this.#point++
    this.#rows = NONE
    this.#goTo(0, HOLDS)
    for (const part of this.#parts) part.pass()
  }

  some(): boolean {
    const stage = this.#stages[this.#stage]
    if (this.#stage !== this.#stages.length - 1 || stage?.kind !== 'filter') return false
    if (this.#passed.length > 0) return true
    for (let at = this.#at; at < this.#found.length; at += stage.width) {
      if (passes(stage.filter, this.#found, at) === true) return true
    }
    return false
  }

  foresee(columns: readonly string[]): Foresight {
    const joins = this.#joined.length
    const filter = this.#parts.map((part, i) => ({ wanted: i < joins, ahead: part.foresee(columns) }))
    const tests = this.#conjuncts.tests.map(({ formula, holds }) => ({
      wanted: holds,
      ahead: rowTest(formula, columns, this.#values),
    }))
    return (rows, at) => passes(tests, rows, at) && passes(filter, rows, at)
  }

  rows(): Rows {
    return this.#rows
  }

  index(): null {
    return null
  }

  finish(): Iterable<Bounds> {
    const finished = this.#parts.map((part) => part.finish())
    return boundsOf(this.columns, this.#conjuncts, finished, this.#costly, this.#values)
  }

  mark(keep: (id: number) => void): void {
    this.#rows.forEach(keep)
    this.#found.forEach(keep)
    this.#passed.forEach(keep)
    for (const part of this.#parts) part.mark(keep)
  }

  /** Goes through the stages as far as the parts are known; whether nothing to come can add or take a row. */
  #settles(): boolean {
    for (let stage = this.#stages[this.#stage]; stage !== undefined; stage = this.#stages[this.#stage]) {
      if (this.#found.length === 0) return true
      if (stage.kind === 'step') {
        if (stage.part !== null && !stage.part.known()) return this.#fails()
        this.#goTo(this.#stage + 1, stage.step(this.#found))
      } else {
        if (!this.#filtered(stage.filter, stage.width)) return this.#fails()
        this.#goTo(this.#stage + 1, this.#passed.length === this.#found.length ? this.#found : this.#passed)
      }
    }
    return true
  }

  /** Whether a part that is asked only later is known to have nothing; windows are too large to be looked through. */
  #fails(): boolean {
    return this.#joined.some((part) => part.reached && !this.#costly.has(part.node) && part.rows().length === 0)
  }

  /** Lets the rows pass up to the first of which not enough is known. */
  #filtered(filter: Filter, width: number): boolean {
    for (; this.#at < this.#found.length; this.#at += width) {
      const passing = passes(filter, this.#found, this.#at)
      if (passing === null) return false
      if (passing) copyRow(this.#passed, this.#found, this.#at, width)
    }
    return true
  }

  #goTo(stage: number, found: Rows): void {
    this.#stage = stage
    this.#found = found
    this.#at = 0
    this.#passed = []
  }
}

function passes(filter: Filter, rows: Rows, at: number): boolean | null {
  let verdict: boolean | null = true
  for (const { wanted, ahead } of filter) {
    const has = ahead(rows, at)
    if (has === null) verdict = null
    else if (has !== wanted) return false
  }
  return verdict
}

function stagesOf(
  columns: readonly string[],
  conjuncts: Conjuncts,
  parts: { joined: readonly Part[]; excluded: readonly Part[] },
  costly: ReadonlySet<Node>,
  values: Values,
): readonly Stage[] {
  const { moves } = arrange({
    joined: conjuncts.joined.map((node) => ({ columns: node.columns, costly: costly.has(node), late: node.delayed })),
    excluded: conjuncts.excluded.map((node) => ({ columns: node.columns, late: node.delayed })),
    tests: conjuncts.tests,
  })
  const stages: Stage[] = []
  let bound: readonly string[] = []
  for (const move of moves) {
    const part = move.kind === 'join' || move.kind === 'exclude' ? parts[LISTS[move.kind]][move.part]! : null
    const { columns: after, step } = moveStep(move, bound, conjuncts, values)
    if (part?.node.delayed !== true) stages.push({ kind: 'step', step, part: null })
    else if (after.length > bound.length) stages.push({ kind: 'step', step, part })
    else {
      const one = { wanted: move.kind === 'join', ahead: part.foresee(bound) }
      const last = stages.at(-1)
      if (last?.kind === 'filter') stages[stages.length - 1] = { ...last, filter: [...last.filter, one] }
      else stages.push({ kind: 'filter', filter: [one], width: widthOf(bound) })
    }
    bound = after
  }
  const order = positionsOf(columns, bound)
  if (order.every((position, i) => position === i)) return stages
  return [...stages, { kind: 'step', step: (rows) => reorder(rows, order), part: null }]
}

const LISTS = { join: 'joined', exclude: 'excluded' } as const
