// A number as written, in figures or words, and the figure that it makes with what softens it.
import type { Figure } from '@trucekeeper/claims'
import { amountWordsOf } from './lexicon/amounts.ts'
import type { Language } from './lexicon/language.ts'

type Groups = Readonly<Record<string, string | undefined>>

/** The figure of a match with the groups `first`, `second` for the end of a range, and `qualifier`. */
export function figure(language: Language, groups: Groups, { what, unit }: { what: string; unit: string }): Figure {
  const value = numberOf(language, groups.first!)
  const second = groups.second === undefined ? null : numberOf(language, groups.second)
  const qualifier = groups.qualifier?.trim().replace(/\s+/g, ' ') ?? null
  const bound = qualifier === null ? null : language.figures.qualifiers[qualifier]
  if (second !== null)
    return { what, value: null, low: Math.min(value, second), high: Math.max(value, second), unit, qualifier }
  return { what, value, low: bound === 'low' ? value : null, high: bound === 'high' ? value : null, unit, qualifier }
}

export function numberOf(language: Language, said: string): number {
  const { figures } = language
  const multipliers = amountWordsOf(language)?.multipliers ?? []
  let total = 0
  let group = 0
  for (const word of said.trim().split(/[\s-]+/)) {
    const value = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : (figures.words[word] ?? 0)
    if (value >= 1000 && !/^\d/.test(word)) {
      total += (group === 0 ? 1 : group) * value
      group = 0
    } else if (multipliers.includes(word)) group = (group === 0 ? 1 : group) * value
    else group += value
  }
  return total + group
}
