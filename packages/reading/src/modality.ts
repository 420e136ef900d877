// How a clause says its thing: asserted, denied, threatened, demanded, conditional, unconfirmed or planned; and whether it says no.
import type { Modality } from '@trucekeeper/claims'
import { likely, matches, type Document } from './document.ts'
import type { Frame } from './frames.ts'
import { isViolence, type KindFound } from './kinds.ts'
import type { Span } from './span.ts'

export interface Manner {
  readonly modality: Modality
  readonly negated: boolean
}

/** `wider` is the clause with the words of its frame, where `could not confirm` may stand. */
export function mannerOf(document: Document, clause: Span, found: KindFound, frame: Frame | null, wider: Span): Manner {
  const cue = likely(document, document.lexicon.modality, wider).find(({ rule, pattern }) =>
    matches(document, pattern, rule.negated ? wider : clause).some((at) =>
      concerns(document, at, found, rule.modality),
    ),
  )?.rule
  if (cue?.negated) return { modality: cue.modality, negated: true }
  if (frame?.mood === 'denied') return { modality: 'denied', negated: true }
  const negated = isNegated(document, clause, found)
  // To say that one will break off unless something happens is a threat.
  if (found.kind === 'cooperation_suspension' && (cue?.modality === 'conditional' || cue?.modality === 'planned')) {
    return { modality: 'threatened', negated }
  }
  if (cue?.modality === 'conditional' || cue?.modality === 'reported-unconfirmed')
    return { modality: cue.modality, negated }
  const mood = moodOf(document, frame, cue?.modality, clause)
  return { modality: mood ?? cue?.modality ?? 'asserted', negated }
}

function moodOf(document: Document, frame: Frame | null, cue: Modality | undefined, clause: Span): Modality | null {
  const said = document.folded.slice(clause.start, clause.end)
  switch (frame?.mood) {
    case 'demanded':
      return 'demanded'
    case 'planned':
      return 'planned'
    case 'threatened':
      if (/\bwarn\p{L}*\b.*\bto\b/u.test(said)) return 'demanded'
      return cue === 'planned' || cue === undefined ? 'threatened' : cue
    default:
      break
  }
  // "must do this or that will not happen": the second half is what is threatened.
  const before = document.folded.slice(Math.max(0, clause.start - 120), clause.start)
  if (cue === 'planned' && /\bmust\b.*\bor\s*$/.test(before)) return 'threatened'
  return null
}

/** A cue far to the right of the words that show the kind speaks of something else, except a condition. */
function concerns(document: Document, at: Span, found: KindFound, modality: Modality): boolean {
  if (modality === 'conditional' || modality === 'reported-unconfirmed' || modality === 'denied') return true
  // Planning and demanding govern what follows: "is expected to enter", "must allow"; or their own subject: "strikes must stop".
  return at.start <= found.at.end + 40 || document.folded.slice(found.at.end, at.start).length < 40
}

function isNegated(document: Document, clause: Span, found: KindFound): boolean {
  if (found.rule.negated) return true
  const { lexicon, folded } = document
  const limit = mainPart(document, clause, found)
  const excused = matches(document, lexicon.notNegation, limit)
  return matches(document, lexicon.negation, limit).some((at) => {
    if (excused.some((other) => other.start <= at.start && at.end <= other.end)) return false
    const inside = found.at.start <= at.start && at.end <= found.at.end
    if (found.rule.inherent)
      return (
        !inside &&
        at.end <= found.at.start &&
        found.at.start - at.end < 25 &&
        !/,/.test(folded.slice(at.end, found.at.start))
      )
    return inside || !isViolence(found.kind) || at.start < found.at.end + 45
  })
}

/** The clause up to its subordinate part: what `unless` and `until` bring in does not negate the main thing. */
function mainPart(document: Document, clause: Span, found: KindFound): Span {
  const cut = matches(document, document.lexicon.subordinate, clause).find(({ start }) => start > found.at.start)
  return cut ? { start: clause.start, end: cut.start } : clause
}
