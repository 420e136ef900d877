// A text that promises to agree later on what it should decide.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'
import { findAll, folded, LANGUAGES, phrases, sentenceAt, withoutQuotations } from '../../wording/index.ts'

const LATER = LANGUAGES.map(({ later }) => phrases(later))
/** Using such a power is how something comes to be decided. */
const DECIDING = new Set(['decide', 'amend', 'redraw'])
/** How far from the words that put a decision off it is said what is to be decided. */
const NEAR = 60

export const rule: Rule = {
  name: 'agree-to-agree',
  severity: 'warning',
  engine: 'wording',
  summary: 'The text promises a later agreement on what it should decide, and nobody has the power to come to one.',
  *check({ passages, stretch }) {
    for (const { text, start, heading, readBy } of passages) {
      const prose = withoutQuotations(text)
      for (const found of LATER.flatMap((expression) => findAll(prose, expression))) {
        const sentence = sentenceAt(prose, found.start)
        const [before, after] = [
          prose.slice(Math.max(sentence.start, found.start - NEAR), found.start),
          prose.slice(found.end, Math.min(sentence.start + sentence.text.length, found.end + NEAR)),
        ]
        if (readBy.some((clause) => owns(clause, `${before} ${after}`, found.words))) continue
        yield {
          at: stretch(start + found.start, start + found.end, heading),
          message: `\`${found.words}\` puts the decision off, and nothing says how it comes about`,
          help: 'decide it here, or write under it a `power` or a `procedure` for deciding it, or an `open-term`',
          clauses: readBy.map(({ id }) => id),
        }
      }
    }
  },
}

/** Whether a clause under the prose says how what stands near is decided, or that it is left open. */
function owns(clause: AnyClause, near: string, found: string): boolean {
  switch (clause.kind) {
    case 'open-term':
      return (
        folded(clause.fields.words).toLowerCase().includes(found.toLowerCase()) || sharesWord(near, clause.fields.words)
      )
    case 'power':
      return (
        DECIDING.has(clause.fields.effect.effect) ||
        sharesWord(near, `${clause.id} ${clause.title ?? ''} ${clause.fields.form ?? ''}`)
      )
    case 'procedure':
      return sharesWord(
        near,
        [
          clause.id,
          clause.title ?? '',
          clause.fields.follows ?? '',
          ...clause.fields.step.map(({ does }) => does),
        ].join(' '),
      )
    default:
      return false
  }
}

/** Whether two texts speak of one thing: a longer word of one stands in the other, whatever its ending. */
function sharesWord(one: string, other: string): boolean {
  const known = stems(one)
  return [...stems(other)].some((stem) => known.has(stem))
}

function stems(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5)))
}
