// Hears that the record has grown, and asks again for what is shown.
import type { RecordEvent, RecordSummary } from '@trucekeeper/api'
import type { QueryClient } from '@tanstack/react-query'
import { recordQuery } from './api.ts'

const NAME = 'trucekeeper-record'

/** Follows the record until `signal` ends it. However many windows are open, one of them listens and tells the others. */
export function followRecord(client: QueryClient, signal: AbortSignal): void {
  const windows = new BroadcastChannel(NAME)
  const told = (event: RecordEvent) => {
    const { queryKey } = recordQuery()
    const known = client.getQueryData<RecordSummary>(queryKey)
    if (known?.entries === event.size && known.last_received_at === event.received_at) return
    void client.invalidateQueries()
  }
  windows.addEventListener('message', ({ data }) => told(data as RecordEvent))
  signal.addEventListener('abort', () => windows.close())
  const listen = () =>
    new Promise<void>((done) => {
      // The browser comes back by itself, and says what it heard last.
      const source = new EventSource('/api/live')
      source.addEventListener('record', ({ data }) => {
        const event = JSON.parse(data as string) as RecordEvent
        told(event)
        // A channel reaches this origin alone.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        windows.postMessage(event)
      })
      signal.addEventListener('abort', () => {
        source.close()
        done()
      })
    })
  // A browser opens few connections to one server; a window that closes lets the next one listen.
  navigator.locks.request(NAME, { signal }, listen).catch(() => undefined)
}
