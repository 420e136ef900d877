// Where the words of hidden claims stand in documents, and those of hidden fields in quotes.
import { HIDDEN_WORDS, type ClaimsHidden } from '@trucekeeper/centre'
import type { Claim } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { canBeOpen, type Open } from './masked.ts'

/** Where words stand. */
interface Words {
  readonly doc: string
  readonly doc_sha256?: string | null | undefined
  readonly start: number
  readonly end: number
}

interface Closed {
  readonly hidden: Words[]
  /** Values of closed fields, wherever they stand. */
  readonly values: string[]
  closesOutlet: boolean
}

/** The documents in which something hidden stands. */
export class HiddenWords {
  readonly #closed = new Map<string, Closed>()
  readonly #digests = new Map<string, string>()
  readonly #fields: ClaimsHidden['fields']

  constructor(entries: readonly LoggedEntry[], { whole, fields }: ClaimsHidden) {
    this.#fields = fields
    if (whole.size === 0 && fields.size === 0) return
    for (const { entry } of entries) if (entry.type === 'document') this.#digests.set(entry.body.doc, entry.body.sha256)
    for (const { entry } of entries) {
      if (entry.type !== 'claim') continue
      const { body } = entry
      const own = fields.get(body.id)
      if (own === undefined && !whole.has(body.id)) continue
      const names = own?.map((name) => `body.${name}`) ?? []
      const isWhole = whole.has(body.id) || !names.every(canBeOpen)
      const closed = this.#of(body) ?? { hidden: [], values: [], closesOutlet: false }
      this.#closed.set(this.#keyOf(body), closed)
      if (isWhole) closed.hidden.push(body)
      else closed.values.push(...withSiblings(names.filter(canBeOpen)).flatMap((name) => valueOf(body, name) ?? []))
      if (names.includes('body.outlet')) closed.closesOutlet = true
    }
  }

  /** Whether anything hidden stands in the same document; nothing else is asked of those of others. */
  touches(words: Pick<Words, 'doc' | 'doc_sha256'>): boolean {
    return this.#of(words) !== undefined
  }

  isClosed(doc: string, sha256: string): boolean {
    return this.#closed.has(this.#keyOf({ doc, doc_sha256: sha256 }))
  }

  /** Whether they stand where hidden words do: the same words are not shown for being somebody else's too. */
  areHidden(words: Words): boolean {
    return this.#of(words)?.hidden.some(({ start, end }) => words.start < end && start < words.end) === true
  }

  fieldsOf(claim: Claim): readonly Open[] {
    const own =
      this.#fields
        .get(claim.id)
        ?.map((name) => `body.${name}`)
        .filter(canBeOpen) ?? []
    return withSiblings(this.#of(claim)?.closesOutlet ? [...own, 'body.outlet'] : own)
  }

  /** The quote without the words of closed fields; none of it where they are there in other words, or as a number. */
  quoteOf(quoting: Claim | (Words & { readonly quote: string })): string {
    const { quote } = quoting
    if ('speaker' in quoting && tellsOf(quoting, this.fieldsOf(quoting))) return HIDDEN_WORDS
    return (this.#of(quoting)?.values ?? []).reduce(
      (left, value) => left.replaceAll(new RegExp(RegExp.escape(value), 'giu'), HIDDEN_WORDS),
      quote,
    )
  }

  #of(words: Pick<Words, 'doc' | 'doc_sha256'>): Closed | undefined {
    return this.#closed.size === 0 ? undefined : this.#closed.get(this.#keyOf(words))
  }

  /** Bytes that came in twice are one text; of several in a file each is one of its own. */
  #keyOf({ doc, doc_sha256 }: Pick<Words, 'doc' | 'doc_sha256'>): string {
    return doc.includes('#') ? doc : (doc_sha256 ?? this.#digests.get(doc) ?? doc)
  }
}

/** Who speaks stands in a claim twice. */
const SPEAKER: readonly Open[] = ['body.speaker', 'body.speaker_text']

function withSiblings(fields: readonly Open[]): readonly Open[] {
  return [...new Set(fields.some((name) => SPEAKER.includes(name)) ? [...fields, ...SPEAKER] : fields)]
}

function valueOf(claim: Claim, field: Open): string | null {
  const value = claim[field.slice('body.'.length) as keyof Claim]
  return field !== 'body.speaker_side' && typeof value === 'string' && value.trim() !== '' ? value : null
}

/** Said in the words quoted, whatever they are; of the others it may stand elsewhere in the text. */
const IN_THE_QUOTE: readonly Open[] = ['body.actor_blamed', 'body.target', 'body.victims', 'body.weapon']

/** Whether a quote tells of a closed field in such a way that its words cannot be found in it. */
function tellsOf(claim: Claim, fields: readonly Open[]): boolean {
  if (fields.includes('body.figures') && claim.figures.length > 0) return true
  return fields.some((field) => {
    const value = valueOf(claim, field)
    if (value === null || isIn(claim.quote, value)) return false
    return IN_THE_QUOTE.includes(field) || wordsOf(value).some((word) => isIn(claim.quote, word))
  })
}

const isIn = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
const wordsOf = (value: string) => value.match(/[\p{L}\p{N}]{3,}/gu) ?? []
