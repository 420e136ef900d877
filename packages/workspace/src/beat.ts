// Looking at something that changes, for many who ask, no more often than a set beat.
import { setTimeout as pause } from 'node:timers/promises'

export interface Beat<T> {
  /** As it was at most a beat ago. */
  now(): Promise<T>
  /** As it is, at the latest a beat from now: a look that begins after this was asked. */
  fresh(): Promise<T>
}

/** Whoever waits for a look of their own waits for no more than this part of a beat; those who wait together share one. */
const SOONER = 4

/** Without a beat (0) every look begins after it was asked for. Looks never overlap. */
export function onBeat<T>(look: () => Promise<T>, beat_ms: number): Beat<T> {
  const oneByOne = together(look)
  let begun = -Infinity
  let last: Promise<T> | null = null
  function again(): Promise<T> {
    begun = performance.now()
    const mine = oneByOne()
    last = mine
    // What failed is tried again by the next who asks.
    mine.catch(() => {
      if (last === mine) last = null
    })
    return mine
  }
  return {
    async now() {
      return last !== null && performance.now() - begun < beat_ms ? last : again()
    },
    async fresh() {
      const asked = performance.now()
      const wait_ms = begun + beat_ms / SOONER - asked
      if (wait_ms > 0) await pause(wait_ms)
      return last !== null && begun > asked ? last : again()
    },
  }
}

/** One look for all who ask while another is under way: it begins after they asked, so nobody is told what was so before. */
function together<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null
  let after: Promise<T> | null = null
  function now(): Promise<T> {
    if (underWay === null) {
      const mine = look().finally(() => {
        underWay = null
      })
      underWay = mine
      return mine
    }
    after ??= underWay
      .catch(() => undefined)
      .then(() => {
        after = null
        return now()
      })
    return after
  }
  return now
}
