// Names that a reader takes for one another: alike to the eye, or written in letters of two alphabets.
import type { AnyClause } from '@trucekeeper/agreement'
import type { Finding, Rule, Spot } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { LATIN, OTHER_SCRIPTS } from './look-alikes.ts'

const NAMES = ['name', 'known-as', 'forces', 'part-of', 'places'] as const
const WORD = /[\p{L}\p{M}]+/gu
/** Scripts of which no language mixes two in one word. */
const SCRIPTS = (['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Arabic', 'Hebrew', 'Ethiopic'] as const).map(
  (name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const,
)
const ASCII_ONLY = /^\p{ASCII}*$/u

export const rule: Rule = {
  name: 'confusable-identifier',
  severity: 'warning',
  engine: 'shape',
  summary: 'Two names look alike, or a name mixes letters of several alphabets in one word.',
  *check(subject) {
    yield* alikeClauses(subject)
    if (ASCII_ONLY.test(subject.source)) return
    yield* mixedWords(subject)
    yield* alikeActors(subject)
  },
}

/** Names of clauses that differ in what the eye does not hold apart: `l` and `1` and `I`, `O` and `0`, `rn` and `m`, case. */
function* alikeClauses({ text, source, spot, stretch }: Subject): Iterable<Finding> {
  const seen = new Map<string, AnyClause>()
  for (const clause of text.clauses) {
    if (clause.kind === 'accept') continue
    const keys = new Set([plain(clause.id), plain(lookOf(clause.id))])
    const other = [...keys].map((key) => seen.get(key)).find((one) => one && one.id !== clause.id)
    for (const key of keys) if (!seen.has(key)) seen.set(key, clause)
    if (!other) continue
    const from = source.indexOf(clause.id, clause.at.start.offset + clause.kind.length)
    yield {
      at: stretch(from, from + clause.id.length, clause.heading),
      message: `\`${clause.id}\` looks like \`${other.id}\`, and they are two names`,
      help: 'give one of them a name that nobody takes for the other',
      also: [{ ...spot(other), label: 'the other' }],
      clauses: [clause.id, other.id],
    }
  }
}

/** Words of names with letters of more than one alphabet. */
function* mixedWords(subject: Subject): Iterable<Finding> {
  for (const { clause, word, spot } of wordsIn(subject)) {
    const scripts = SCRIPTS.filter(([, letters]) => letters.test(word)).map(([name]) => name)
    if (scripts.length < 2) continue
    const latin = [...word].map((letter) => OTHER_SCRIPTS[letter] ?? letter).join('')
    const isMended = ASCII_ONLY.test(latin) && scripts.includes('Latin')
    yield {
      at: spot,
      message: `\`${word}\` mixes ${scripts.join(' and ')} letters in one word`,
      help: 'write it in one alphabet, so that reports that name it are found',
      ...(isMended && { fix: { title: `write \`${latin}\` in Latin letters`, range: spot.range, text: latin } }),
      clauses: [clause.id],
    }
  }
}

/** Names of one actor that are those of another in other letters. */
function* alikeActors({ of, source, stretch }: Subject): Iterable<Finding> {
  const seen = new Map<string, { clause: AnyClause; name: string; spot: Spot }[]>()
  for (const clause of [...of('party'), ...of('guarantor'), ...of('body')]) {
    const { fields, fieldAt, heading } = clause
    for (const field of ['name', 'known-as', 'forces'] as const) {
      const value = fields[field]
      const range = fieldAt[field]
      if (value === undefined || !range) continue
      for (const name of typeof value === 'string' ? [value] : value) {
        const key = skeletonOf(name)
        const others = seen.get(key) ?? []
        const found = source.indexOf(name, range.start.offset)
        const isThere = found !== -1 && found < range.end.offset
        const spot = isThere ? stretch(found, found + name.length, heading) : { range, heading }
        const other = others.find(
          (one) => one.clause.id !== clause.id && one.name !== name && !ASCII_ONLY.test(name + one.name),
        )
        seen.set(key, [...others, { clause, name, spot }])
        if (!other) continue
        yield {
          at: spot,
          message: `\`${name}\` of \`${clause.id}\` looks like \`${other.name}\` of \`${other.clause.id}\`, in letters of another alphabet`,
          help: 'a reader cannot tell which of the two is meant: write out one of the names',
          also: [{ ...other.spot, label: 'the other' }],
          clauses: [clause.id, other.clause.id],
        }
      }
    }
  }
}

/** Words of names that are not in plain Latin letters. */
function* wordsIn({ text, source, stretch }: Subject): Iterable<{ clause: AnyClause; word: string; spot: Spot }> {
  for (const clause of text.clauses) {
    for (const range of [clause.at, ...NAMES.flatMap((field) => clause.fieldAt[field] ?? [])]) {
      const from = range.start.offset
      for (const { index, 0: word } of source.slice(from, range.end.offset).matchAll(WORD)) {
        if (ASCII_ONLY.test(word)) continue
        yield { clause, word, spot: stretch(from + index, from + index + word.length, clause.heading) }
      }
    }
  }
}

/** As the eye takes it: every letter that looks like another as that other. */
const lookOf = (name: string) => [...name].map((letter) => LATIN[letter] ?? letter).join('')
const plain = (name: string) => name.toLowerCase().replaceAll('_', '-')
/** Letters of other alphabets as the Latin ones they look like. */
const skeletonOf = (name: string) =>
  [...name].map((letter) => OTHER_SCRIPTS[letter] ?? (letter === 'I' ? 'l' : letter)).join('')
