// The queue of this device as a screen sees it, and its sending: when the page opens, when the link is back, and now and then.
import { useCallback, useEffect, useRef, useState } from 'react'
import { openQueue, type Queue, type QueuedRecord, type QueueState } from './queue.ts'
import { sendWaiting, type Sending } from './send.ts'

const MOST_SHOWN = 50

export interface Queued {
  readonly queue: Queue
  readonly counts: Readonly<Record<QueueState, number>>
  readonly waiting: readonly QueuedRecord[]
  readonly refused: readonly QueuedRecord[]
  readonly sent: readonly QueuedRecord[]
}

export interface QueueView {
  readonly queued: Queued | null
  /** Whether this browser keeps nothing. */
  readonly isUnkept: boolean
  readonly isSending: boolean
  readonly last: Sending['why'] | null
  send(): void
}

export function useQueue(): QueueView {
  const [queue, setQueue] = useState<Queue | null>(null)
  const [queued, setQueued] = useState<Queued | null>(null)
  const [isUnkept, setUnkept] = useState(false)
  const [isSending, setSending] = useState(false)
  const [last, setLast] = useState<Sending['why'] | null>(null)
  const sender = useRef<() => void>(() => undefined)
  const send = useCallback(() => sender.current(), [])

  useEffect(() => {
    openQueue().then(setQueue, () => setUnkept(true))
  }, [])

  useEffect(() => {
    if (queue === null) return undefined
    let reading: Promise<void> | null = null
    let isStale = false
    // However fast records are sent, the screen follows no faster than it can read.
    const read = () => {
      isStale = true
      reading ??= (async () => {
        while (isStale) {
          isStale = false
          setQueued(await viewOf(queue))
        }
        reading = null
      })()
    }
    read()
    return queue.onChange(read)
  }, [queue])

  useEffect(() => {
    if (queue === null) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = new AbortController()
    let isRunning = false
    let isAsked = false
    const run = async () => {
      clearTimeout(timer)
      isAsked = true
      if (isRunning) return
      isRunning = true
      setSending(true)
      let later: number | null = null
      while (isAsked && !over.signal.aborted) {
        isAsked = false
        const sending = await sendWaiting(queue)
        later = sending.later
        setLast(sending.why)
      }
      isRunning = false
      setSending(false)
      if (later !== null && !over.signal.aborted) timer = setTimeout(() => void run(), later)
    }
    const start = () => void run()
    sender.current = start
    start()
    addEventListener('online', start)
    return () => {
      over.abort()
      clearTimeout(timer)
      removeEventListener('online', start)
    }
  }, [queue])

  return { queued, isUnkept, isSending, last, send }
}

async function viewOf(queue: Queue): Promise<Queued> {
  const [counts, waiting, refused, sent] = await Promise.all([
    queue.counts(),
    queue.last('waiting', MOST_SHOWN),
    queue.last('refused', MOST_SHOWN),
    queue.last('sent', MOST_SHOWN),
  ])
  return { queue, counts, waiting, refused, sent }
}
