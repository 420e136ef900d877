// Places, sizes and times as sentences say them.
import { shown } from '../result.ts'

/** The last second that a calendar in JavaScript knows. */
const LAST_DATED = 8_640_000_000_000n

/** `the entry is number 18 of the 204`: people count from one, and the index stands beside it. */
export function placeOf(index: bigint, size: bigint): string {
  return `number ${index + 1n} of the ${size} (index ${index})`
}

export function entriesOf(size: bigint): string {
  return size === 1n ? '1 entry' : `${size} entries`
}

/** POSIX seconds on the clock of UTC. */
export function timeOf(seconds: bigint): string {
  if (seconds > LAST_DATED) return `second ${seconds}, which no calendar reaches,`
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** Names in backticks: "`one`, `two` and `three`". */
export function listOf(names: readonly string[]): string {
  const all = names.map(shown)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
