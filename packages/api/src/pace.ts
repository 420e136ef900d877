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

/** An organisation's, for all of its people together: so many of them may be at the limit of their own at once. */
const AT_ONCE = 8
export const ofMany = ({ burst, per_s }: Bucket): Bucket => ({ burst: burst * AT_ONCE, per_s: per_s * AT_ONCE })

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
  take(key: string, bucket: Bucket, now: number): number | null {
    const filled = this.#filled(key, bucket, now)
    // Put at the end anew, so that the first is always the one longest unseen.
    this.#levels.delete(key)
    this.#levels.set(key, { tokens: filled < 1 ? filled : filled - 1, at: now })
    if (this.#levels.size > MOST_KEPT) this.#levels.delete(this.#levels.keys().next().value!)
    return waitFor(filled, bucket)
  }

  /** The same without taking one. */
  wait(key: string, bucket: Bucket, now: number): number | null {
    return waitFor(this.#filled(key, bucket, now), bucket)
  }

  #filled(key: string, { burst, per_s }: Bucket, now: number): number {
    const { tokens, at } = this.#levels.get(key) ?? { tokens: burst, at: now }
    return Math.min(burst, tokens + ((now - at) / 1000) * per_s)
  }
}

const waitFor = (filled: number, { per_s }: Bucket): number | null =>
  filled < 1 ? Math.max(1, Math.ceil((1 - filled) / per_s)) : null
