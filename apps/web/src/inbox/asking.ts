// Asking for the inbox, and writing from it: each act under a key of its own, so that a press sent twice is done once.
import type { Clusters, Entered, Inbox, InboxDocument, Problem, TakenIn } from '@trucekeeper/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { about, Refusal } from '../api.ts'
import { words } from '../words.ts'

export const inboxQuery = () => queryOptions({ ...about<Inbox>('/api/inbox'), staleTime: 0 })
export const inboxDocumentQuery = (id: string) =>
  queryOptions({ ...about<InboxDocument>(`/api/inbox/${encodeURIComponent(id)}`), staleTime: 0 })
export const clustersQuery = () => queryOptions({ ...about<Clusters>('/api/matters'), staleTime: 0 })

export interface Write {
  readonly address: string
  /** JSON, or the bytes of a file. */
  readonly body: object | Blob
}

/** One thing to write; what the page shows of the record is asked for anew when it is done. */
export function useWrite<T extends Entered | TakenIn = Entered>() {
  const client = useQueryClient()
  return useMutation<T, Error, Write>({
    mutationFn: (write) => writeOnce<T>(write),
    onSuccess: () => client.invalidateQueries(),
  })
}

const TRIES = 3

/** Under a key of its own. */
export const writeOnce = <T>(write: Write): Promise<T> => written<T>(write, crypto.randomUUID())

async function written<T>({ address, body }: Write, key: string): Promise<T> {
  const isFile = body instanceof Blob
  const headers = {
    'content-type': isFile ? 'application/octet-stream' : 'application/json',
    'idempotency-key': key,
  }
  const sent = isFile ? body : JSON.stringify(body)
  let response: Response | null = null
  // The same key: what was done, though its answer was lost, is not done again.
  for (let tries = 0; response === null && tries < TRIES; tries++)
    response = await fetch(address, { method: 'POST', headers, body: sent }).catch(() => null)
  if (response === null) throw new Refusal(words.problem.offline, words.problemHelp.offline, null)
  if (response.ok) return (await response.json()) as T
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw new Refusal(
    problem?.detail ?? `${response.status}`,
    problem?.help ?? '',
    problem?.code ?? null,
    problem?.errors,
  )
}
