// Instants, civil days, durations, intervals and dates as reports give them: the only clockwork in the system.
export { formatInstant, isInstantText, parseInstant, type Instant } from './instant.ts'
export { addDays, civilDay, civilDays, dayNumber, dayOfNumber, isZone, startOfDay, type CivilDay } from './day.ts'
export { addDuration, formatDuration, parseDuration, type Duration, type DurationUnit } from './duration.ts'
export { contains, intersect, overlaps, type Interval } from './interval.ts'
export { datedInterval, parseDating, type Dating, type DatePrecision } from './dating.ts'
