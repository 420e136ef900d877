// A part as what reads it follows it: taken as soon as it is decided, passed over where nobody waits for it.
import type { Bounds, Foresight, Node } from './node.ts'
import { keyer, positionsOf, type Rows } from './rows.ts'
import { indexOf } from './steps.ts'

/** All of it speaks of the point that its reader is about to decide. */
export class Part {
  readonly node: Node
  /** Whether the node has been moved to that point. */
  #reached = false
  /** How many points the node, which cannot skip, is behind. */
  #owed = 0

  constructor(node: Node) {
    this.node = node
  }

  /** Whether its rows are known. */
  known(): boolean {
    if (this.#reached) return true
    if (!this.#catchUp() || !this.node.ready()) return false
    this.node.advance()
    this.#reached = true
    return true
  }

  get reached(): boolean {
    return this.#reached
  }

  /** Only where it is known; good until it is asked for the next point. */
  rows(): Rows {
    return this.node.rows()
  }

  /** Whether it is certain to have a row. */
  some(): boolean {
    if (this.#reached) return this.node.rows().length > 0
    return this.#owed === 0 && (this.node.some?.() ?? false)
  }

  /** What is known of rows of these columns, its own among them; asked for once, before the first point. */
  foresee(columns: readonly string[]): Foresight {
    const { node } = this
    const index = indexOf(node, node.columns)
    const key = keyer(positionsOf(node.columns, columns))
    const ahead = node.foresee?.(columns)
    return (rows, at) => {
      if (this.#reached) return index.has(key(rows, at))
      return ahead === undefined || this.#owed > 0 ? null : ahead(rows, at)
    }
  }

  /** The reader has decided the point, and is about the next. */
  pass(): void {
    if (this.#reached) this.#reached = false
    else if (this.node.skip) this.node.skip()
    else {
      this.#owed++
      this.#catchUp()
    }
  }

  /** The points that the reader has not decided, when the trace has ended. */
  *finish(): Generator<Bounds> {
    if (this.#reached) yield { lower: this.node.rows(), upper: this.node.rows() }
    for (const bounds of this.node.finish()) {
      if (this.#owed > 0) this.#owed--
      else yield bounds
    }
  }

  mark(keep: (id: number) => void): void {
    this.node.mark(keep)
  }

  #catchUp(): boolean {
    while (this.#owed > 0 && this.node.ready()) {
      this.node.advance()
      this.#owed--
    }
    return this.#owed === 0
  }
}
