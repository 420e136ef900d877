// Clauses that are one of several steps of something, as their names tell.
import type { AnyClause } from '@trucekeeper/agreement'

const STEP =
  /(?<!\p{L})(first|second|third|fourth|last|final|next|rest|early|earlier|later|begins?|beginning|begun|start|phase|stage|step|part|half|again|remain\p{L}{0,4}|\d{1,3})(?!\p{L})/iu

export function isStep({ id, title }: Pick<AnyClause, 'id' | 'title'>): boolean {
  return STEP.test(`${id.replaceAll(/[-_]/g, ' ')} ${title ?? ''}`)
}
