// The date of a claim: of its own words, of the words that report it, or carried from before where that is safe.
import { kindEntry, type Kind } from '@trucekeeper/claims'
import { addDays } from '@trucekeeper/time'
import { matches, type Document } from './document.ts'
import { datesIn, type Calendar, type DateFound } from './dates.ts'
import type { Manner } from './modality.ts'
import type { Span } from './span.ts'

export interface Dated {
  readonly date: string | null
  readonly basis: 'explicit' | 'text+pubdate' | 'context' | null
}

export interface When {
  readonly calendar: Calendar
  /** The last single day the paragraph named before this sentence. */
  readonly paragraphDay: string | null
  /** The day on which the story's first paragraph has people speak, if it is recent. */
  readonly leadDay: string | null
}

const UNDATED: Dated = { date: null, basis: null }
const PERFECT = /\b(?:has|have|had)\b/

export function whenOf(
  document: Document,
  clause: Span,
  sentence: Span,
  kind: Kind,
  manner: Manner,
  attributed: boolean,
  when: When,
): Dated {
  const start = kind === 'truce_start' ? null : startClause(document, clause)
  const own = datesIn(document, clause, when.calendar)
  const free = own.filter(
    (date) => (!start || date.start < start.start || date.end > start.end) && !isTitle(document, date),
  )
  const chosen = free[0] ?? null
  if (chosen && isAhead(document, clause, chosen, manner, when.calendar.published))
    return { date: addDays(chosen.date!, 7), basis: chosen.basis }
  if (chosen) return dated(chosen, own, sentence, document, when)
  if (start && PERFECT.test(document.folded.slice(clause.start, clause.end))) {
    const from = own.find((date) => date.date !== null && date.date.length === 10)
    if (from) return { date: until(from.date!, when.calendar.published), basis: 'text+pubdate' }
  }
  // "said on Friday that …": the day somebody spoke stands for what has no day of its own in the same sentence.
  const around = datesIn(document, sentence, when.calendar).filter(
    (date) =>
      (date.end <= clause.start || date.start >= clause.end) &&
      date.date !== null &&
      !inStart(document, sentence, date),
  )
  const near = around.filter(({ start }) => start < clause.start).at(-1) ?? around[0]
  if (near) return dated(near, around, sentence, document, when)
  const isReport =
    manner.modality === 'asserted' || manner.modality === 'denied' || manner.modality === 'reported-unconfirmed'
  // "No aid has arrived" holds when it is said.
  const standing = manner.negated && PERFECT.test(document.folded.slice(clause.start, clause.end))
  if (when.paragraphDay !== null && isRecent(when.paragraphDay, when.calendar.published))
    return { date: when.paragraphDay, basis: 'context' }
  if (when.leadDay !== null && (kindEntry(kind).aspect === 'state' || (attributed && (!isReport || standing))))
    return { date: when.leadDay, basis: 'context' }
  return UNDATED
}

const AHEAD = /\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected|planned)|plans? to|intends? to)\b/

/** `Will begin on Friday`: a weekday of what is planned looks ahead, where the words say so in the present. */
function isAhead(
  { folded }: Document,
  clause: Span,
  { date, weekday, since, start }: DateFound,
  manner: Manner,
  published: string,
): boolean {
  if (!weekday || since || date === null || date.length !== 10 || date >= published) return false
  return (
    manner.modality === 'planned' &&
    AHEAD.test(folded.slice(clause.start, start)) &&
    !/\blater (?:on )?$/.test(folded.slice(clause.start, start))
  )
}

function dated(
  found: DateFound,
  all: readonly DateFound[],
  sentence: Span,
  document: Document,
  { calendar, paragraphDay }: When,
): Dated {
  const { published } = calendar
  if (found.date !== null) {
    return found.since
      ? { date: until(found.date, published), basis: found.basis }
      : { date: found.date, basis: found.basis }
  }
  const before = datesIn(document, { start: sentence.start, end: found.start }, calendar)
    .filter(({ date }) => date !== null)
    .at(-1)
  const from = before?.date ?? all.find(({ date }) => date !== null)?.date ?? paragraphDay
  return from ? { date: until(from, published), basis: 'text+pubdate' } : UNDATED
}

function until(from: string, published: string): string {
  const day = from.split('/')[0]!
  return day.slice(0, 10) >= published.slice(0, day.length) ? day : `${day}/${published}`
}

/** `the truce that went into force on Monday` inside a clause about something else: its day is that of the truce. */
export function startClause(document: Document, span: Span): Span | null {
  const rule = document.lexicon.kinds.find(({ rule }) => rule.kind === 'truce_start')!
  const [at] = matches(document, rule.pattern, span)
  if (!at) return null
  const tail = /^\s+(?:on|at|in|from)\s[^,;."]*/.exec(document.folded.slice(at.end, span.end))?.[0].length ?? 0
  return { start: at.start, end: at.end + tail }
}

function inStart(document: Document, sentence: Span, date: DateFound): boolean {
  const start = startClause(document, sentence)
  return start !== null && date.start >= start.start && date.end <= start.end
}

/** "The arrangement of 9 September" is a name; its day is not that of what is said about it. */
function isTitle({ folded }: Document, { start }: Span): boolean {
  return /\b(?:arrangement|agreement|deal|accord|resolution|terms|truce|communique) of (?:the )?$/.test(
    folded.slice(Math.max(0, start - 30), start),
  )
}

/** A day is carried from sentence to sentence only within the week before publication. */
function isRecent(day: string, published: string): boolean {
  return day <= published && day >= addDays(published, -7)
}
