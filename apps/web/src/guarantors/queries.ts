// Asking for undertakings, calls and the hotline.
import type { CallsAnswer, HotlineAnswer, UndertakingsAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'

const through = ({ at, known_at, agreement }: Lens) => apiQuery({ at, known_at, agreement })

export const undertakingsQuery = (lens: Lens) => ({
  ...about<UndertakingsAnswer>(`/api/undertakings${through(lens)}`),
  placeholderData: keepPreviousData,
})
export const callsQuery = (lens: Lens) => ({
  ...about<CallsAnswer>(`/api/calls${through(lens)}`),
  placeholderData: keepPreviousData,
})
export const hotlineQuery = (lens: Lens) => ({
  ...about<HotlineAnswer>(`/api/hotline${through(lens)}`),
  placeholderData: keepPreviousData,
})
