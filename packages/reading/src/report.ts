// What is known of a report beside its text, and what the reader says of a text it cannot or could not read.
import { lineStarts, position, type Diagnostic } from '@trucekeeper/diagnostics'
import { isZone } from '@trucekeeper/time'
import { publicationDay } from './calendar.ts'

export interface ReportMeta {
  /** The document's name. */
  readonly doc: string
  /** `2016-09-16`, or an instant with an offset. Without it `Friday` has no date. */
  readonly published: string
  readonly outlet: string | null
  /** IANA zone in which the day of publication and the hours of the text are read. */
  readonly zone: string
  readonly doc_sha256?: string | null
}

const MOST_UNREADABLE = 0.02

/** Why a text cannot be read as a report; null where it can. */
export function refusal(text: string, meta: ReportMeta): Diagnostic | null {
  if (text.trim() === '') {
    return about(
      text,
      meta,
      'report-empty',
      'error',
      `the document \`${meta.doc}\` has no text`,
      'give the text of the report; a scan needs its words first',
    )
  }
  if (!text.isWellFormed()) {
    return about(
      text.toWellFormed(),
      meta,
      'report-not-text',
      'error',
      `the document \`${meta.doc}\` holds half of a character`,
      'read the file again: it was cut in the middle of a character, or decoded wrongly',
    )
  }
  const broken = unreadable(text)
  if (broken / text.length > MOST_UNREADABLE || text.includes('\u0000')) {
    return about(
      text,
      meta,
      'report-not-text',
      'error',
      `the document \`${meta.doc}\` is not text: ${broken} of ${text.length} characters cannot be read`,
      'convert it to plain text in UTF-8, or give the file in the format it is',
    )
  }
  if (!isZone(meta.zone)) {
    return about(
      text,
      meta,
      'report-zone-unknown',
      'error',
      `\`${meta.zone}\` is no time zone`,
      'write an IANA zone such as `Asia/Damascus`',
    )
  }
  if (publicationDay(meta.published, meta.zone) === null) {
    return about(
      text,
      meta,
      'report-undated',
      'error',
      `\`${meta.published}\` is no date of publication`,
      'write `2016-09-16`, or a time with an offset such as `2016-09-16T18:00+03:00`',
    )
  }
  return null
}

export function nothingRead(text: string, meta: ReportMeta): Diagnostic {
  return about(
    text,
    meta,
    'report-without-claims',
    'note',
    `nothing in \`${meta.doc}\` was read as a claim`,
    'look at the text; what the rules miss can be entered by hand with its exact words',
  )
}

function about(
  text: string,
  { doc }: ReportMeta,
  code: string,
  severity: Diagnostic['severity'],
  message: string,
  help: string,
): Diagnostic {
  const starts = lineStarts(text)
  const end = text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')
  return {
    code,
    severity,
    message,
    help,
    spans: [{ file: doc, range: { start: position(starts, 0), end: position(starts, end) }, heading: [], label: '' }],
  }
}

/** Control characters other than space, and marks left where bytes were no text. */
function unreadable(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0x7f || code === 0xfffd)
      count++
  }
  return count
}
