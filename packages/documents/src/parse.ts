// One file to its reports, inside the worker: told by content, parsed by its format, never thrown out of.
import { gunzip } from './archive/gzip.ts'
import { readZip } from './archive/zip.ts'
import { printable, withoutShapeless } from './printable.ts'
import { Refused, type Finding, type Parsed, type Report, type Source } from './report.ts'
import { promisedBy, sniff, type Format } from './sniff.ts'

type Parser = (source: Source) => Parsed | Promise<Parsed>

/** Each is loaded only when a file of its kind comes. */
const PARSERS: Readonly<Record<Exclude<Format, 'zip' | 'gzip'>, () => Promise<Parser>>> = {
  text: async () => (await import('./formats/text.ts')).parseText,
  html: async () => (await import('./formats/html.ts')).parseHtml,
  docx: async () => (await import('./formats/docx.ts')).parseDocx,
  pdf: async () => (await import('./formats/pdf/pdf.ts')).parsePdf,
  mail: async () => (await import('./formats/mail.ts')).parseMail,
  feed: async () => (await import('./formats/feed.ts')).parseFeedFile,
}

const NAMES: Readonly<Record<Format, string>> = {
  text: 'plain text',
  html: 'HTML',
  docx: 'a Word document',
  pdf: 'a PDF',
  mail: 'an e-mail',
  feed: 'a feed',
  zip: 'a zip archive',
  gzip: 'a gzip file',
}
const READABLE = 'hand over plain text, HTML, DOCX, PDF, an e-mail (.eml), RSS or Atom, or a zip of these'

/** The reports of a file. Whatever is wrong with it is a finding. */
export async function parse(source: Source): Promise<Parsed> {
  const { reports, findings } = await tried(source)
  return { reports, findings: findings.map((finding) => ({ ...finding, message: printable(finding.message) })) }
}

async function tried(source: Source): Promise<Parsed> {
  const { name, limits } = source
  try {
    const parsed = await parsedBy(source)
    // Plain text is kept to the byte.
    const reports = parsed.reports.map((each) => (each.media_type === 'text/plain' ? each : withoutShapeless(each)))
    if (reports.length > limits.reports) throw tooMany(name, reports.length, limits.reports)
    if (reports.reduce((sum, { text }) => sum + text.length, 0) > limits.textUnits)
      throw new Refused(
        'text-too-long',
        `\`${name}\` gives more than ${limits.textUnits} characters of text`,
        'split it',
      )
    const silent = reports.length === 0 && parsed.findings.every(({ severity }) => severity !== 'error')
    return { reports, findings: [...parsed.findings, ...(silent ? [empty(name)] : []), ...hiddenIn(reports)] }
  } catch (error) {
    return { reports: [], findings: [findingOf(name, error)] }
  }
}

function tooMany(name: string, count: number, most: number): Refused {
  return new Refused('archive-too-many', `\`${name}\` holds ${count} reports, and ${most} are read at once`, 'split it')
}

/** `unpacked` is the name of what was packed, where something was. */
async function parsedBy(source: Source, unpacked?: string): Promise<Parsed> {
  const { name, bytes, limits } = source
  const named = unpacked ?? name
  const sniffed = sniff(named, bytes)
  if (sniffed.format === 'other')
    throw new Refused('report-format-unread', `\`${name}\` is ${sniffed.what}, which is not read as a report`, READABLE)
  if (sniffed.format === 'unknown')
    throw new Refused('report-format-unread', `\`${name}\` is of no kind that is known`, READABLE)
  const { format } = sniffed
  const promised = promisedBy(named)
  if (promised !== null && promised !== format)
    throw new Refused(
      'report-format-mismatch',
      `\`${name}\` is ${NAMES[format]} by its content and ${NAMES[promised]} by its name`,
      'find out which of the two it is, and name it so',
    )
  if (format === 'gzip' || format === 'zip') {
    if (unpacked !== undefined)
      throw new Refused('archive-nested', `\`${name}\` is packed inside what is packed`, 'unpack the outer one first')
    return format === 'gzip'
      ? parsedBy({ name, bytes: gunzip(name, bytes, limits), limits }, name.replace(/\.gz$/i, ''))
      : unzipped(source)
  }
  return (await PARSERS[format]())(source)
}

/** The reports of an archive: what is wrong with one of its files leaves the others as they are. */
async function unzipped({ name, bytes, limits }: Source): Promise<Parsed> {
  const reports: Report[] = []
  const findings: Finding[] = []
  for (const entry of readZip(name, bytes, limits)) {
    if (/^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db)$/.test(entry.name)) continue
    const inner = `${name}#${entry.name}`
    try {
      const parsed = await parsedBy({ name: inner, bytes: entry.bytes(), limits }, entry.name)
      reports.push(...parsed.reports)
      findings.push(...parsed.findings)
    } catch (error) {
      const { code, message, help } = findingOf(inner, error)
      findings.push({ code, severity: 'warning', message: `left out: ${message}`, help })
    }
  }
  return { reports, findings }
}

function findingOf(name: string, error: unknown): Finding {
  if (error instanceof Refused) return error.finding
  const why = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : 'no reason was given'
  return new Refused(
    'file-damaged',
    `\`${name}\` cannot be read: ${why}`,
    'ask for it again, or hand over its text as a `.txt` file',
  ).finding
}

function empty(name: string): Finding {
  return new Refused(
    'report-empty',
    `\`${name}\` has no text`,
    'give it the text of the report; pictures of text are not read',
  ).finding
}

const MOST_SHOWN = 200

/** Words that nobody sees on the page are shown to whoever reads the report, and to nobody as part of it. */
function hiddenIn(reports: readonly Report[]): Finding[] {
  return reports.flatMap(({ name, hidden }) => {
    if (hidden.length === 0) return []
    const words = hidden.map(({ text }) => text).join(' … ')
    const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN)}…` : words
    const how = [...new Set(hidden.map((each) => each.how))].join(', ')
    return [
      {
        code: 'text-hidden',
        severity: 'warning' as const,
        message: `\`${name}\` hides words (${how}), which were left out: \`${shown}\``,
        help: 'ask who sent it why they are there',
      },
    ]
  })
}
