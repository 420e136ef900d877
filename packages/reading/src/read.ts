// The reader: the text of one report in, its claims with their exact words out.
import { nameClaim, type Claim, type ClaimBody } from '@trucekeeper/claims'
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { datedInterval, parseDating } from '@trucekeeper/time'
import { isArabic, readArabic } from './arabic.ts'
import { readParagraphs } from './paragraphs.ts'
import { openDocument } from './document.ts'
import { prepareLexicon, type ReadingLexicon } from './lexicon/prepared.ts'
import { nothingRead, refusal, type ReportMeta } from './report.ts'

export interface Reading {
  /** In the order of their words. */
  readonly claims: Claim[]
  readonly diagnostics: Diagnostic[]
}

/**
 * Reads one report. Each claim quotes the text: `quote === text.slice(start, end)`, in UTF-16 units of the text as
 * given. The same text and metadata give the same claims. What the rules cannot tell is null or `unknown`.
 */
export function readReport(text: string, meta: ReportMeta, extra?: Partial<ReadingLexicon>): Reading {
  const refused = refusal(text, meta)
  if (refused) return { claims: [], diagnostics: [refused] }
  const bodies = isArabic(text)
    ? readArabic(text, meta)
    : readParagraphs(openDocument(text, prepareLexicon(extra)), meta)
  const claims = bodies.map((body) => nameClaim(foretold(body, meta.zone)))
  return { claims, diagnostics: claims.length === 0 ? [nothingRead(text, meta)] : [] }
}

/** What is asserted of a time after publication ("19:00 tonight is Day D") has not happened yet: it is planned. */
function foretold(body: ClaimBody, zone: string): ClaimBody {
  if (body.modality !== 'asserted' || body.date === null) return body
  const said = datedInterval(parseDating(body.published)!, zone)
  return datedInterval(parseDating(body.date)!, zone).from >= said.to ? { ...body, modality: 'planned' } : body
}
