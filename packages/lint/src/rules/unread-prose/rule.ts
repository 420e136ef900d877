// Prose that binds, and that no clause reads.
import type { Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases, sentenceAt, withoutQuotations } from '../../wording/index.ts'

const WORDS = LANGUAGES.map(({ binding, defining }) => ({ binding: phrases(binding), defining: phrases(defining) }))
/** Quotations, tables and comments are not the text that binds. */
const ASIDE = /^(?:>|\||<!--)/
const NUMBERED = /^(?:article|section|annex|part)?\s*\d/i

export const rule: Rule = {
  name: 'unread-prose',
  severity: 'warning',
  engine: 'wording',
  summary: 'A paragraph binds somebody, and no clause reads it.',
  *check(subject) {
    const isIntro = introOf(subject)
    for (const { text, start, heading, readBy } of subject.passages) {
      if (readBy.length > 0 || ASIDE.test(text) || isIntro(heading)) continue
      const prose = withoutQuotations(text)
      const [found] = WORDS.flatMap(({ binding, defining }) =>
        findAll(prose, binding).filter((one) => findAll(sentenceAt(prose, one.start).text, defining).length === 0),
      )
      if (!found) continue
      yield {
        at: subject.stretch(start + found.start, start + found.end, heading),
        message: `\`${found.words}\` binds somebody, and no clause reads this paragraph`,
        help: 'write a clause under it, or an `open-term` where it cannot be said as one',
        clauses: [],
      }
    }
  },
}

/** What stands before the first article: under no heading, or under the title of the whole. */
function introOf({ passages, text }: Subject): (heading: readonly string[]) => boolean {
  const titles = new Set(
    [...passages, ...text.clauses].flatMap(({ heading }) => (heading.length > 1 ? [heading[0]!] : [])),
  )
  return (heading) =>
    heading.length === 0 || (heading.length === 1 && titles.has(heading[0]!) && !NUMBERED.test(heading[0]!))
}
