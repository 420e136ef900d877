// Several typesetters side by side: many reports are set while the next is still being worked out.
import { typstOf, type Page } from '@trucekeeper/publish'
import { Worker } from 'node:worker_threads'
import type { Made, Sheet } from './thread.ts'

export interface Printer {
  /** The same bytes as `pdfOf`. */
  pdf(page: Page, madeAt: number): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (error: Error) => void
}

/** The fonts are read at once, while others still work: open it before there is anything to print, and close it. */
export function openPrinter(threads: number): Printer {
  const waiting = new Map<number, Waiting>()
  const hands = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url))
    const hand = { worker, busy: 0 }
    worker.on('message', (made: Made) => {
      hand.busy -= 1
      const { done, failed } = waiting.get(made.id)!
      waiting.delete(made.id)
      if ('bytes' in made) done(made.bytes)
      else failed(new Error(made.failed))
    })
    worker.on('error', (error) => {
      for (const { failed } of waiting.values()) failed(error as Error)
      waiting.clear()
    })
    return hand
  })
  let next = 0
  return {
    pdf: (page, madeAt) =>
      new Promise((done, failed) => {
        const id = (next += 1)
        waiting.set(id, { done, failed })
        const idlest = hands.reduce((least, hand) => (hand.busy < least.busy ? hand : least))
        idlest.busy += 1
        const sheet: Sheet = { id, source: typstOf(page), madeAt }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
        idlest.worker.postMessage(sheet)
      }),
    close: async () => void (await Promise.all(hands.map(({ worker }) => worker.terminate()))),
  }
}
