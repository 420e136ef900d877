// Asking for cases and visits.
import type { CaseAnswer, CasesAnswer, VisitsAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'

const through = ({ at, known_at, agreement }: Lens) => apiQuery({ at, known_at, agreement })

export const casesQuery = (lens: Lens) => ({
  ...about<CasesAnswer>(`/api/cases${through(lens)}`),
  placeholderData: keepPreviousData,
})

export const caseQuery = (name: string, lens: Lens) =>
  about<CaseAnswer>(`/api/cases/${encodeURIComponent(name)}${through(lens)}`)

export const visitsQuery = (lens: Lens) => ({
  ...about<VisitsAnswer>(`/api/visits${through(lens)}`),
  placeholderData: keepPreviousData,
})
