// The propositions of one sentence: clauses that speak of a kind of thing, each with who answers for it.
import { attribution, type Attribution } from './attribution.ts'
import { clausesOf } from './clauses.ts'
import { hasMatch, type Document } from './document.ts'
import { framesOf, type Frame } from './frames.ts'
import { kindsIn, tellsEvent, type KindFound } from './kinds.ts'
import { segmentsOf } from './segments.ts'
import { attributionsOf } from './quoting/index.ts'
import { OUTLET, quotedVoice, UNKNOWN, type Memory, type Voice } from './speakers.ts'
import { within, type Span } from './span.ts'
import { startClause } from './when.ts'

export interface Proposition extends Span {
  readonly found: KindFound
  readonly attribution: Attribution
  readonly sentence: Span
  /** The clause with the words of its frame. */
  readonly wider: Span
}

export interface SentenceRead {
  readonly propositions: readonly Proposition[]
  /** Who spoke in the sentence, outermost first. */
  readonly voices: readonly Voice[]
}

const SAME_AGAIN = /\b(?:do(?:ing)?|did|does) (?:the same|so|likewise)\b/
const UNCONFIRMED =
  /\b(?:not|cannot|unable|n't)\b.{0,30}\b(?:confirm|verify|corroborate)\b.{0,40}\b(?:this|that|it|those|true|claims?|reports?|who)\b/
/** A question is no claim; it says what the answer is about. */
const ASKED = /^asked\b/
const DESCRIBED = /\b(?:was|were|is|are|been) (?:described|reported|said|believed|thought|understood|rumou?red)\b/
const BACKGROUND =
  /\b(?:civil war|for (?:years|decades)|over the years|during the war|in recent years|since (?:19|20)\d\d)\b/

/** `before` is the kind the sentence before spoke of, for `cannot confirm that`. `inherited` speaks where the sentence stands whole inside somebody's quotation. */
export function propositionsOf(
  document: Document,
  sentence: Span,
  memory: Memory,
  inherited: Voice | null,
  before: KindFound | null,
): SentenceRead {
  const frames = framesOf(document, sentence)
  const propositions: Proposition[] = []
  const voices: Voice[] = []
  let last: KindFound | null = before
  for (const segment of segmentsOf(document, sentence, frames)) {
    const own = attribution(document, sentence, segment.chain, memory)
    const given = inheritedAttribution(unlessQuoted(document, segment, own), inherited)
    if (given.frame) voices.push(given.voice)
    for (const clause of clausesOf(document, segment)) {
      const found: KindFound | null = kindOf(document, clause, given, last)
      if (!found) continue
      last = found
      if (ASKED.test(document.folded.slice(clause.start, clause.end))) continue
      const speaks =
        given.voice === OUTLET && DESCRIBED.test(document.folded.slice(clause.start, clause.end))
          ? { ...given, voice: UNKNOWN }
          : given
      propositions.push({
        ...clause,
        found,
        attribution: speaks,
        sentence,
        wider: widened(clause, given.frame, segment),
      })
      const start = innerStart(document, clause, found)
      if (start) propositions.push({ ...start, attribution: speaks, sentence, wider: start })
    }
  }
  for (const frame of frames) {
    if (
      frame.subject &&
      !voices.some(({ text }) => text === document.text.slice(frame.subject!.start, frame.subject!.end))
    ) {
      const { voice } = attribution(document, sentence, [frame], memory)
      if (!frame.attitude) voices.unshift(voice)
    }
  }
  return { propositions, voices }
}

/** What stands between quotation marks as speech is never the outlet's own word, even where nobody says whose it is. */
function unlessQuoted(document: Document, segment: Span, own: Attribution): Attribution {
  if (own.voice !== OUTLET) return own
  const quoted = attributionsOf(document).find(
    ({ kind, quotes }) =>
      kind === 'direct' && quotes.some((quote) => quote.start - 1 <= segment.start && segment.start < quote.end),
  )
  if (!quoted) return own
  return { ...own, voice: quoted.speaker ? quotedVoice(document, quoted.speaker) : UNKNOWN }
}

/** Whether a sentence may say more of what the one before spoke of: `did the same`, `cannot confirm that`. */
export function pointsBack(document: Document, sentence: Span): boolean {
  return hasMatch(document, SAME_AGAIN, sentence) || hasMatch(document, UNCONFIRMED, sentence)
}

/** Inside a quotation the sentence's own frames say what its speaker reports: `The secretary made clear that …`. */
function inheritedAttribution(own: Attribution, inherited: Voice | null): Attribution {
  if (!inherited) return own
  if (own.voice === OUTLET || own.voice.speaker === null) return { ...own, voice: inherited }
  if (own.voice.speaker === inherited.speaker || own.voice.side !== inherited.side) return { ...own, voice: inherited }
  return { ...own, via: inherited.speaker }
}

/** `could not confirm the withdrawal`: only the clause right after the words of the frame is under them. */
function widened(clause: Span, frame: Frame | null, segment: Span): Span {
  if (!frame || frame.order === 'after') return clause
  const under = within(clause, segment) && frame.head.start < clause.start && clause.start - frame.head.end < 12
  return under ? { start: frame.head.start, end: clause.end } : clause
}

function kindOf(document: Document, clause: Span, { voice }: Attribution, last: KindFound | null): KindFound | null {
  const said = document.folded.slice(clause.start, clause.end)
  const attributed = voice !== OUTLET
  const found = kindsIn(document, clause).filter(({ rule }) => attributed || !rule.attributedOnly)[0] ?? null
  if (!found)
    return last && (SAME_AGAIN.test(said) || hasMatch(document, UNCONFIRMED, clause)) ? { ...last, at: clause } : null
  if (!attributed && BACKGROUND.test(said.slice(0, found.at.start - clause.start))) return null
  // In the outlet's own voice violence is a claim only where something happens, not where it is a habit or a phrase.
  if (!attributed && !tellsEvent(document, clause, found)) return null
  return found
}

/** `the truce that went into force on Monday` within a clause about something else is a claim of its own. */
function innerStart(document: Document, clause: Span, found: KindFound): (Span & { found: KindFound }) | null {
  if (found.kind === 'truce_start') return null
  const start = startClause(document, clause)
  const rule = document.lexicon.kinds.find(({ rule }) => rule.kind === 'truce_start')
  if (!start || !rule || !hasMatch(document, /\b(?:on|at) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d/u, start))
    return null
  return { ...start, found: { kind: 'truce_start', rule: rule.rule, at: start } }
}
