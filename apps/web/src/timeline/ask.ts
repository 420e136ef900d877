// What screens that look back ask the server.
import type { DocumentsAnswer, FiguresAnswer, ReleasedAnswer, TallyAnswer, TimelineAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'

const seenThrough = <T>(noun: string, lens: Lens) => ({
  ...about<T>(`/api/${noun}${apiQuery(lens)}`),
  placeholderData: keepPreviousData,
})

export const timelineQuery = ({ at, known_at, account }: Lens) =>
  seenThrough<TimelineAnswer>('timeline', { at, known_at, account })
export const tallyQuery = ({ at, known_at }: Lens) => seenThrough<TallyAnswer>('tally', { at, known_at })
export const figuresQuery = ({ at, known_at }: Lens) => seenThrough<FiguresAnswer>('figures', { at, known_at })
export const releasedQuery = ({ at, known_at }: Lens) => seenThrough<ReleasedAnswer>('released', { at, known_at })
export const documentsQuery = ({ known_at }: Lens) => seenThrough<DocumentsAnswer>('documents', { known_at })
