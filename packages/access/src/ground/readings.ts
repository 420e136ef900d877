// The readings of what a party has to keep from a line, and what is found of a unit by one of them.
import type { GroundQuestion } from './believed.ts'
import { concerns, outcomeOfAll } from './measure.ts'
import type { Line, PullBackTerms } from './records.ts'
import { findingOf, type Unit, type UnitFinding } from './unit.ts'

/** One reading of what one party has to keep from one line. */
export interface Reading {
  readonly party: string
  readonly clause: string
  readonly line: string
  readonly reading: string
}

export function readingsOf({ depths }: PullBackTerms): Reading[] {
  const readings = new Map<string, Reading>()
  for (const { party, clause, line, reading } of depths)
    readings.set([party, clause, line, reading].join('\n'), { party, clause, line, reading })
  return [...readings.values()]
}

/** What is found of a unit by all depths of a reading that concern it; null where none does. */
export function findingInReading(
  reading: Reading,
  { lines, depths }: PullBackTerms,
  unit: Unit,
  question: GroundQuestion,
): UnitFinding | null {
  const bound = depths.filter(
    (depth) =>
      depth.party === reading.party &&
      depth.clause === reading.clause &&
      depth.line === reading.line &&
      depth.reading === reading.reading &&
      concerns(depth, unit),
  )
  const line = lineNamed(lines, reading.line)
  if (unit.party !== reading.party || bound.length === 0 || !line) return null
  return findingOf(unit, (row) => outcomeOfAll(row, bound, line), question)
}

export function lineNamed(lines: readonly Line[], id: string): Line | undefined {
  return lines.find((line) => line.id === id)
}
