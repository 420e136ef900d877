// A term that is to go on longer, and nobody who can make it.
import { didYouMean, type Fix } from '@trucekeeper/diagnostics'
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { findAll, LANGUAGES, phrases, sentenceAt } from '../../wording/index.ts'

const WORDS = LANGUAGES.map(({ extending, ruledOut }) => ({
  extending: phrases(extending),
  ruledOut: phrases(ruledOut),
}))

type Term = ReturnType<Subject['of']>[number] & { kind: 'term' }

export const rule: Rule = {
  name: 'extension-unowned',
  severity: 'warning',
  engine: 'shape',
  summary: 'A term is to be extended, and no power that it names extends it.',
  *check(subject) {
    const { of, spot } = subject
    const powers = new Map(of('power').map((power) => [power.id, power]))
    const offered = new Set<string>()
    for (const power of powers.values()) {
      const { effect, targets } = power.fields.effect
      if (effect !== 'extend') continue
      for (const { id, at } of targets) {
        offered.add(id)
        const term = subject.clause(id)
        if (term?.kind !== 'term' || term.fields.extends?.id === power.id) continue
        const other = term.fields.extends
        yield {
          at: { range: at, heading: power.heading },
          message: `\`${power.id}\` is to extend \`${id}\`, which ${other ? `names \`${other.id}\` for that` : 'names no power for that'}: using it changes nothing`,
          help: other ? 'let the term and the power name each other' : `add \`extends ${power.id}\` to \`${id}\``,
          also: [{ ...spot(term, 'extends'), label: other ? 'another power' : 'no `extends`' }],
          clauses: [power.id, id],
          ...(!other && { fix: naming(subject, term, power.id) }),
        }
      }
    }
    for (const term of of('term')) {
      const named = term.fields.extends
      if (!named) {
        if (!offered.has(term.id)) yield* onlySaid(subject, term)
        continue
      }
      const { effect, targets } = powers.get(named.id)?.fields.effect ?? {}
      if (!effect || (effect === 'extend' && targets?.some(({ id }) => id === term.id))) continue
      const fitting = [...powers.values()].flatMap(({ id, fields }) =>
        fields.effect.effect === 'extend' && fields.effect.targets.some((target) => target.id === term.id) ? [id] : [],
      )
      const meant = didYouMean(named.id, fitting) ?? fitting[0]
      yield {
        at: { range: named.at, heading: term.heading },
        message: `\`${term.id}\` is to be extended by \`${named.id}\`, which does not extend it`,
        help: meant ? `write \`extends ${meant}\`` : `add a power with \`effect extend ${term.id}\`, and name it here`,
        clauses: [term.id, named.id],
      }
    }
  },
}

/** A line behind the last of those that the term has. */
function naming({ spot }: Subject, term: Term, power: string): Fix {
  const ends = Object.keys(term.fieldAt).map((field) => spot(term, field).range.end)
  const end = ends.toSorted((a, b) => b.offset - a.offset)[0]!
  return { title: `let \`${power}\` extend it`, range: { start: end, end }, text: `\n  extends      ${power}` }
}

/** A term of a length whose article speaks of more, where no term that reads it says whose word that takes. */
function* onlySaid(subject: Subject, term: Term): Generator<Finding> {
  const { proseAt, prose, fields } = term
  if (!proseAt || !fields.lasts) return
  const start = proseAt.start.offset
  for (const { extending, ruledOut } of WORDS) {
    const found = findAll(prose, extending).find((one) => {
      const sentence = sentenceAt(prose, one.start)
      return findAll(sentence.text.slice(0, one.start - sentence.start), ruledOut).length === 0
    })
    if (!found) continue
    yield {
      at: subject.stretch(start + found.start, start + found.end, term.heading),
      message: `the text speaks of \`${found.words}\`, and nobody has the power to extend \`${term.id}\``,
      help: `add a power with \`effect extend ${term.id}\`, and \`extends\` with its name to the term`,
      also: [{ ...subject.spot(term, 'lasts'), label: 'ends here' }],
      clauses: [term.id],
    }
    return
  }
}
