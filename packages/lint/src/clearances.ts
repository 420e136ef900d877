// Where the number of a distance stands that a duty keeps from a line.
import type { Clause, Clearance } from '@trucekeeper/agreement'
import type { Spot } from './rule.ts'
import type { Subject } from './subject.ts'

/** The words from the number to the name of the line. */
const BEFORE_LINE = /(\d[\d.]*\s+k?m)\s+[a-z]+(?:\s+side)?\s+of\s+(?:\d[\d.]*\s+)?$/

/** The number of a clearance with its unit; the field itself where it cannot be found. */
export function numberOf({ source, stretch, spot }: Subject, duty: Clause<'duty'>, { line }: Clearance): Spot {
  const end = line.at.start.offset
  const before = BEFORE_LINE.exec(source.slice(Math.max(0, end - 120), end))
  if (!before) return spot(duty, 'clears')
  const start = end - before[0].length
  return stretch(start, start + before[1]!.length, duty.heading)
}
