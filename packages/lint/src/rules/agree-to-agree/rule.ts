// A text that promises to agree later on what it should decide.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'
import { findAll, LANGUAGES, phrases, withoutQuotations } from '../../wording/index.ts'

const LATER = LANGUAGES.map(({ later }) => phrases(later))
/** Who reads the same prose and says how the later agreement comes about, or that it is left open. */
const OWNING: ReadonlySet<AnyClause['kind']> = new Set<AnyClause['kind']>(['procedure', 'power', 'open-term'])

export const rule: Rule = {
  name: 'agree-to-agree',
  severity: 'warning',
  engine: 'wording',
  summary: 'The text promises a later agreement on what it should decide, and nobody has the power to come to one.',
  *check({ passages, stretch }) {
    for (const { text, start, heading, readBy } of passages) {
      if (readBy.some(({ kind }) => OWNING.has(kind))) continue
      const prose = withoutQuotations(text)
      for (const found of LATER.flatMap((expression) => findAll(prose, expression))) {
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
