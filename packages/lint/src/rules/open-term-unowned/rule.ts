// Words left open, with nobody to say what they mean.
import { usesOf } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  name: 'open-term-unowned',
  severity: 'warning',
  engine: 'wording',
  summary: 'Words are left open, and nobody interprets them or no clause says that it rests on them.',
  *check({ of, spot, text }) {
    const rested = new Set(
      text.clauses.flatMap((clause) =>
        clause.kind === 'reading' ? [] : usesOf(clause).flatMap(({ ref, as }) => (as === 'open-term' ? [ref.id] : [])),
      ),
    )
    for (const term of of('open-term')) {
      const { words, interprets } = term.fields
      if (!interprets) {
        yield {
          at: spot(term),
          message: `nobody says what \`${words}\` means`,
          help: 'add `interprets` and those who do',
          clauses: [term.id],
        }
      }
      if (!rested.has(term.id)) {
        yield {
          at: spot(term),
          severity: 'note',
          message: `no clause rests on \`${words}\`, so no verdict shows that it is open`,
          help: `add \`touches ${term.id}\` to the clauses whose meaning hangs on it`,
          clauses: [term.id],
        }
      }
    }
  },
}
