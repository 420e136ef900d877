// How long something was late, in its largest units.
import { words } from '../words.ts'

const HOUR = 3_600_000

/** `3 h`, `2 d 4 h`, `20 min`. */
export function lengthText(ms: number): string {
  const hours = Math.floor(ms / HOUR)
  if (hours === 0) return words.time.minutes(Math.max(1, Math.floor(ms / 60_000)))
  const days = Math.floor(hours / 24)
  const rest = hours % 24
  if (days === 0) return words.time.hours(hours)
  return [words.time.days(days), ...(rest > 0 ? [words.time.hours(rest)] : [])].join(words.time.and)
}
