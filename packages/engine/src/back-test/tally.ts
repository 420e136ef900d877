// Events counted against some of those a clause binds: how many, on which days, with how many dead.
import type { EventTable } from '@trucekeeper/events'
import type { Reach } from './days.ts'
import type { Judgement } from './judge.ts'

/** [surely, perhaps] */
export type Range = readonly [surely: number, perhaps: number]

/** The days of a clause by index, the first being 0. */
export interface CountedDays {
  readonly length: number
  count(index: number): Range
  /** Whether the clause was in force from the beginning of the day to its end. */
  whole(index: number): boolean
}

export interface Tally {
  readonly debtors: readonly string[]
  readonly days: CountedDays
  /** Counts an event that may be a breach. */
  add(row: number, judgement: Judgement): void
  breaches(): Range
  deaths(): { readonly low: number; readonly best: number; readonly high: number }
}

export function tallyOf(events: EventTable, reach: Reach | null, debtors: readonly string[]): Tally {
  const length = reach ? Math.max(0, reach.last - reach.first + 1) : 0
  const surely = new Int32Array(length)
  const perhaps = new Int32Array(length)
  const deaths = { low: 0, best: 0, high: 0 }
  let [sure, possible] = [0, 0]
  const isOff = (index: number) => reach?.states?.[index] === 'off'
  return {
    debtors,
    days: {
      length,
      count: (index) => [surely[index]!, perhaps[index]!],
      whole(index) {
        const day = reach!.first + index
        return reach!.states ? reach!.states[index] === 'whole' : day >= reach!.firstWhole && day <= reach!.lastWhole
      },
    },
    add(row, { decision, dated, doer }) {
      if (!dated || (doer !== null && !debtors.includes(doer))) return
      const attributed = decision === 'covered' && doer !== null
      if (attributed) sure += 1
      possible += 1
      deaths.low += events.deathsLow[row]!
      deaths.best += events.deathsBest[row]!
      deaths.high += events.deathsHigh[row]!
      const last = events.to[row]! - reach!.first
      for (let index = events.from[row]! - reach!.first; index <= last; index += 1) {
        if (isOff(index)) continue
        perhaps[index]! += 1
        if (attributed) surely[index]! += 1
      }
    },
    breaches: () => [sure, possible],
    deaths: () => deaths,
  }
}
