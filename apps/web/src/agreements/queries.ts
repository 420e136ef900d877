// Asking for the agreements side by side, and for what each makes of every incident.
import type { AgreementsAnswer, ScopesAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'

export const agreementsQuery = ({ at, known_at }: Lens) => ({
  ...about<AgreementsAnswer>(`/api/agreements${apiQuery({ at, known_at })}`),
  placeholderData: keepPreviousData,
})

export const scopesQuery = ({ at, known_at }: Lens) => ({
  ...about<ScopesAnswer>(`/api/agreements/scopes${apiQuery({ at, known_at })}`),
  placeholderData: keepPreviousData,
})
