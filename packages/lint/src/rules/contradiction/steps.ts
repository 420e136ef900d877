// Clauses that are one of several steps of something, as their names tell.
import type { AnyClause } from '@trucekeeper/agreement'

const STEP =
  /(?<!\p{L})(first|second|third|fourth|last|final|next|rest|early|earlier|later|begins?|beginning|begun|start|phase|stage|step|part|half|again|remain\p{L}{0,4})(?!\p{L})/giu

/** The words that tell it apart from other steps: `first`; empty where it is no step. Only the same step clashes with itself. */
export function stepOf({ id, title }: Pick<AnyClause, 'id' | 'title'>): string {
  const words = namesOf(id, title).match(STEP) ?? []
  return [...new Set(words)].toSorted().join()
}

/** Its number, where it bears one: a second convoy is another convoy, and a second withdrawal from one place is not. */
export function numberOf({ id, title }: Pick<AnyClause, 'id' | 'title'>): string {
  return /\d{1,4}/.exec(namesOf(id, title))?.[0] ?? ''
}

function namesOf(id: string, title: string | null): string {
  return `${id.replaceAll(/[-_]/g, ' ')} ${title ?? ''}`.toLowerCase()
}
