// Documents in groups of copies, of shared passages and of topics: where there are many, on two threads.
import { duplicatesOf, sharedPassages, topicsOf, type TextDocument } from '@trucekeeper/corroborate'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

const WORK = { duplicates: duplicatesOf, passages: sharedPassages, topics: topicsOf } as const

export type Part = keyof typeof WORK
export type Grouping = { readonly [P in Part]: ReturnType<(typeof WORK)[P]> }

export interface Asked {
  readonly parts: readonly Part[]
  readonly documents: readonly TextDocument[]
}

/** The two take about the same time, and three threads would hold all texts once more. */
const THREADS: readonly (readonly Part[])[] = [['duplicates', 'passages'], ['topics']]
/** A thread takes a tenth of a second to start, which so many characters take as well. */
const FEW_CHARACTERS = 3_000_000

export function partsOf({ parts, documents }: Asked): Partial<Grouping> {
  return Object.fromEntries(parts.map((part) => [part, WORK[part](documents)]))
}

export async function groupingOf(documents: readonly TextDocument[]): Promise<Grouping> {
  const isMuch = documents.reduce((sum, { text }) => sum + text.length, 0) > FEW_CHARACTERS
  const work = isMuch ? onThread : partsOf
  const done = await Promise.all(THREADS.map((parts) => work({ parts, documents })))
  return Object.assign({}, ...done) as Grouping
}

async function onThread(asked: Asked): Promise<Partial<Grouping>> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: asked })
  const [told] = await once(worker, 'message')
  return told
}
