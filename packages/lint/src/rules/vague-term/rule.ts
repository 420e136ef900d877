// Words that leave open when, how much or whether, in prose that a clause makes binding.
import type { Rule } from '../../rule.ts'
import {
  findAll,
  folded,
  LANGUAGES,
  phrases,
  sentenceAt,
  withoutQuotations,
  type Found,
  type VaguePhrase,
} from '../../wording/index.ts'

const VAGUE = LANGUAGES.flatMap(({ vague }) => vague.map((entry) => ({ ...entry, expression: phrases(entry.words) })))
/** A number of hours or days, or an hour of the day. */
const SHARP = LANGUAGES.map(({ deadline }) => phrases(deadline))
const RULED_OUT = LANGUAGES.map(({ ruledOut }) => phrases(ruledOut))
const CLOCK = /\d{1,2}[:.]\d\d/

export const rule: Rule = {
  name: 'vague-term',
  severity: 'note',
  engine: 'wording',
  summary: 'Prose that a clause reads leaves open when, how much or whether, in words that two sides read apart.',
  *check({ of, passages, stretch }) {
    const open = of('open-term').map(({ fields }) => folded(fields.words).toLowerCase())
    const isOpen = (words: string) => open.some((left) => left.includes(words.toLowerCase()))
    for (const { text, start, heading, readBy } of passages) {
      if (readBy.length === 0) continue
      const prose = withoutQuotations(text)
      for (const { found, entry } of vagueIn(prose)) {
        const sentence = sentenceAt(prose, found.start)
        if (isOpen(found.words) || isName(prose, found, sentence.start)) continue
        if (entry.about === 'time' && isSharp(sentence.text)) continue
        if (entry.about === 'effort' && isForbidden(sentence.text.slice(0, found.start - sentence.start))) continue
        yield {
          at: stretch(start + found.start, start + found.end, heading),
          message: `\`${found.words}\` ${entry.why}`,
          help: entry.better,
          clauses: readBy.map(({ id }) => id),
        }
      }
    }
  },
}

/** From left to right, of those that lie over one another the longest. */
function vagueIn(prose: string): { found: Found; entry: VaguePhrase }[] {
  const all = VAGUE.flatMap((entry) => findAll(prose, entry.expression).map((found) => ({ found, entry })))
  const byLength = all.toSorted((a, b) => a.found.start - b.found.start || b.found.end - a.found.end)
  let end = 0
  return byLength.filter(({ found }) => {
    if (found.start < end) return false
    end = found.end
    return true
  })
}

/** Part of a name: the next word is written large too, or it is so in the middle of a sentence. */
function isName(prose: string, { start, end }: Found, sentence: number): boolean {
  if (!/^\p{Lu}/u.test(prose.slice(start, start + 2))) return false
  return /^\s+\p{Lu}/u.test(prose.slice(end, end + 9)) || prose.slice(sentence, start).trim() !== ''
}

/** Nobody does or tries to: what is forbidden is not asked for. */
function isForbidden(before: string): boolean {
  return RULED_OUT.some((expression) => findAll(before, expression).length > 0)
}

function isSharp(sentence: string): boolean {
  return CLOCK.test(sentence) || SHARP.some((expression) => findAll(sentence, expression).length > 0)
}
