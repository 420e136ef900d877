// What tables answer to a condition: a verdict, in words, with the rows it rests on.
import type { Verdict } from '../status.ts'
import { countOf } from '../words.ts'
import { independentRows, type Row } from './row.ts'
import type { TableView } from './view.ts'

export interface TableAnswer {
  readonly value: Verdict
  /** One lower-case sentence. */
  readonly text: string
  readonly rows: readonly Row[]
}

export const NO_ACCESS: TableAnswer = unknown('there are no access tables that could be read')
export const NO_GROUND: TableAnswer = unknown('there are no ground tables that could be read')

export function unknown(text: string, rows: readonly Row[] = []): TableAnswer {
  return { value: 'unknown', text, rows }
}

/** What rows do for a verdict that rests on them. */
export function stanceFor(value: Verdict): Row['stance'] {
  return value === 'met' ? 'for' : value === 'breached' ? 'against' : 'undetermined'
}

/** An answer that too few independent sources wrote is none to an account that asks for more. */
export function enough(answer: TableAnswer, { policy, cast }: TableView): TableAnswer {
  const { value, text, rows } = answer
  if (value === 'unknown' || policy.sources <= 1 || independentRows(rows, cast) >= policy.sources) return answer
  return unknown(
    `${text}; fewer than ${countOf(policy.sources, 'independent source')} wrote so`,
    rows.map((row) => ({ ...row, stance: 'undetermined' })),
  )
}

/** What several readings of one rule come to: what all of them say, otherwise nothing. */
export function inEveryReading(values: readonly Verdict[]): Verdict {
  const [first = 'unknown'] = values
  return values.every((value) => value === first) ? first : 'unknown'
}
