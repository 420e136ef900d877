// Sends what waits, one after another in the order in which it was made, and stops where there is no link.
import type { Entered, Problem } from '@trucekeeper/api'
import type { Queue, QueuedRecord } from './queue.ts'

/** `later` is after how many milliseconds to try again; null when nothing waits any more. */
export interface Sending {
  readonly later: number | null
  readonly why: 'done' | 'no-link' | 'signed-out' | 'busy'
}

const SOON_MS = 3_000
const PATIENCE_MS = 20_000

/** One window at a time sends. Were there two, each record would still be entered once: its key says that it is the same. */
export async function sendWaiting(queue: Queue): Promise<Sending> {
  const sent = await navigator.locks.request('field-records', { ifAvailable: true }, (lock) =>
    lock ? sendInOrder(queue) : null,
  )
  return sent ?? { later: SOON_MS, why: 'busy' }
}

async function sendInOrder(queue: Queue): Promise<Sending> {
  for (;;) {
    const record = await queue.firstWaiting()
    if (record === null) return { later: null, why: 'done' }
    const response = await sent(record).catch(() => null)
    if (response === null) return { later: SOON_MS, why: 'no-link' }
    if (response.ok) {
      await queue.put({ ...record, state: 'sent', answer: (await response.json()) as Entered, problem: null })
      continue
    }
    if (response.status === 401 || response.status === 403) return { later: SOON_MS * 10, why: 'signed-out' }
    if (response.status === 429 || response.status >= 500) {
      const seconds = Number(response.headers.get('retry-after') ?? 0)
      return { later: Math.max(SOON_MS, seconds * 1000), why: 'busy' }
    }
    // What the record does not take it never will: a person has to look at it. The others need not wait for that.
    const problem = (await response.json().catch(() => null)) as Problem | null
    const { code = '422.1', detail = String(response.status), help = '', errors = [] } = problem ?? {}
    await queue.put({ ...record, state: 'refused', problem: { code, detail, help, errors } })
  }
}

function sent({ key, body }: QueuedRecord): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key }
  return fetch('/api/claims', { method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS) })
}
