// A dispatch: a report with what the desk wrote above it, turned into a document, its claims and its acts.
import { nameDocument, sha256Hex, takeAct, takeClaim, type Entry } from '@trucekeeper/claims'
import { lineStarts, position, type Diagnostic } from '@trucekeeper/diagnostics'
import { isPlainText, openDocumentReader, type DocumentReader, type Report } from '@trucekeeper/documents'
import { readReport, type ReadingLexicon } from '@trucekeeper/reading'
import { datedInterval, formatInstant, parseDating, parseInstant } from '@trucekeeper/time'
import { isMap, parseDocument, type Document } from 'yaml'
import { utf8Of } from './text.ts'

export interface DispatchMeta {
  /** The document's name, its file name. */
  readonly doc: string
  /** The zone in which its days are read. */
  readonly zone: string
  /** What the desk did not write into the file and is said elsewhere. */
  readonly published?: string
  readonly outlet?: string
  readonly received?: string
}

export interface Dispatch {
  readonly doc: string
  readonly sha256: string
  readonly bytes: Uint8Array
  /** The text that quotes count in: what stands below the front matter. */
  readonly text: string
  /** What the places of its diagnostics count in: the text with what stands above it. */
  readonly source: string | null
  readonly outlet: string | null
  readonly published: string | null
  /** The document, then its claims, then its acts; empty when there are errors. */
  readonly entries: readonly Entry[]
  readonly diagnostics: readonly Diagnostic[]
}

const FRONT = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/
const KEYS = ['outlet', 'published', 'received', 'recorded_by', 'acts']
const DESK = 'desk'
const PLAIN = 'text/plain'
/** HTML and XML, whose tags would be read as words. */
const MARKUP = /^\s*<(?:!doctype|html|\?xml|rss|feed|head|body)\b/i

/** The body of a report and its front matter, where it has one. */
export function bodyOf(source: string): { front: string | null; body: string; bodyStart: number } {
  const found = FRONT.exec(source)
  return found
    ? { front: found[1]!, body: source.slice(found[0].length), bodyStart: found[0].length }
    : { front: null, body: source, bodyStart: 0 }
}

/**
 * The dispatches in a file of any kind that reports come in: one, or one for each item of a feed or file of an archive.
 * Plain text is read here and now; everything else by a locked worker. Where nothing could be read there is one dispatch
 * without entries that says why.
 */
export async function readDispatches(
  bytes: Uint8Array,
  meta: DispatchMeta,
  lexicon: Partial<ReadingLexicon> = {},
  reader: DocumentReader = openDocumentReader(),
): Promise<Dispatch[]> {
  if (isPlainText(meta.doc, bytes)) return [readDispatch(bytes, meta, lexicon)]
  const { reports, diagnostics } = await reader.read(meta.doc, bytes)
  const unread: Dispatch = { ...noDispatch(meta.doc, bytes), text: '', source: null, diagnostics }
  if (reports.length === 0) return [unread]
  return reports.map((report, index) => {
    const dispatch = readBody(
      { ...noDispatch(report.name, bytes), ...partsOf(report), media_type: report.media_type },
      proposedTo(meta, report),
      lexicon,
    )
    const said = [...(index === 0 ? diagnostics : []), ...(reports.length === 1 ? datingSaid(meta, report) : [])]
    return { ...dispatch, diagnostics: [...said, ...dispatch.diagnostics] }
  })
}

/** What the file says of itself stands where nobody says otherwise. */
function proposedTo(meta: DispatchMeta, { name, published, outlet }: Report): DispatchMeta {
  return { ...(published !== null && { published }), ...(outlet !== null && { outlet }), ...meta, doc: name }
}

/** Days in the text hang on the day of publication, so whoever reads it is told where that came from. */
function datingSaid({ published: given }: DispatchMeta, { name, published }: Report): Diagnostic[] {
  if (given !== undefined || published === null) return []
  const message = `\`${name}\` says itself that it was published \`${published}\``
  const help = 'give `--published` where that is known better'
  return [{ ...problem(name, '', 0, 0, 'published-by-file', message, help), severity: 'note' }]
}

/** Only plain text has lines of the desk above it. */
function partsOf({ media_type, text }: Report) {
  return { source: text, ...(media_type === PLAIN ? bodyOf(text) : { front: null, body: text, bodyStart: 0 }) }
}

function noDispatch(doc: string, bytes: Uint8Array) {
  return { doc, sha256: sha256Hex(bytes), bytes, outlet: null, published: null, entries: [] }
}

/** Reads a dispatch of plain text. Nothing is thrown: what is wrong with the file is said, with its place in it. */
export function readDispatch(bytes: Uint8Array, meta: DispatchMeta, lexicon: Partial<ReadingLexicon> = {}): Dispatch {
  const source = utf8Of(bytes)
  const none = { ...noDispatch(meta.doc, bytes), source }
  if (source === null) {
    return {
      ...none,
      text: '',
      diagnostics: [
        problem(
          meta.doc,
          '',
          0,
          0,
          'report-not-text',
          `\`${meta.doc}\` is not UTF-8 text`,
          'convert it to plain text in UTF-8',
        ),
      ],
    }
  }
  if (MARKUP.test(source)) {
    return {
      ...none,
      text: '',
      diagnostics: [
        problem(
          meta.doc,
          source,
          0,
          0,
          'report-format-unread',
          `\`${meta.doc}\` is marked up, and its name says that it is plain text`,
          'name it by what it is, such as `.html` or `.xml`, or save the text of the report',
        ),
      ],
    }
  }
  return readBody({ ...none, source, ...bodyOf(source), media_type: PLAIN }, meta, lexicon)
}

interface Body {
  readonly doc: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly source: string
  readonly front: string | null
  readonly body: string
  readonly bodyStart: number
  readonly media_type: string
}

function readBody(
  { doc, sha256, bytes, source, front, body, bodyStart, media_type }: Body,
  meta: DispatchMeta,
  lexicon: Partial<ReadingLexicon>,
): Dispatch {
  const none = { ...noDispatch(doc, bytes), sha256, source }
  const diagnostics: Diagnostic[] = []
  const say = (start: number, end: number, code: string, message: string, help: string) =>
    diagnostics.push(problem(meta.doc, source, start, end, code, message, help))
  const desk = deskNotes(front, source, say)
  const outlet = meta.outlet ?? textOf(desk?.get('outlet'))
  const published = meta.published ?? textOf(desk?.get('published'))
  if (published === null) {
    say(
      0,
      0,
      'report-undated',
      `nothing says when \`${meta.doc}\` was published`,
      'write `published:` above it between two lines of `---`, or give it as `--published`',
    )
    return { ...none, text: body, outlet, diagnostics }
  }
  const received = meta.received ?? textOf(desk?.get('received')) ?? endOf(published, meta.zone)
  if (received === null || parseInstant(received) === null) {
    say(
      0,
      0,
      'report-undated',
      `\`${received ?? published}\` is no time with an offset`,
      'write `received: 2016-09-16T18:00+03:00`',
    )
    return { ...none, text: body, outlet, published, diagnostics }
  }
  const reading = readReport(body, { doc: meta.doc, published, outlet, zone: meta.zone, doc_sha256: sha256 }, lexicon)
  diagnostics.push(...reading.diagnostics.map((found) => moved(found, source, bodyStart)))
  const envelope = { received_at: received, recorded_by: textOf(desk?.get('recorded_by')) ?? DESK }
  const document = nameDocument({ doc: meta.doc, sha256, outlet, published, media_type })
  const claims = reading.claims.flatMap((claim): Entry[] => {
    const taken = takeClaim(claim, received)
    if (taken.ok) return [{ type: 'claim', ...envelope, body: taken.value }]
    for (const { code, message, help } of taken.refusals)
      say(bodyStart + claim.start, bodyStart + claim.end, code, message, help)
    return []
  })
  const acts = actsOf(desk, body, meta.doc, sha256, say).map((act): Entry => ({ type: 'act', ...envelope, body: act }))
  const sound = diagnostics.every(({ severity }) => severity !== 'error')
  return {
    ...none,
    text: body,
    outlet,
    published,
    entries: sound ? [{ type: 'document', ...envelope, body: document }, ...claims, ...acts] : [],
    diagnostics,
  }
}

type Say = (start: number, end: number, code: string, message: string, help: string) => void

function deskNotes(front: string | null, source: string, say: Say): Document | null {
  if (front === null) return null
  const start = source.indexOf(front)
  const notes = parseDocument(front, { version: '1.2', schema: 'core', uniqueKeys: true, strict: true })
  for (const error of notes.errors)
    say(
      start + error.pos[0],
      start + error.pos[1],
      'front-matter-malformed',
      `the lines above the report cannot be read: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}`,
      'write `key: value` lines between two lines of `---`',
    )
  if (notes.errors.length > 0) return null
  if (!isMap(notes.contents)) {
    say(
      start,
      start + front.length,
      'front-matter-malformed',
      'the lines above the report are no `key: value` lines',
      'write `published: 2016-09-16T18:00+03:00`',
    )
    return null
  }
  for (const { key } of notes.contents.items) {
    if (!KEYS.includes(String(key)))
      say(
        start,
        start + front.length,
        'front-matter-unknown',
        `\`${String(key)}\` means nothing here`,
        `here fits: ${KEYS.map((name) => `\`${name}\``).join(', ')}`,
      )
  }
  return notes
}

/** The acts a desk wrote down, each with its exact words in the body. */
function actsOf(desk: Document | null, body: string, doc: string, sha256: string, say: Say) {
  const listed: unknown = desk?.toJS({ maxAliasCount: 0 })?.acts
  if (listed === undefined) return []
  if (!Array.isArray(listed)) {
    say(0, 0, 'act-malformed', '`acts` is no list', 'begin each act with `- power:`')
    return []
  }
  return listed.flatMap((offered: unknown, index) => {
    const quote = typeof offered === 'object' && offered !== null && 'quote' in offered ? String(offered.quote) : ''
    const start = quote === '' ? -1 : body.indexOf(quote)
    if (start === -1) {
      say(
        0,
        0,
        'act-without-words',
        `act ${index + 1} quotes \`${quote}\`, which does not stand in the report`,
        'quote the exact words that show the act',
      )
      return []
    }
    const taken = takeAct({ ...(offered as object), doc, doc_sha256: sha256, start, end: start + quote.length })
    if (taken.ok) return [taken.value]
    for (const { message, help } of taken.refusals) say(0, 0, 'act-malformed', message, help)
    return []
  })
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}

/** A report known by its day only is taken to have come in when that day was over. */
function endOf(published: string, zone: string): string | null {
  const dating = parseDating(published)
  if (dating === null) return null
  return dating.precision === 'instant' ? published : formatInstant(datedInterval(dating, zone).to, zone)
}

function problem(
  file: string,
  source: string,
  start: number,
  end: number,
  code: string,
  message: string,
  help: string,
): Diagnostic {
  const starts = lineStarts(source)
  return {
    code,
    severity: 'error',
    message,
    help,
    spans: [{ file, range: { start: position(starts, start), end: position(starts, end) }, heading: [], label: '' }],
  }
}

/** What the reader says of the body, said of the file. */
function moved(found: Diagnostic, source: string, by: number): Diagnostic {
  const starts = lineStarts(source)
  const at = (offset: number) => position(starts, Math.min(offset + by, source.length))
  return {
    ...found,
    spans: found.spans.map((span) => ({
      ...span,
      range: { start: at(span.range.start.offset), end: at(span.range.end.offset) },
    })),
  }
}
