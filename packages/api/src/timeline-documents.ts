// GET /api/documents: the documents of the record as they came in, by name and outlet and without their text.
import { z } from 'zod'
import { documentsAnswer } from './answers/lookback.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'

export interface DocumentsAnswer {
  readonly documents: readonly {
    readonly sha256: string
    readonly doc: string
    readonly outlet: string | null
    readonly published: string
    readonly received_at: string
    readonly index: number
  }[]
}

const { known_at } = whyQuery.shape

export function documentListRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'the documents of the record in the order in which they came in',
    query: z.strictObject({ known_at }),
    gives: json(documentsAnswer),
  }
  return new Noun('/api/documents').get('/', about, async (c, { known_at: knownAt }) => {
    const lookback = await workspace.lookback()
    const documents = await lookback.documents(knownAt === undefined ? {} : { knownAt })
    return c.json({
      documents: documents.map(({ sha256, doc, outlet, published, received_at, index }) => {
        return { sha256, doc, outlet, published, received_at, index }
      }),
    } satisfies DocumentsAnswer)
  })
}
