import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../language.ts'
import { OTHER_WORDS } from '../words.ts'
import { en } from './en.ts'

/** Words that are the same in two languages, because they are names, codes, symbols or words that both have. */
const SAME = new Set(['Trucekeeper', 'truce access status', 'truce ground status', 'UN/CEFACT Rec. 24: ⟦0⟧', 'SHA-256'])
const SAME_IN_FRENCH = new Set(
  'opposition question incident clause mines missiles drones intact due silence Moments Clause Document Source Distance accessible'
    .split(' ')
    .concat('⟦0⟧ min'),
)
/** What is said to the browser and not to the reader. */
const NO_WORDS = new Set(['locale', 'dir'])

type Leaf = string | ((...given: string[]) => string)

/** Every word by its way from the top. */
function leavesOf(value: unknown, path = ''): [string, Leaf][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]]
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no word`)
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
}

const isolates = /[\u2066-\u2069]/g

/** What a word says when every place in it is filled with a mark of its own. */
function filled(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf
  // In the place of a number a mark takes the form that is left over.
  const marks = Array.from({ length: leaf.length }, (_, at) => `⟦${at}⟧`)
  return leaf(...marks).replace(isolates, '')
}

const placesIn = (text: string) => [...new Set(text.match(/⟦\d⟧/g))].toSorted()

const english = new Map(leavesOf(en))

describe.each(LANGUAGES.filter((one) => one !== 'en'))('the words in %s', async (language) => {
  const words = await OTHER_WORDS[language]()
  const leaves = leavesOf(words)

  it('are all there, and no others', () => {
    expect(leaves.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('are not left in English', () => {
    const left = leaves.filter(([path, leaf]) => {
      const text = filled(leaf)
      const hasWords = /\p{L}{2}/u.test(text.replace(/⟦\d⟧/g, ''))
      const allowed = SAME.has(text) || (language === 'fr' && SAME_IN_FRENCH.has(text)) || NO_WORDS.has(path)
      return hasWords && !allowed && text === filled(english.get(path)!)
    })
    expect(left.map(([path]) => path)).toEqual([])
  })

  it('have a place for everything that English has a place for', () => {
    for (const [path, leaf] of leaves) {
      expect.soft(placesIn(filled(leaf)), path).toEqual(placesIn(filled(english.get(path)!)))
    }
  })

  it('write commands as they are typed', () => {
    for (const [path, leaf] of leaves) {
      const typed = (text: string) => (text.match(/`[^`⟦]+`/g) ?? []).toSorted()
      expect.soft(typed(filled(leaf)), path).toEqual(typed(filled(english.get(path)!)))
    }
  })

  it('accuse nobody', () => {
    const text = leaves.map(([, leaf]) => filled(leaf)).join('\n')
    expect(text).not.toMatch(/guilty|coupable|culpabilité|виновн|винов|مذنب|مدان|إدانة/i)
  })
})

describe('counted things', () => {
  it('have the six forms of Arabic', async () => {
    const { clause, time } = await OTHER_WORDS.ar()
    expect([1, 2, 3, 11, 100].map(clause.entries)).toEqual(['قيد واحد', 'قيدان', '3 قيود', '11 قيدًا', '100 قيد'])
    expect([1, 2, 10, 11].map(time.days)).toEqual(['يوم واحد', 'يومين', '10 أيام', '11 يومًا'])
  })

  it('have the forms of Russian', async () => {
    const { clause, today } = await OTHER_WORDS.ru()
    expect([1, 2, 5, 11, 21, 104].map(clause.entries)).toEqual([
      '1 запись',
      '2 записи',
      '5 записей',
      '11 записей',
      '21 запись',
      '104 записи',
    ])
    expect([1, 5, 21].map(today.contested)).toEqual(['1 оспаривается', '5 оспариваются', '21 оспаривается'])
  })

  it('are one in French up to two', async () => {
    const { clause } = await OTHER_WORDS.fr()
    expect([0, 1, 2].map(clause.entries)).toEqual(['0 inscription', '1 inscription', '2 inscriptions'])
  })
})

describe('dates and numbers', () => {
  it.each(['ar', 'ru', 'fr'] as const)('have Latin digits in %s', async (language) => {
    const { locale } = await OTHER_WORDS[language]()
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2016, 8, 16))
    expect(date).toMatch(/16.*2016/)
    expect(new Intl.NumberFormat(locale).format(12)).toBe('12')
  })
})
