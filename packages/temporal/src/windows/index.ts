// Counts, sums, extremes and distinct counts over sliding and calendar windows, for all or for each key.
export { COUNT, MAX, MIN, SUM, type Aggregate } from './aggregate.ts'
export { CalendarWindow, wholeUnits, type UnitOf } from './calendar.ts'
export { DistinctWindow } from './distinct.ts'
export { GroupedWindows } from './grouped.ts'
export { SlidingWindow, type Window } from './sliding.ts'
