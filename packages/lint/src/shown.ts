// A finding shown by a run of the agreement, or the word that none was searched to the end.
import type { Agreement } from '@trucekeeper/agreement'
import { reach, storyOf, type Question } from './model/index.ts'
import type { Finding } from './rule.ts'

/** What a search adds to a finding. */
export type Shown = Pick<Finding, 'story' | 'unchecked'>

/** Beyond these a run shows nothing more to a reader, and takes longer than they would wait. */
const MOST_STATES = 500
const MOST_RUNS = 20

/** `reached`: a run that comes to what is asked; otherwise one in which it never comes. */
export type Show = (question: Question, want: 'reached' | 'stuck') => Shown

export const showNothing: Show = () => ({})

/** Searches once for each question, and for no more than a reader would look at. */
export function showIn(agreement: Agreement): Show {
  const known = new Map<string, Shown>()
  return (question, want) => {
    const key = `${want} ${question.is} ${question.clause}`
    const before = known.get(key)
    if (before) return before
    if (known.size >= MOST_RUNS) return { unchecked: `not checked by a run: ${MOST_RUNS} others were` }
    const shown = searched(agreement, question, want)
    known.set(key, shown)
    return shown
  }
}

function searched(agreement: Agreement, question: Question, want: 'reached' | 'stuck'): Shown {
  const found = reach(agreement, question, { cap: MOST_STATES })
  if (!found.checked) {
    return {
      unchecked:
        found.because === 'tables'
          ? 'not checked by a run: it rests on tables beside the record'
          : `not checked by a run: it has more than ${found.cap} states`,
    }
  }
  if (found.reached) return want === 'reached' ? { story: storyOf(found.reached, true) } : {}
  return want === 'stuck' ? { story: storyOf(found.stuck, false) } : {}
}
