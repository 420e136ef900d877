// What an evaluation is told of the tables beside an agreement: rows, and up to when they had been recorded.
import type { AccessRecords, Lines } from '@trucekeeper/access'
import type { GroundRecord, PullBackTerms } from '@trucekeeper/access/ground'
import type { Agreement, Condition } from '@trucekeeper/agreement'
import type { Instant } from '@trucekeeper/time'

export interface KnownTables {
  /** Null where there are no access tables that could be read. */
  readonly access: AccessRecords | null
  /** Null where there are no ground tables that could be read. */
  readonly ground: { readonly terms: PullBackTerms; readonly record: GroundRecord } | null
  /** Routes that consignments may name, by their ids. */
  readonly lines: Lines
  /** Rows recorded later are not taken; null for all. */
  readonly knownAt: Instant | null
}

/** Tables are replaced as a whole, so that rows are the same where the lists they stand in are. */
export function isSameTables(one: KnownTables | null, other: KnownTables | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.access === other.access &&
    one.ground === other.ground &&
    one.lines === other.lines &&
    one.knownAt === other.knownAt
  )
}

/** The conditions that are answered from tables. */
export type TableCondition = Extract<Condition, { op: 'indicator' | 'parity' | 'sealed' | 'cleared' }>

/** Whether any clause of an agreement asks what only tables answer. */
export function asksTables({ ruled }: Agreement): boolean {
  return ruled.some((clause) => {
    if (clause.kind === 'duty') return clause.after !== null && restsOnTables(clause.after)
    return (clause.kind === 'gate' || clause.kind === 'power') && clause.when !== null && restsOnTables(clause.when)
  })
}

function restsOnTables(condition: Condition): boolean {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.args.some(restsOnTables)
    case 'not':
      return restsOnTables(condition.arg)
    case 'indicator':
    case 'parity':
    case 'sealed':
    case 'cleared':
      return true
    default:
      return false
  }
}
