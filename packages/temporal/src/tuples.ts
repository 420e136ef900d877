// Verdicts of first-order formulas as lines of JSON: a truth, or the tuples that satisfy.
import type { FirstOrderVerdict } from './first-order/index.ts'
import type { Shown } from './lines.ts'

/** UTF-16 units that are gathered before they are handed over. */
const PIECE = 2 ** 16

export class TupleWriter {
  readonly #shown: Shown
  readonly #write: (bytes: Uint8Array) => void
  readonly #open: boolean
  readonly #encoder = new TextEncoder()
  #text = ''

  /** An open formula has free variables: what is said of it are tuples. */
  constructor(shown: Shown, open: boolean, write: (bytes: Uint8Array) => void) {
    this.#shown = shown
    this.#write = write
    this.#open = open
  }

  take(index: number, time: number, verdict: FirstOrderVerdict): void {
    // Nothing satisfies an open formula: that is its violation.
    const violated = verdict === false || (Array.isArray(verdict) && verdict.length === 0)
    if (this.#shown === 'violations' && !violated) return
    const line = `{"i":${index},"t":${time},"${this.#open ? 'sat' : 'v'}":${JSON.stringify(verdict)}}\n`
    if (this.#shown === 'last') this.#text = line
    else this.#text += line
    if (this.#text.length > PIECE) this.flush()
  }

  /** Hands over what has been written so far, except the last verdict while more may come. */
  flush(): void {
    if (this.#shown !== 'last') this.end()
  }

  end(): void {
    if (this.#text !== '') this.#write(this.#encoder.encode(this.#text))
    this.#text = ''
  }
}
