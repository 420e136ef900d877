// Accusations that go both ways: one wording, two claims, one for each side.
import type { Document } from './document.ts'
import { mentionsIn, type Mention } from './mentions.ts'
import { trimmed, type Span } from './span.ts'
import type { Voice } from './speakers.ts'

export interface Mutual extends Span {
  /** The two, in the order in which the text names them. */
  readonly sides: readonly [MutualSide, MutualSide]
}

export interface MutualSide {
  readonly voice: Voice
  readonly blames: string | null
}

const EACH = /\b(?:each|either) (?:side|party|camp)\b[^.;]*?\bthe other\b[^.;]*/
const BOTH = /\b(?:both|the two) (?:sides|parties|camps)\b[^.;]*?\b(?:each other|one another|the other)\b[^.;]*/
const PAIR =
  /\b(?:both )?(?:the )?[\p{L}'-]+(?: [\p{L}'-]+){0,5} and (?:the )?[\p{L}'-]+(?: [\p{L}'-]+){0,4}\s(?:have |had |also )?(?:accus|blam|trad)\p{L}+[^.;]*?\b(?:each other|one another|accusations|blame)\b[^.;]*/u

/** Words without which none of the three stands; the three are slow to rule out. */
const MUTUAL = /other|accusations|blame/

/** The stretch of a sentence in which two sides charge each other, and who they are; null where none does. */
export function mutualIn(document: Document, sentence: Span, body: readonly Span[]): Mutual | null {
  const said = document.folded.slice(sentence.start, sentence.end)
  if (!MUTUAL.test(said)) return null
  const found = EACH.exec(said) ?? BOTH.exec(said) ?? PAIR.exec(said)
  if (!found) return null
  const span = trimmed(
    document.folded,
    { start: sentence.start + found.index, end: sentence.start + found.index + found[0].length },
    /[\s,.;"]/,
  )
  const pair = distinct(mentionsIn(document, span)) ?? belligerents(document, body)
  if (!pair) return null
  const lead =
    /^(?:(?:with|as|and|but|while|that)\s+)+/.exec(document.folded.slice(span.start, span.end))?.[0].length ?? 0
  const start = Math.min(span.start + lead, startOfPair(document, sentence, span))
  return { start, end: span.end, sides: [sideOf(pair[0], pair[1]), sideOf(pair[1], pair[0])] }
}

function startOfPair({ folded }: Document, sentence: Span, span: Span): number {
  const before = folded.slice(sentence.start, span.start)
  const found = /\bboth\s+(?:[\p{L}' -]{0,60})$/u.exec(before)
  return found ? sentence.start + found.index : span.start
}

function sideOf(self: Mention, other: Mention): MutualSide {
  return {
    voice: { speaker: self.name, text: null, side: self.side, type: self.type, person: false },
    blames: other.name,
  }
}

/** The first two mentions of different sides, co-chairs and mediators included only where nobody else is named. */
function distinct(mentions: readonly Mention[]): [Mention, Mention] | null {
  const sided = mentions.filter(({ side }) => side === 'syria_gov' || side === 'opposition')
  const pool =
    new Set(sided.map(({ side }) => side)).size > 1
      ? sided
      : mentions.filter(({ side }) => side === 'us' || side === 'russia' || side === 'turkey')
  const first = pool[0]
  const second = pool.find(({ side }) => side !== first?.side)
  return first && second ? [first, second] : null
}

/** Who `each side` is where the sentence does not say: the warring sides the document names. */
function belligerents(document: Document, body: readonly Span[]): [Mention, Mention] | null {
  return distinct(body.flatMap((span) => mentionsIn(document, span)).map(asSide))
}

function asSide(mention: Mention): Mention {
  if (mention.side === 'syria_gov') return { ...mention, name: 'Syrian government' }
  return mention.side === 'opposition' ? { ...mention, name: 'rebels' } : mention
}
