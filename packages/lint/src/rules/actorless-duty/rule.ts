// A duty in the passive that does not say whose it is.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Rule } from '../../rule.ts'
import { findAll, LANGUAGES, phrases, sentenceAt, withoutQuotations } from '../../wording/index.ts'

const PASSIVE = LANGUAGES.map(({ passive, later }) => ({
  verbs: phrases(passive.verbs),
  exempt: phrases(passive.exempt),
  agent: phrases(passive.agent),
  indirect: phrases(passive.indirect),
  later: phrases(later),
}))
/** Clauses that name who acts. */
const NAMING: ReadonlySet<AnyClause['kind']> = new Set<AnyClause['kind']>(['duty', 'ban', 'power', 'procedure'])

export const rule: Rule = {
  name: 'actorless-duty',
  severity: 'warning',
  engine: 'wording',
  summary: 'A sentence says that something has to be done, and not by whom.',
  *check({ passages, stretch }) {
    for (const { text, start, heading, readBy } of passages) {
      const prose = withoutQuotations(text)
      const naming = readBy.find(({ kind }) => NAMING.has(kind))
      for (const { verbs, exempt, agent, indirect, later } of PASSIVE) {
        for (const found of findAll(prose, verbs)) {
          if (findAll(found.words, exempt).some(({ end }) => end === found.words.length)) continue
          const sentence = sentenceAt(prose, found.start)
          const rest = sentence.text.slice(found.end - sentence.start)
          if (findAll(rest, agent).length > 0) continue
          const before = sentence.text.slice(0, found.start - sentence.start).trimEnd()
          if (findAll(before, indirect).some(({ end }) => end === before.length)) continue
          // What is to be agreed later is asked after by another rule.
          if (
            findAll(sentence.text, later).some(
              (one) => sentence.start + one.end > found.start && sentence.start + one.start < found.end,
            )
          )
            continue
          yield {
            at: stretch(start + found.start, start + found.end, heading),
            severity: naming ? 'note' : 'warning',
            message: naming
              ? `\`${found.words}\` does not say by whom; only \`${naming.id}\` does`
              : `\`${found.words}\` does not say by whom`,
            help: naming
              ? 'let the sentence name those whom its clause binds'
              : 'name who does it, and write a `duty` or a `ban` on them under the sentence',
            clauses: readBy.map(({ id }) => id),
          }
        }
      }
    }
  },
}
