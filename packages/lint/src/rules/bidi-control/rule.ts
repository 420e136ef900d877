// Characters that nobody sees and that change in which order words are shown, or what a name is.
import type { Finding, Rule } from '../../rule.ts'
import type { Subject } from '../../subject.ts'

/** Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9, section 2). */
const CONTROLS: Readonly<Record<string, string>> = {
  '\u061C': 'Arabic letter mark',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'pop directional formatting',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'pop directional isolate',
}
/** Of no width, so that two names that look alike are not the same. */
const JOINERS: Readonly<Record<string, string>> = {
  '\u200B': 'zero width space',
  '\u200C': 'zero width non-joiner',
  '\u200D': 'zero width joiner',
  '\u2060': 'word joiner',
  '\uFEFF': 'zero width no-break space',
}
const ANY_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const EACH_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g
const ANY_JOINER = /[\u200B-\u200D\u2060\uFEFF]/
const EACH_JOINER = /[\u200B-\u200D\u2060\uFEFF]+/gu
const LETTER = /[\p{L}\p{M}\p{N}]/u
/** In these scripts a joiner changes how a word is spelt, as it does in Persian. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Tamil}\p{Script=Telugu}]/u
const NAMES = ['name', 'known-as', 'forces', 'part-of', 'places'] as const

export const rule: Rule = {
  name: 'bidi-control',
  severity: 'warning',
  engine: 'shape',
  summary: 'A character that nobody sees turns the order of what is shown, or stands in a name.',
  *check(subject) {
    const { source, text } = subject
    if (ANY_CONTROL.test(source)) {
      for (const { index, 0: found } of source.matchAll(EACH_CONTROL)) {
        yield finding(subject, index, found, 'which is not seen and can change the order in which words are shown')
      }
    }
    if (!ANY_JOINER.test(source)) return
    for (const { at, fieldAt } of text.clauses) {
      for (const range of [at, ...NAMES.flatMap((field) => fieldAt[field] ?? [])]) {
        const from = range.start.offset
        for (const { index, 0: found } of source.slice(from, range.end.offset).matchAll(EACH_JOINER)) {
          const before = source[from + index - 1] ?? ''
          const behind = source[from + index + found.length] ?? ''
          if (JOINING.test(before) && JOINING.test(behind)) continue
          yield finding(subject, from + index, found, 'which is not seen, so that two names can look the same')
        }
      }
    }
  },
}

function finding(subject: Subject, index: number, found: string, why: string): Finding {
  const { source, text, stretch } = subject
  let [start, end] = [index, index + found.length]
  while (start > 0 && LETTER.test(source[start - 1]!)) start -= 1
  while (end < source.length && LETTER.test(source[end]!)) end += 1
  const clause = text.clauses.find(({ at, fieldAt }) =>
    [at, ...Object.values(fieldAt)].some((range) => range.start.offset <= index && index < range.end.offset),
  )
  const passage = clause ?? subject.passages.findLast((one) => one.start <= index)
  const at = stretch(start, end, passage?.heading ?? [])
  const word = source.slice(start, index) + source.slice(index + found.length, end)
  const names = [...new Set(found)].map((sign) => `a ${CONTROLS[sign] ?? JOINERS[sign]}`.replace('a Ar', 'an Ar'))
  return {
    at,
    message: `${word ? `\`${word}\` holds` : 'here stands'} ${names.join(' and ')}, ${why}`,
    help: 'take it out; text from right to left needs none',
    fix: { title: 'take out what is not seen', range: stretch(index, index + found.length, []).range, text: '' },
    clauses: clause ? [clause.id] : [],
  }
}
