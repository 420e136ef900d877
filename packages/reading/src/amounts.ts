// Amounts that are no plain count: dozens of people, parts of a hundred, shares, sums of money.
import type { Figure } from '@trucekeeper/claims'
import { figurePatterns } from './figure-patterns.ts'
import { amountWordsOf, type AmountWords } from './lexicon/amounts.ts'
import type { Language } from './lexicon/language.ts'
import { figure } from './numbers.ts'
import { everyMatch } from './pattern.ts'

export interface AmountFound {
  readonly at: number
  readonly figure: Figure
}

interface AmountPatterns {
  readonly vague: RegExp
  readonly percent: RegExp
  readonly share: RegExp
  readonly moneyBefore: RegExp
  readonly moneyAfter: RegExp
}

const prepared = new WeakMap<AmountWords, AmountPatterns>()

export function amountsIn(language: Language, said: string): AmountFound[] {
  const words = amountWordsOf(language)
  if (!words) return []
  const { vague, percent, share, moneyBefore, moneyAfter } = patternsOf(language, words)
  const { nouns } = figurePatterns(language)
  const found: AmountFound[] = []
  for (const { index, groups } of everyMatch(vague, said)) {
    const noun = nouns.find(({ pattern }) => pattern.test(groups!.noun!))?.noun
    if (!noun) continue
    const what = noun.what ?? (noun.unit === 'people' ? (fate(said, words) ?? groups!.noun!) : groups!.noun!)
    // Nobody counted: the least that the word can mean is all that is known.
    found.push({
      at: index,
      figure: {
        what,
        value: null,
        low: words.vague[groups!.vague!]!,
        high: null,
        unit: noun.unit,
        qualifier: groups!.vague!,
      },
    })
  }
  for (const { index, groups } of everyMatch(percent, said))
    found.push({
      at: index,
      figure: figure(language, groups!, { what: groups!.what?.trim() ?? 'share', unit: 'percent' }),
    })
  for (const { index, groups } of everyMatch(share, said)) {
    const value = Math.round(words.shares[groups!.share!]! * 1000) / 1000
    const qualifier = groups!.qualifier?.trim() ?? null
    const bound = qualifier === null ? null : language.figures.qualifiers[qualifier]
    found.push({
      at: index,
      figure: {
        what: groups!.what!,
        value,
        low: bound === 'low' ? value : null,
        high: bound === 'high' ? value : null,
        unit: 'share',
        qualifier,
      },
    })
  }
  for (const pattern of [moneyBefore, moneyAfter]) {
    for (const { index, groups } of everyMatch(pattern, said))
      found.push({
        at: index,
        figure: figure(language, groups!, { what: 'money', unit: words.currencies[groups!.currency!]! }),
      })
  }
  return found.filter(({ figure: { value, low } }) => value !== null || low !== null)
}

function fate(said: string, { killed, injured }: AmountWords): string | null {
  return new RegExp(killed).test(said) ? 'killed' : new RegExp(injured).test(said) ? 'injured' : null
}

function patternsOf(language: Language, words: AmountWords): AmountPatterns {
  const known = prepared.get(words)
  if (known) return known
  const { softened, range, number, nouns } = figurePatterns(language)
  const longest = (keys: readonly string[]) =>
    keys
      .toSorted((a, b) => b.length - a.length)
      .map((key) => key.replace(/[$.]/g, '\\$&'))
      .join('|')
  const noun = nouns.map(({ noun: one }) => one.words).join('|')
  const currencies = Object.keys(words.currencies)
  const sums = `(?<first>${number})`
  const made: AmountPatterns = {
    vague: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<vague>${longest(Object.keys(words.vague))})\\s+(?:of\\s+)?(?:[\\p{L}'-]+\\s){0,2}?(?<noun>${noun})(?![\\p{L}])`,
      'gu',
    ),
    percent: new RegExp(
      `(?<![\\p{L}\\p{N}.])${softened}${range}\\s?(?:${words.percent})(?:\\s+of\\s+(?:the\\s+|its\\s+|all\\s+)?(?<what>[\\p{L}'-]+))?`,
      'gu',
    ),
    share: new RegExp(
      `(?<![\\p{L}\\p{N}])${softened}(?<share>${longest(Object.keys(words.shares))})\\s+(?:the\\s+|its\\s+)?(?<what>[\\p{L}'-]+)`,
      'gu',
    ),
    moneyBefore: new RegExp(
      `${softened}(?<currency>${longest(currencies.filter((one) => /[^\p{L} ]$/u.test(one)))})\\s?${sums}`,
      'gu',
    ),
    moneyAfter: new RegExp(
      `(?<![\\p{L}\\p{N}.])${softened}${sums}\\s(?<currency>${longest(currencies.filter((one) => /\p{L}$/u.test(one)))})(?![\\p{L}])`,
      'gu',
    ),
  }
  prepared.set(words, made)
  return made
}
