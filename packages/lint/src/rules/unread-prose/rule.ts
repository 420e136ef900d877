// Prose that binds, and that no clause reads.
import type { Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases, sentenceAt, withoutQuotations } from '../../wording/index.ts'

const WORDS = LANGUAGES.map(({ binding, defining }) => ({ binding: phrases(binding), defining: phrases(defining) }))
const DEADLINES = LANGUAGES.map(({ deadline }) => phrases(deadline))
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
    const names = namesIn(subject)
    for (const { text, start, heading, readBy } of subject.passages) {
      if (readBy.length > 0 || ASIDE.test(text) || isIntro(heading)) continue
      const prose = withoutQuotations(text)
      const [found] = WORDS.flatMap(({ binding, defining }) =>
        findAll(prose, binding).filter((one) => findAll(sentenceAt(prose, one.start).text, defining).length === 0),
      )
      // In the plain present a name and a time by which something is done tell that somebody is bound.
      const due = found
        ? undefined
        : DEADLINES.flatMap((expression) => findAll(prose, expression)).find((one) =>
            names?.test(sentenceAt(prose, one.start).text),
          )
      const words = found ?? due
      if (!words) continue
      yield {
        at: subject.stretch(start + words.start, start + words.end, heading),
        message: `\`${words.words}\` binds somebody, and no clause reads this paragraph`,
        help: 'write a clause under it, or an `open-term` where it cannot be said as one',
        clauses: [],
      }
    }
  },
}

/** Finds the name of somebody whom the text declares; null where it declares nobody. */
function namesIn({ of }: Subject): RegExp | null {
  const names = [...of('party'), ...of('guarantor'), ...of('body')].flatMap(({ fields }) => [
    fields.name,
    ...(fields['known-as'] ?? []),
  ])
  if (names.length === 0) return null
  const either = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'u')
}

/** What stands before the first article: under no heading, or under the title of the whole. */
function introOf({ passages, text }: Subject): (heading: readonly string[]) => boolean {
  const titles = new Set(
    [...passages, ...text.clauses].flatMap(({ heading }) => (heading.length > 1 ? [heading[0]!] : [])),
  )
  return (heading) =>
    heading.length === 0 || (heading.length === 1 && titles.has(heading[0]!) && !NUMBERED.test(heading[0]!))
}
