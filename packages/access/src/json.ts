// Answers as JSON: keys in snake_case, instants as ISO 8601 in a zone.
import { formatInstant } from '@trucekeeper/time'

/** Keys under which a number is an instant; every other number is a quantity. */
const INSTANTS = /^(at|from|to|hour|asOf|.*At)$/

/** The same shape with the names that files and other programs read. Fields called `low` and `high` stay numbers. */
export function accessJson(value: unknown, zone: string): unknown {
  if (Array.isArray(value)) return value.map((one) => accessJson(one, zone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      typeof field === 'number' && INSTANTS.test(key) ? formatInstant(field, zone) : accessJson(field, zone),
    ]),
  )
}
