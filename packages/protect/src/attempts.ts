// Refusals to be taken down: each by itself at first, then ever more of them in one entry, so that no flood fills the disk.
import type { Instant } from '@trucekeeper/time'
import type { Entry } from './entries.ts'
import { DAY, type Policy } from './policy.ts'

interface Counted {
  day: number
  /** Of that day, in entries or not. */
  total: number
  /** Those that no entry tells of yet. */
  waiting: number
}

/** By organisation; null for everybody whom nobody let in. */
export class Attempts {
  readonly #of = new Map<string | null, Counted>()
  readonly #policy: Policy

  constructor(policy: Policy, entries: readonly Entry[]) {
    this.#policy = policy
    for (const entry of entries)
      if (entry.does === 'refuse') this.#on(entry.organisation, entry.at).total += entry.times ?? 1
  }

  /** Counts one more, and gives how many an entry has to tell of now; 0 where this one waits for others. */
  due(organisation: string | null, at: Instant, isLetIn: boolean): number {
    const counted = this.#on(organisation, at)
    counted.total += 1
    counted.waiting += 1
    const { refusals_singly, refusals_singly_of_others } = this.#policy
    const times = counted.total / (isLetIn ? refusals_singly : refusals_singly_of_others)
    return times <= 1 || Number.isInteger(Math.log2(times)) ? this.#taken(counted) : 0
  }

  /** Those that no entry tells of, for the end. */
  left(): readonly (readonly [organisation: string | null, times: number])[] {
    const waiting = [...this.#of].filter(([, counted]) => counted.waiting > 0)
    return waiting.map(([organisation, counted]) => [organisation, this.#taken(counted)])
  }

  #taken(counted: Counted): number {
    const { waiting } = counted
    counted.waiting = 0
    return waiting
  }

  #on(organisation: string | null, at: Instant): Counted {
    const day = Math.floor(at / DAY)
    const counted = this.#of.get(organisation) ?? { day, total: 0, waiting: 0 }
    // Those of the day before that wait are told of by the first entry of this one.
    if (counted.day !== day) Object.assign(counted, { day, total: 0 })
    this.#of.set(organisation, counted)
    return counted
  }
}
