// How often one client may ask: a bucket of tokens for each route and client, refilled as time goes by.

/** `burst` at once, and `per_s` a second from then on. */
export interface Bucket {
  readonly burst: number
  readonly per_s: number
}

/** A person with several screens open stays far below it; a program that asks without end does not. */
export const PACE: Bucket = { burst: 120, per_s: 40 }
/** For answers that are worked out anew each time. */
export const SLOW_PACE: Bucket = { burst: 40, per_s: 10 }

/** So many clients are remembered; beyond them the one longest unseen is forgotten, whose bucket is full by then. */
const MOST_KEPT = 20_000

interface Level {
  tokens: number
  at: number
}

/** Levels of all buckets, by the clock of whoever asks: milliseconds that only grow. */
export class Buckets {
  readonly #levels = new Map<string, Level>()

  /** Takes a token; gives null, or the seconds to wait until there is one. */
  take(key: string, { burst, per_s }: Bucket, now: number): number | null {
    const { tokens, at } = this.#levels.get(key) ?? { tokens: burst, at: now }
    const filled = Math.min(burst, tokens + ((now - at) / 1000) * per_s)
    // Put at the end anew, so that the first is always the one longest unseen.
    this.#levels.delete(key)
    this.#levels.set(key, { tokens: filled < 1 ? filled : filled - 1, at: now })
    if (this.#levels.size > MOST_KEPT) this.#levels.delete(this.#levels.keys().next().value!)
    return filled < 1 ? Math.max(1, Math.ceil((1 - filled) / per_s)) : null
  }
}
