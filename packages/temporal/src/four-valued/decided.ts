// The verdict of a formula as one operator over its three planes: it knows up to where the verdict is decided.
import { Operator } from '../operators/operator.ts'
import type { Column, Signal, Store } from '../store.ts'
import type { Planes } from './planes.ts'
import type { FourVerdict } from './verdict.ts'

/** Its column says how far verdicts are decided; the bits in it mean nothing. */
export class Decided extends Operator {
  /** What is certainly and what is possibly true of each plane; they part when the trace ends. */
  readonly #bounds: { lower: Planes; upper: Planes }

  constructor(store: Store, out: Column, planes: Planes, bounds = { lower: planes, upper: planes }) {
    super(store, out, [planes.met, planes.possible, planes.contested])
    this.#bounds = bounds
  }

  advance(): void {
    const { out, store } = this
    out.done = Math.max(out.done, Math.min(...this.inputs.map(({ column }) => column.done)))
    // One plane can settle the verdict while another waits.
    while (out.done < store.count && this.value(out.done) !== null) out.done++
  }

  override finish(): void {
    this.out.done = this.store.count
  }

  /** The monitor splits what is left open at the end into two copies, and hands over their inputs here. */
  copy(out: Column, inputs: readonly Signal[]): Decided {
    const [met, possible, contested] = inputs as readonly [Signal, Signal, Signal]
    const planes = { met, possible, contested }
    if (out === this.out) this.#bounds.lower = planes
    else this.#bounds.upper = planes
    return new Decided(this.store, out, planes, this.#bounds)
  }

  /** Null where it is undecided. To be read while the monitor hands it over: later its columns may pass it over. */
  value(at: number): FourVerdict | null {
    const { lower, upper } = this.#bounds
    if (this.#surely(lower.met, at)) return 'met'
    if (!this.#maybe(upper.possible, at)) return 'breached'
    if (this.#maybe(upper.met, at) || !this.#surely(lower.possible, at)) return null
    if (this.#surely(lower.contested, at)) return 'contested'
    return this.#maybe(upper.contested, at) ? null : 'unknown'
  }

  /** Its verdicts are read one by one, so none may be passed over. */
  protected override get remembers(): boolean {
    return true
  }

  #surely(signal: Signal, at: number): boolean {
    return at < signal.column.done && this.#bit(signal, at)
  }

  #maybe(signal: Signal, at: number): boolean {
    return at >= signal.column.done || this.#bit(signal, at)
  }

  #bit({ column, flip }: Signal, at: number): boolean {
    return (((column.words[(at >>> 5) & this.store.wordMask]! ^ flip) >>> (at & 31)) & 1) === 1
  }
}
