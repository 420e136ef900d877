// The words in which an act or an undertaking is shown: of a document of the record, or of a notice that is given with it.
import type { DocumentBody } from '@trucekeeper/claims'
import { documentIn } from '../record.ts'
import { documentOf, wrongWith, type Sights } from './offered-claims.ts'
import type { OfferedWords, Wrong } from './shapes.ts'
import { heldHere } from './wrong.ts'

export interface FoundWords {
  readonly doc: string
  readonly doc_sha256: string
  readonly quote: string
  readonly start: number
  readonly end: number
}

export type Worded =
  | {
      readonly ok: true
      readonly words: FoundWords
      /** The notice, to be entered before what rests on it. */
      readonly notice: { readonly body: DocumentBody; readonly bytes: Uint8Array } | null
    }
  | { readonly ok: false; readonly wrong: readonly Wrong[] }

/** `name` and `published` are those of a notice, which is a document of its own. */
export async function wordsFor(
  { words, notice }: OfferedWords,
  { there, own, isHeld }: Sights,
  { name, published }: { readonly name: string; readonly published: string },
): Promise<Worded> {
  if (notice !== null && words !== null)
    return no('words', 'there are words of a document and a notice', 'give either, not both')
  if (notice !== null) {
    const written = { name, text: notice, outlet: null, published }
    const wrong = wrongWith(written)
    if (wrong.length > 0) return { ok: false, wrong: wrong.map((one) => ({ ...one, path: 'notice' })) }
    const { body, bytes } = documentOf(written, there, isHeld)
    const place = { doc: body.doc, doc_sha256: body.sha256, quote: notice, start: 0, end: notice.length }
    return { ok: true, words: place, notice: { body, bytes } }
  }
  if (words === null)
    return no('words', 'there are no words that show it', 'quote a document of the record, or give a notice')
  const found = there.evidence && (await documentIn(there.entries, there.evidence, words.doc))
  if (!found) {
    const isOwn = [...own.documents.values()].some(({ doc, sha256 }) => doc === words.doc || sha256 === words.doc)
    if (isOwn) return { ok: false, wrong: [heldHere('words.doc', words.doc)] }
    const message = `the record holds no document \`${words.doc.slice(0, 60)}\` that could be read`
    return no('words.doc', message, 'hand over the document first', 'claim-without-document')
  }
  const start = words.quote === '' ? -1 : found.text.indexOf(words.quote)
  if (start < 0)
    return no(
      'words.quote',
      `\`${found.doc}\` does not say “${words.quote.slice(0, 80)}”`,
      'give the words exactly as the document has them',
      'claim-not-its-words',
    )
  const { doc, sha256: doc_sha256 } = found
  return {
    ok: true,
    words: { doc, doc_sha256, quote: words.quote, start, end: start + words.quote.length },
    notice: null,
  }
}

function no(path: string, message: string, help: string, code = 'words-missing'): Worded {
  return { ok: false, wrong: [{ code, path, message, help }] }
}
