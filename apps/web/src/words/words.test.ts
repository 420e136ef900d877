import { existsSync, readdirSync } from 'node:fs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { LANGUAGES, type Language } from '../language.ts'
import type { Forms } from '../plural.ts'
import { en } from './en.ts'

/** Words that are the same in two languages, because they are names, codes, symbols or words that both have. */
const SAME = new Set([
  'Trucekeeper',
  'truce access status',
  'truce ground status',
  'UN/CEFACT Rec. 24: ⟦0⟧',
  'SHA-256',
  'example.org/log+1a2b3c4d+AbC…',
])
/** What French and English write alike; a text of nothing else may be the same in both. */
const FRENCH_TOO = new Set(
  `accessible action actions agents ambulances clause code date description distance district document documents drones due h incident
  incidents intact invitation invitations km m message messages min mines missiles moments note notes offensive opposition
  page pause photo photos position positions public publication question questions sanctions section session sessions silence site source
  sources suspension table transmission type version visible zone zones`.split(/\s+/),
)
/** What is said to the browser and not to the reader. */
const NO_WORDS = new Set(['page.locale', 'page.dir'])

type Leaf = string | ((...given: string[]) => string)

/** Every word by its way from the top. */
function leavesOf(value: unknown, path: string): [string, Leaf][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]]
  if (typeof value !== 'object' || value === null) return []
  if (isForms(value)) return [[path, value.other]]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`))
}

/** The forms of one counted word: which there are is for each language to say. */
function isForms(value: object): value is Forms {
  const categories = new Intl.PluralRules('ar').resolvedOptions().pluralCategories as string[]
  return 'other' in value && Object.keys(value).every((key) => categories.includes(key))
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

/** Screens that come with words of their own. */
const SCREENS = readdirSync(new URL('..', import.meta.url)).filter((folder) =>
  existsSync(new URL(`../${folder}/words.ts`, import.meta.url)),
)

/** The page as somebody has it whose address names a language. */
async function pageIn(language: Language) {
  vi.resetModules()
  vi.stubGlobal('location', { search: `?lang=${language}` })
  const page = await import('../words.ts')
  await page.takeWords()
  const screens = await Promise.all(SCREENS.map((screen) => import(`../${screen}/words.ts`)))
  const own = screens.flatMap((module: Record<string, unknown>, at) =>
    Object.values(module)
      .filter((one) => typeof one === 'object')
      .flatMap((words) => leavesOf(words, SCREENS[at]!)),
  )
  return { words: page.words, leaves: [...leavesOf(page.words, 'page'), ...own] }
}

const { leaves: inEnglish } = await pageIn('en')
const english = new Map(inEnglish)
afterAll(() => vi.unstubAllGlobals())

describe.each(LANGUAGES.filter((one) => one !== 'en'))('the words in %s', async (language) => {
  const { leaves, words } = await pageIn(language)

  it('are all there, and no others', () => {
    expect(words.lang).toBe(language)
    expect(leaves.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('are not left in English', () => {
    const left = leaves.filter(([path, leaf]) => {
      const text = filled(leaf)
      const own = text.replace(/⟦\d⟧/g, '').match(/\p{L}+/gu) ?? []
      const isShared = language === 'fr' && own.every((word) => FRENCH_TOO.has(word.toLowerCase()))
      const isWord = own.some((word) => word.length > 1) && !SAME.has(text) && !NO_WORDS.has(path)
      return isWord && !isShared && text === filled(english.get(path)!)
    })
    expect(left.map(([path]) => path)).toEqual([])
  })

  it('have a place for everything that English has a place for', () => {
    for (const [path, leaf] of leaves) {
      expect.soft(placesIn(filled(leaf)), path).toEqual(placesIn(filled(english.get(path)!)))
    }
  })

  it('write commands as they are typed', () => {
    const typed = (text: string) => (text.match(/`[^`⟦]+`/g) ?? []).toSorted()
    for (const [path, leaf] of leaves) {
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
    const { clause, time } = (await pageIn('ar')).words
    expect([1, 2, 3, 11, 100].map(clause.entries)).toEqual(['قيد واحد', 'قيدان', '3 قيود', '11 قيدًا', '100 قيد'])
    expect([1, 2, 10, 11].map(time.days)).toEqual(['يوم واحد', 'يومين', '10 أيام', '11 يومًا'])
  })

  it('have the forms of Russian', async () => {
    const { clause, today } = (await pageIn('ru')).words
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
    const { clause } = (await pageIn('fr')).words
    expect([0, 1, 2].map(clause.entries)).toEqual(['0 inscription', '1 inscription', '2 inscriptions'])
  })
})

describe('dates and numbers', () => {
  it.each(LANGUAGES)('have Latin digits in %s', async (language) => {
    const { locale } = (await pageIn(language)).words
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2016, 8, 16))
    expect(date).toMatch(/16.*2016/)
    expect(new Intl.NumberFormat(locale).format(12)).toBe('12')
  })
})

describe('a page in English', () => {
  it('needs nothing loaded', async () => {
    expect(filled((await pageIn('en')).words.time.ago)).toBe(filled(en.time.ago))
  })
})

describe('an address', () => {
  it('goes on naming the language that it names, and no other does', async () => {
    vi.resetModules()
    vi.stubGlobal('location', { search: '?at=2016-09-16T23:00:00+03:00&lang=ru' })
    const named = await import('../language.ts')
    expect(named.keptInLinks('')).toBe('?lang=ru')
    expect(named.keptInLinks('?at=2016')).toBe('?at=2016&lang=ru')
    vi.resetModules()
    vi.stubGlobal('location', { search: '' })
    const unnamed = await import('../language.ts')
    expect(unnamed.keptInLinks('?at=2016')).toBe('?at=2016')
  })

  it('in another language is of the same place', async () => {
    const { addressIn } = await import('../language.ts')
    expect(addressIn('ar', '/access?at=2016-09-16T23:00:00+03:00&lang=fr#seals')).toBe(
      '/access?at=2016-09-16T23:00:00+03:00&lang=ar#seals',
    )
    expect(addressIn('fr', '/')).toBe('/?lang=fr')
  })

  it('with a language that there is not says nothing', async () => {
    vi.resetModules()
    vi.stubGlobal('location', { search: '?lang=xx' })
    vi.stubGlobal('navigator', { languages: ['de-DE', 'ru-RU'] })
    expect((await import('../language.ts')).language).toBe('ru')
  })
})
