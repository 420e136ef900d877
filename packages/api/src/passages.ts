// Where quoted words stand in the documents of the record, so that a reader can go and see them.
import type { Workspace } from './deps.ts'

export interface Passage {
  /** SHA-256 of the document's bytes. */
  readonly sha256: string
  /** In UTF-16 units of the text as read. */
  readonly start: number
  readonly end: number
}

interface Quoted {
  readonly doc: string | null
  readonly quote: string | null
}

/** Gives the passage of a quote; null where it quotes nobody, or where no document of the record has these words. */
export async function passagesOf(
  workspace: Workspace,
  quotes: readonly Quoted[],
): Promise<(quoted: Quoted) => Passage | null> {
  const names = new Set(quotes.flatMap(({ doc, quote }) => (doc === null || quote === null ? [] : [doc])))
  const read = await Promise.all([...names].map(async (name) => [name, await workspace.document(name)] as const))
  const documents = new Map(read)
  return ({ doc, quote }) => {
    const document = doc === null ? null : documents.get(doc)
    if (!document || quote === null) return null
    const start = document.text.indexOf(quote)
    return start === -1 ? null : { sha256: document.sha256, start, end: start + quote.length }
  }
}
