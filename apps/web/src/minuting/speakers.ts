// In whose name the reader may write: all whom the agreement names, or those for whom their organisation speaks.
import { useQuery } from '@tanstack/react-query'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'

export interface Speakers {
  /** Ids, in the order of the agreement. */
  readonly ids: readonly string[]
  /** Whether they may write at all. */
  readonly mayWrite: boolean
}

const WRITERS = ['recorder', 'reviewer']

export function useSpeakers(names: Readonly<Record<string, string>>): Speakers {
  const { data } = useQuery(sessionQuery())
  const all = Object.keys(names)
  if (data?.mode === 'embedded') return { ids: all, mayWrite: true }
  const seat = seatIn(data)
  if (seat === null) return { ids: [], mayWrite: false }
  const ids = seat.speaks_for.includes('*') ? all : all.filter((id) => seat.speaks_for.includes(id))
  return { ids, mayWrite: ids.length > 0 && seat.roles.some((role) => WRITERS.includes(role)) }
}
