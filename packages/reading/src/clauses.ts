// Propositions: where a stretch of text stops saying one thing and begins another.
import type { Document } from './document.ts'
import { everyMatch } from './pattern.ts'
import { trimmed, type Span } from './span.ts'

const FINITE =
  '(?:(?:also|then|still|now|later|immediately|both|all|have|has|had) )*(?:was|were|is|are|has|have|had|will|would|could|must|should|can|may|might|did|does|wants?|warned|voiced|urged|denied|killed|wounded|injured|hit|struck|shelled|bombed|fired|targeted|attacked|entered|reached|left|began|continued|declared|accused|called|seized|captured|advanced|pulled|withdrew|blocked|refused|agreed|met|spoke|destroyed|damaged|trapped|cut|reserves?|remains?|says?|backs?|supports?)(?![\\p{L}])'
const SUBJECT = "(?:(?!(?:that|which|to)\\b)[\\p{L}'.-]+ ){1,6}?"
const CUTS: readonly RegExp[] = [
  /;\s+|\s--?\s/gu,
  /,"?\s+(?=(?:but|while|whereas|although|though|with both|with the|adding|noting|warning|trapping|killing|wounding|leaving|forcing|prompting|which|where|and both)(?![\p{L}]))/gu,
  new RegExp(`,\\s+(?=(?:and|or|yet|so)\\s+(?:${SUBJECT})?${FINITE})`, 'gu'),
  new RegExp(`\\s+(?=(?:and|but|or)\\s+(?:that\\s+)?(?:${SUBJECT})?${FINITE})`, 'gu'),
  /\s+(?=(?:while|although|though|whereas)\s)/gu,
  /\s+(?=and (?:that|have the|to|the (?:urgent|pressing) need) )/gu,
  /,?\s+(?=as well as\s)/gu,
  /\s+(?=or\s[^;]*\b(?:will|would)\b)/gu,
]
const CONJOINED = new RegExp(`^or\\s+(?:that\\s+)?(?:${SUBJECT})?${FINITE}`, 'u')
const LEADS =
  /^(?:(?:and|but|or|while|whereas|although|though|yet|so|that|with|however|meanwhile|also|as well as|adding that|noting that|which|where|who|",?)[\s,]+)+/
const TRAILS =
  /(?:[\s,]+(?:(?<!(?:confirm|verify)\s)that|and|but|or|while|with|as|which|where|adding|noting|saying|to|also))+$/
const HAS_VERB = new RegExp(`(?<![\\p{L}])${FINITE}|(?<![\\p{L}])\\p{L}{3,}(?:ed|ing)(?![\\p{L}])`, 'u')
const EDGE = /[\s,;:."'-]/
const SHORTEST = 8

/** The clauses of a stretch, each without the conjunction that leads it. */
export function clausesOf({ folded }: Document, span: Span): Span[] {
  const said = folded.slice(span.start, span.end)
  const cuts = new Set<number>([0, said.length])
  for (const pattern of CUTS) {
    for (const found of everyMatch(pattern, said)) {
      const at = found.index + found[0].length
      if (balanced(said, at) && isUltimatum(said, at)) cuts.add(at)
    }
  }
  const edges = withVerbs(
    said,
    [...cuts].toSorted((a, b) => a - b),
  )
  const clauses: Span[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const raw = { start: span.start + edges[index]!, end: span.start + edges[index + 1]! }
    const lead = LEADS.exec(folded.slice(raw.start, raw.end))?.[0].length ?? 0
    const trail = TRAILS.exec(folded.slice(raw.start + lead, raw.end).trimEnd())?.[0].length ?? 0
    const close = folded.slice(0, raw.end).trimEnd().length
    const clause = trimmed(folded, { start: raw.start + lead, end: Math.max(raw.start + lead, close - trail) }, EDGE)
    if (clause.end - clause.start >= SHORTEST) clauses.push(withClosingMark(folded, clause, span.end))
  }
  return clauses
}

/** A piece without a verb belongs to the piece after it. */
function withVerbs(said: string, edges: readonly number[]): number[] {
  return edges.filter(
    (edge, index) =>
      index === 0 ||
      index === edges.length - 1 ||
      HAS_VERB.test(said.slice(edges[index - 1], edge).replace(/^\s*\p{L}+(?:ed|ing|es) (?:on \p{L}+ )?that /u, '')),
  )
}

/** `or` parts two propositions only where the first says what must be done. */
function isUltimatum(said: string, at: number): boolean {
  return !/^or\b/.test(said.slice(at)) || /\bmust\b/.test(said.slice(0, at)) || CONJOINED.test(said.slice(at))
}

const HARMED = /\b(?:killed|dead|died|wounded|injured|shot|beat|beaten|stabbed|tortured)\b[^,;]{0,30},?\s$/
const AND_HARMED =
  /^and (?:[\p{L}\d-]+ ){0,5}?(?:(?:was|were) )?(?:\p{L}+ly )?(?:killed|wounded|injured|killing|wounding|injuring)\b/u

/** "between the government and rebels": a pair that `between` or `both` opened is no place to cut, nor is the middle of one toll. */
function balanced(said: string, at: number): boolean {
  const before = said.slice(Math.max(0, at - 60), at)
  if (HARMED.test(before) && AND_HARMED.test(said.slice(at, at + 60))) return false
  return !/\b(?:between|both)\s(?:(?!\band\b)[^,;])*\s$/.test(before)
}

/** A partial quotation keeps its closing mark: `called it “unacceptable”`. */
function withClosingMark(folded: string, clause: Span, limit: number): Span {
  const said = folded.slice(clause.start, clause.end)
  const marks = said.split('"').length - 1
  if (marks % 2 === 1 && clause.end < limit + 1 && folded[clause.end] === '"')
    return { start: clause.start, end: clause.end + 1 }
  return clause
}
