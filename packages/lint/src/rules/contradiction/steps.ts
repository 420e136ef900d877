// Clauses that are one of several steps of something, as their names tell.
import type { AnyClause } from '@trucekeeper/agreement'

const STEP =
  /(?<!\p{L})(first|second|third|fourth|last|final|next|rest|early|earlier|later|begins?|beginning|begun|start|phase|stage|step|part|half|again|remain\p{L}{0,4}|\d{1,3})(?!\p{L})/giu

/** The words that tell it apart from other steps: `first`; empty where it is no step. Only the same step clashes with itself. */
export function stepOf({ id, title }: Pick<AnyClause, 'id' | 'title'>): string {
  const words = `${id.replaceAll(/[-_]/g, ' ')} ${title ?? ''}`.toLowerCase().match(STEP) ?? []
  return [...new Set(words)].toSorted().join()
}
