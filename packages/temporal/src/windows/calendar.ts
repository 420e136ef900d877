// Windows of whole days, weeks or months: a calendar is a clock whose unit is one of them.
import type { Interval } from '../formula.ts'
import type { Window } from './sliding.ts'

/** Which unit a time lies in, numbered without gaps and never going back: days since some day, months of the era. */
export type UnitOf = (time: number) => number

/** The unit of now and those before it, `units` in all. */
export const wholeUnits = (units: number): Interval => ({ from: 0, to: units - 1 })

/**
 * Counts time in units of a calendar: `new CalendarWindow(dayOf, new SlidingWindow(wholeUnits(7), SUM))` is the sum
 * of today and the six days before it. The zone and the calendar are those of `unitOf`.
 */
export class CalendarWindow<V, Result> implements Window<V, Result> {
  readonly #unitOf: UnitOf
  readonly #window: Window<V, Result>

  constructor(unitOf: UnitOf, window: Window<V, Result>) {
    this.#unitOf = unitOf
    this.#window = window
  }

  add(time: number, value: V): void {
    this.#window.add(this.#unitOf(time), value)
  }

  at(now: number): Result {
    return this.#window.at(this.#unitOf(now))
  }

  idle(now: number): boolean {
    return this.#window.idle(this.#unitOf(now))
  }
}
