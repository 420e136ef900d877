// Asking for powers and gates, and sending an act: tried first, then done.
import type { ActEffect, GatesAnswer, PowersAnswer } from '@trucekeeper/api'
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { about } from '../api.ts'
import { writeOnce } from '../inbox/asking.ts'
import { apiQuery, type Lens } from '../url-state.ts'

export const powersQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<PowersAnswer>(`/api/powers${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

export const gatesQuery = ({ at, known_at, agreement }: Lens) => ({
  ...about<GatesAnswer>(`/api/gates${apiQuery({ at, known_at, agreement })}`),
  placeholderData: keepPreviousData,
})

/** What would come of an act, or what came of it. */
export interface Answered {
  readonly entries: readonly { readonly id: string }[]
  readonly effect: ActEffect
}

/** Tried, nothing is entered and nothing is asked for anew. */
export function useTrial() {
  return useMutation<Answered, Error, object>({
    mutationFn: (body) => writeOnce<Answered>({ address: '/api/acts', body: { ...body, dry_run: true } }),
  })
}

export function useAct() {
  const client = useQueryClient()
  return useMutation<Answered, Error, object>({
    mutationFn: (body) => writeOnce<Answered>({ address: '/api/acts', body }),
    // Whoever did it goes on before everything else has been asked for anew.
    onSuccess: () => void client.invalidateQueries(),
  })
}
