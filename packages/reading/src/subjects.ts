// Which words before or after a verb of speech say who speaks.
import { grammarOf, hasMatch, words, type Document } from './document.ts'
import { mentionsIn } from './mentions.ts'
import { everyMatch } from './pattern.ts'
import { speakerAt } from './quoting/index.ts'
import { trimmed, type Span } from './span.ts'

export const LOOSE = /[\s,;:"'-]/

/** Expressions that look for an end need not see what stands far before it. */
const LONGEST_AUXILIARY = 40

export function withoutAuxiliaries(document: Document, span: Span): Span {
  const { folded } = document
  let end = span.end
  for (let again = true; again;) {
    end = trimmed(folded, { start: span.start, end }, /[\s,]/).end
    const found = grammarOf(document).auxiliary.exec(folded.slice(Math.max(span.start, end - LONGEST_AUXILIARY), end))
    again = found !== null
    if (found) end -= found[0].length
  }
  return { start: span.start, end: Math.max(span.start, end) }
}

const CONJUNCTION = /(?<![\p{L}])(?:and|or)(?![\p{L}])/gu

/** The last clause before the verb: what stands after the last word that opens one. */
export function clauseBefore(document: Document, span: Span): Span {
  const said = words(document, span)
  let start = 0
  for (const found of everyMatch(grammarOf(document).boundary, said)) {
    // `Kerry "made it clear`: a mark right before the verb opens what is said, not a clause.
    if (found[0] !== '"' || said.slice(found.index + 1).trim() !== '') start = found.index + found[0].length
  }
  for (const found of everyMatch(CONJUNCTION, said)) {
    if (found.index > start && grammarOf(document).finite.test(said.slice(start, found.index)))
      start = found.index + found[0].length
  }
  const pronoun = /(?<![\p{L}])(?:and|but|or)\s+(?=(?:he|she|it|they|we)\s*$)/u.exec(said)
  if (pronoun) start = Math.max(start, pronoun.index + pronoun[0].length)
  return { start: span.start + start, end: span.end }
}

/** `Kerry called Lavrov to demand …`: who calls is who demands. */
export function mainSubject(document: Document, clause: Span): Span {
  const { folded } = document
  const found = grammarOf(document).finite.exec(folded.slice(clause.start, clause.end))
  return { start: clause.start, end: found ? clause.start + found.index : clause.end }
}

/** The words of a clause that name one who can speak, without what leads up to them; null where nobody does. */
export function speakingPhrase(document: Document, clause: Span): Span | null {
  const span = trimmed(document.folded, clause, /[\s,"]/)
  const said = words(document, span)
  if (said === '' || said.split(' ').length > 40) return null
  let at = 0
  for (const piece of said.split(/,\s*/)) {
    const part = { start: span.start + at, end: span.start + at + piece.length }
    if (
      canSpeak(document, part) &&
      !/^(?:on|in|at|after|before|during|since|according to|for|under|with)\b/.test(piece.trim())
    ) {
      if (hasPredicate(said.slice(at))) return null
      return { start: span.start + (nameBefore(document, span, said, at) ?? at), end: span.end }
    }
    at += piece.length + (/^,\s*/.exec(said.slice(at + piece.length))?.[0].length ?? 0)
  }
  return null
}

/** "Samir Haddad, a commander of …, said": a name that no list knows, set off by commas on both sides. */
export function nameBefore({ folded }: Document, span: Span, said: string, at: number): number | null {
  if (folded[span.end] !== ',' || !/^(?:an?|the|who)\s/.test(said.slice(at))) return null
  const found = /(?:^|,\s*)(?<name>[\p{L}.'-]+(?: [\p{L}.'-]+){0,4}),\s*$/u.exec(said.slice(0, at))
  if (
    !found ||
    /^(?:on|in|at|after|before|during|since|for|under|with|asked|late|early|meanwhile|however|by)\b/.test(
      found.groups!.name!,
    )
  )
    return null
  return found.index + found[0].indexOf(found.groups!.name!)
}

/** `The agreement that they reached calls for`: words with a verb of their own are no subject. */
export function hasPredicate(said: string): boolean {
  const found =
    /(?<![\p{L}-])(?!united|armed|unnamed|allied|combined|led|based|backed|so-called)(?:was|were|is|are|will|would|could|must|should|\p{L}{3,}ed)(?![\p{L}])(?! by)/u.exec(
      said.replace(/,[^,]*(?:,|$)/g, ' '),
    )
  return found !== null
}

export function canSpeak(document: Document, span: Span): boolean {
  const said = words(document, span).trim()
  if (grammarOf(document).pronoun.test(said)) return true
  if (hasMatch(document, document.lexicon.speakingNouns, span) || mentionsIn(document, span).length > 0) return true
  // Anybody can speak, in any list or none, where the words around him or her say so.
  return speakerAt(document, span) !== null
}

const EDGE = /["]\s*|,\s+"?|,"\s*/g

/** `…, the group said`: the subject is what stands after the last comma or quotation mark, with its apposition. */
export function subjectAfterContent(document: Document, sentence: Span, at: Span): Span | null {
  const said = document.folded.slice(sentence.start, at.start)
  const edges = everyMatch(EDGE, said).map((found) => found.index + found[0].length)
  const last = edges.at(-1)
  if (last === undefined) return null
  const near = withoutAuxiliaries(document, { start: sentence.start + last, end: at.start })
  if (near.end <= near.start) {
    // "David Swanson, a spokesman for OCHA, said": the name stands before its apposition.
    const first = edges.at(-3) ?? edges.at(-2)
    if (first === undefined) return null
    const whole = withoutAuxiliaries(document, { start: sentence.start + first, end: at.start })
    return canSpeak(document, whole) ? whole : null
  }
  const before = edges.at(-2)
  const nearWords = words(document, near)
  if (
    before !== undefined &&
    /^(?:a|an|the) (?:spokes|senior|top|official|commander)/.test(nearWords) &&
    !said.slice(before, last).includes('"')
  ) {
    const name = document.folded.slice(sentence.start + before, sentence.start + last)
    if (
      name.split(' ').length <= 5 &&
      mentionsIn(document, { start: sentence.start + before, end: sentence.start + last }).some(
        ({ type }) => type === 'person',
      )
    ) {
      return { start: sentence.start + before, end: near.end }
    }
  }
  return canSpeak(document, near) && nearWords.split(' ').length <= 25 ? near : null
}

/** `…, said David Swanson, a spokesman for the UN`. */
export function invertedSubject(document: Document, sentence: Span, at: Span): Span | null {
  const rest = document.folded.slice(at.end, sentence.end)
  const first = /^\s+[^,.;:"]{2,90}/.exec(rest)?.[0] ?? ''
  const span = trimmed(document.folded, { start: at.end, end: at.end + first.length }, LOOSE)
  if (/^(?:on|in|at|to|late|earlier|early)\b|\bthat\b/.test(words(document, span))) return null
  if (span.end <= span.start || /^(?:it|they|he|she)\b/.test(words(document, span))) {
    return /^(?:he|she|it|they)$/.test(words(document, span)) ? span : null
  }
  const apposition = /^,\s+[^.;",]{2,120}/.exec(rest.slice(first.length))?.[0] ?? ''
  const whole = { start: span.start, end: at.end + first.length + apposition.length }
  return canSpeak(document, whole) && !grammarOf(document).verb.test(words(document, span)) ? whole : null
}
