// Claims from outside, held to the words of their documents before they are entries.
import { nameDocument, sha256Hex, takeClaim, type Claim, type DocumentBody } from '@trucekeeper/claims'
import { parseDating, parseInstant } from '@trucekeeper/time'
import { documentIn } from '../record.ts'
import type { Known } from './known.ts'
import type { OfferedClaims, Wrong, WrittenText } from './shapes.ts'
import { byDoor, heldHere } from './wrong.ts'

export interface HeldClaims {
  readonly claims: readonly Claim[]
  /** The document that came with them, with its bytes. */
  readonly document: { readonly body: DocumentBody; readonly bytes: Uint8Array } | null
  readonly wrong: readonly Wrong[]
}

/** What is seen by those for whom something is written, and by the desk that writes it. */
export interface Sights {
  readonly there: Known
  readonly own: Known
  /** Whether the desk keeps it for itself. */
  readonly isHeld: boolean
}

/** The claims with their document, and everything that is wrong with any of them, by its place in the request. */
export async function heldClaims(
  offered: OfferedClaims,
  { there: known, own, isHeld }: Sights,
  receivedAt: string,
): Promise<HeldClaims> {
  const wrong: Wrong[] = offered.document === null ? [] : wrongWith(offered.document)
  const written = offered.document === null || wrong.length > 0 ? null : documentOf(offered.document, known, isHeld)
  const claims: Claim[] = []
  for (const [index, one] of offered.claims.entries()) {
    const path = `claims.${index}`
    const taken = takeClaim(written === null ? one : aboutIt(one, written.body), receivedAt)
    if (!taken.ok) {
      wrong.push(...byDoor(taken.refusals, path))
      continue
    }
    const text = written === null ? await textFor(taken.value, known) : offered.document!.text
    const said = text === null ? unknownDocument(taken.value, path, own) : otherWords(taken.value, text, path)
    if (said === null) claims.push(taken.value)
    else wrong.push(said)
  }
  return { claims, document: written, wrong }
}

export function wrongWith({ name, text, published }: WrittenText): Wrong[] {
  const wrong: Wrong[] = []
  const say = (field: string, message: string, help: string) =>
    wrong.push({ code: 'document-malformed', path: `document.${field}`, message, help })
  if (name.trim() === '' || /[\p{Cc}/\\]/u.test(name))
    say('name', `\`${name.slice(0, 60)}\` is no name of a document`, 'give a file name, such as `note-17.txt`')
  if (!/\.txt$/i.test(name)) say('name', `\`${name.slice(0, 60)}\` is no name of a text`, 'let it end with `.txt`')
  if (text.trim() === '') say('text', 'the document has no words', 'write what was seen or heard')
  if (!text.isWellFormed()) say('text', 'the text holds half a character', 'write the text again')
  // Lines of a desk above a text would be cut off when it is read, and so move every quote.
  if (/^---\r?\n/.test(text)) say('text', 'the text begins with `---`', 'leave that line out')
  if (parseInstant(published) === null && parseDating(published)?.precision !== 'day')
    say('published', `\`${published.slice(0, 40)}\` is no day and no instant`, 'write 2016-09-16T18:00+03:00')
  return wrong
}

export function documentOf({ name, text, outlet, published }: WrittenText, known: Known, isHeld: boolean) {
  const bytes = new TextEncoder().encode(text)
  const sha256 = sha256Hex(bytes)
  const doc = freeName(name, sha256, known, isHeld)
  return { body: nameDocument({ doc, sha256, outlet, published, media_type: 'text/plain' }), bytes }
}

/** Enough to tell documents apart; and so many that nobody makes another that is called the same. */
const [SHORT, LONG] = [8, 16]

/**
 * The name, or the name with the beginning of the digest where other bytes have it already. What a desk holds always has
 * that: its name can neither tell of one that another desk has given, nor be in the way of one when it is released.
 */
export function freeName(name: string, sha256: string, known: Pick<Known, 'documents'>, isHeld = false): string {
  const there = known.documents.get(name)
  if (there?.sha256 === sha256 || (there === undefined && !isHeld)) return name
  const digits = isHeld ? LONG : SHORT
  return name.replace(/(\.[^.#]*)?(#.*)?$/, (ending) => `-${sha256.slice(0, digits)}${ending}`)
}

function aboutIt(one: unknown, { doc, sha256, outlet, published }: DocumentBody): unknown {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return one
  return { ...one, doc, doc_sha256: sha256, outlet, published }
}

async function textFor({ doc }: Claim, known: Known): Promise<string | null> {
  if (known.evidence === null) return null
  return (await documentIn(known.entries, known.evidence, doc))?.text ?? null
}

function unknownDocument({ doc }: Claim, path: string, own: Known): Wrong {
  if (own.documents.has(doc)) return heldHere(`${path}.doc`, doc)
  const message = `the record holds no document \`${doc}\` that could be read`
  return { code: 'claim-without-document', path: `${path}.doc`, message, help: 'hand over the document first' }
}

function otherWords({ quote, start, end }: Claim, text: string, path: string): Wrong | null {
  if (text.slice(start, end) === quote) return null
  const message = `the document has other words from \`${start}\` to \`${end}\``
  const help = 'quote its exact words, and count where they stand in the text as read'
  return { code: 'claim-not-its-words', path: `${path}.quote`, message, help }
}
