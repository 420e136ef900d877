// One typesetter on a thread of its own: it reads its fonts at once, and then sets what it is sent.
import { parentPort } from 'node:worker_threads'
import { pdfFrom } from './typesetter.ts'

export interface Sheet {
  readonly id: number
  readonly source: string
  readonly madeAt: number
}

/** Bytes of a PDF, or why there are none. */
export type Made =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly failed: string }

const port = parentPort!
port.on('message', ({ id, source, madeAt }: Sheet) => {
  try {
    port.postMessage({ id, bytes: pdfFrom(source, madeAt) } satisfies Made)
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies Made)
  }
})
/** The first sheet takes twice as long as others, so one is set before there is anything to print. */
const FIRST =
  '#set text(font: ("Noto Sans", "Noto Sans Arabic"))\n= A #strong[b] ب\n#table(columns: 2, [a], [#strong[ب]])'
pdfFrom(FIRST, 0)
