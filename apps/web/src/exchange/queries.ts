// Asking for the exchange as it stands at an instant.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { keepPreviousData } from '@tanstack/react-query'
import { about } from '../api.ts'
import { apiQuery, type Lens } from '../url-state.ts'

export const exchangeQuery = ({ at, known_at }: Lens) => ({
  ...about<ExchangeAnswer>(`/api/exchange${apiQuery({ at, known_at })}`),
  placeholderData: keepPreviousData,
})

export type Share = ExchangeAnswer['shares'][number]
export type Request = ExchangeAnswer['requests'][number]

/** By whom each was written down, by id. */
export function writersIn({ log }: ExchangeAnswer): (id: string) => readonly string[] {
  const writers = new Map(log.map(({ id, recorded_by }) => [id, recorded_by === null ? [] : [recorded_by]]))
  return (id) => writers.get(id) ?? []
}

/** Names as the agreement gives them, by id. */
export function namesIn({ members }: ExchangeAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries(members.map(({ id, name }) => [id, name]))
}
