// What a file is: told by its content first, and held against what its name promises.

export type Format = 'text' | 'html' | 'docx' | 'pdf' | 'mail' | 'feed' | 'zip' | 'gzip'

/** `other` is something known that holds no report; `unknown` is nothing that is known. */
export type Sniffed =
  | { readonly format: Format }
  | { readonly format: 'other'; readonly what: string }
  | { readonly format: 'unknown' }

const PROMISES: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
  eml: 'mail',
  rss: 'feed',
  atom: 'feed',
  xml: 'feed',
  zip: 'zip',
  gz: 'gzip',
}

/** Kinds of text that are written for programs: their words are no report. */
const FOR_PROGRAMS: Readonly<Record<string, string>> = {
  json: 'JSON',
  jsonl: 'JSON',
  ndjson: 'JSON',
  geojson: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  csv: 'a table',
  tsv: 'a table',
  svg: 'an SVG image',
  js: 'a program',
  ts: 'a program',
  css: 'a style sheet',
  rtf: 'RTF',
}

const MAGIC: readonly (readonly [what: string, bytes: string])[] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a TIFF image', 'II*\0'],
  ['a TIFF image', 'MM\0*'],
  ['a WebP image or a sound', 'RIFF'],
  ['an old Office file (.doc, .xls, .ppt)', '\xd0\xcf\x11\xe0'],
  ['RTF', '{\\rtf'],
  ['a 7-Zip archive', '7z\xbc\xaf'],
  ['a RAR archive', 'Rar!'],
  ['a bzip2 archive', 'BZh'],
  ['an xz archive', '\xfd7zXZ'],
  ['a zstd archive', '\x28\xb5\x2f\xfd'],
  ['a program', '\x7fELF'],
  ['a program', 'MZ\x90'],
]

/** Far enough to see past a prologue and comments. */
const HEAD = 4096
/** Some bytes may stand before a PDF, which are none of it. */
const PDF_HEADER_WITHIN = 1024

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The format that a name promises; null where it promises none. */
export function promisedBy(name: string): Format | null {
  return PROMISES[extensionOf(name)] ?? null
}

/** Whether a file has the name of a report, alone or packed. */
export function hasReportName(name: string): boolean {
  return promisedBy(name) !== null
}

/** Whether a file is plain text by its name, or by its content where the name says nothing: no worker is needed. */
export function isPlainText(name: string, bytes: Uint8Array): boolean {
  const extension = extensionOf(name)
  if (extension === 'txt' || extension === 'text') return true
  const { format } = sniff(name, bytes)
  return format === 'text' || (format === 'unknown' && promisedBy(name) === null)
}

/** What the content is. The name decides only between kinds of text that look alike. */
export function sniff(name: string, bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return { format: promisedBy(name) === 'docx' || holdsWord(bytes) ? 'docx' : 'zip' }
  if (head.startsWith('\x1f\x8b')) return { format: 'gzip' }
  if (head.startsWith('%PDF-')) return { format: 'pdf' }
  const magic = MAGIC.find(([, start]) => head.startsWith(start))
  if (magic) return { format: 'other', what: magic[0] }
  const text = head
    .replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '')
    .replaceAll('\0', '')
    .trimStart()
  const markup = sniffMarkup(text)
  if (markup) return markup
  const forPrograms = FOR_PROGRAMS[extensionOf(name)]
  if (forPrograms !== undefined) return { format: 'other', what: forPrograms }
  if (promisedBy(name) === 'mail' || isMail(text)) return { format: 'mail' }
  if (head.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) return { format: 'pdf' }
  if (promisedBy(name) === 'html' && /<[a-z!][^>]*>/i.test(text)) return { format: 'html' }
  return looksLikeText(head) ? { format: 'text' } : { format: 'unknown' }
}

function sniffMarkup(text: string): Sniffed | null {
  if (!text.startsWith('<')) return null
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<\?[\s\S]*?\?>/g, '')
  const doctype = /^\s*<!doctype\s+([a-z:]+)/i.exec(bare)?.[1]?.toLowerCase()
  const root = /<([a-z][\w:.-]*)/i.exec(bare)?.[1]?.toLowerCase()
  if (doctype === 'html' || root === 'html' || root === 'head' || root === 'body') return { format: 'html' }
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') return { format: 'feed' }
  if (doctype === 'svg' || root === 'svg') return { format: 'other', what: 'an SVG image' }
  if (text.startsWith('<?xml') || doctype !== undefined) return { format: 'other', what: 'XML of some other kind' }
  if (root !== undefined && /^(article|main|div|p|section|h[1-6]|meta|title|table|span|script|style)$/.test(root))
    return { format: 'html' }
  return null
}

/** Two header lines at the head, one of them a line that every message has. */
function isMail(text: string): boolean {
  const headers = /^(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n/.exec(text)?.[0]
  return headers !== undefined && /^(?:from|received|message-id|mime-version|return-path):/im.test(headers)
}

function holdsWord(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.includes('word/document.xml') && buffer.includes('[Content_Types].xml')
}

/** Bytes of letters beyond ASCII, read one by one. */
const HIGH_CONTROLS = /[\x7f-\x9f]/g
/** Older encodings of Japanese and Korean switch with it. */
const ESCAPE = '\x1b'

function looksLikeText(head: string): boolean {
  return !/(?!\s)\p{Cc}/u.test(head.replace(HIGH_CONTROLS, '').replaceAll(ESCAPE, ''))
}
