// Dates, figures and names in folded Arabic text.
import type { Figure, Kind } from '@trucekeeper/claims'
import { addDays, type CivilDay } from '@trucekeeper/time'
import { dayInYear, lastWeekday, pad } from './calendar.ts'
import type { ActorEntry, PlaceEntry } from './lexicon/language.ts'
import { ACTORS, PLACES, WORDS } from './lexicon/ar/index.ts'
import type { Span } from './span.ts'

const SAME: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٫': '.',
  '٬': ',',
}

/** One form of each letter, quotation mark, comma and digit; every character stays where it was. */
export function foldArabic(text: string): string {
  return text.replace(/[أإآىة«»“”،؛؟٫٬٠-٩۰-۹]/g, (mark) => {
    const code = mark.charCodeAt(0)
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
    return SAME[mark]!
  })
}

/** Words between no letters; `و`, `ب`, `ل` and `ف` may be written together with the first of them. */
export function arabicWords(source: string, flags = 'u'): RegExp {
  const gaps = foldArabic(source)
    .replaceAll(' .. ', '\\s(?:[^.;"]{0,60}\\s)?')
    .replaceAll(' ', '\\s+')
    .replace(/(?<=\p{L})\*/gu, '\\p{L}*')
  return new RegExp(`(?<![\\p{L}\\p{N}])[وفبل]?(?<core>${gaps})(?![\\p{L}\\p{N}])`, flags)
}

export interface NameFound<T> extends Span {
  readonly entry: T
}

function finder<T extends { readonly aliases: readonly string[] }>(entries: readonly T[]) {
  const of = new Map(entries.flatMap((entry) => entry.aliases.map((alias) => [foldArabic(alias), entry] as const)))
  const names = arabicWords([...of.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')
  return (folded: string): NameFound<T>[] =>
    [...folded.matchAll(names)].map((found) => {
      const core = found.groups!.core!
      const start = found.index + found[0].length - core.length
      return { start, end: start + core.length, entry: of.get(core.replace(/\s+/g, ' '))! }
    })
}

export const actorsIn: (folded: string) => NameFound<ActorEntry>[] = finder(ACTORS)
const placeNames = finder(PLACES)

export function placesIn(folded: string): string[] {
  const found = placeNames(folded).map(({ entry }: NameFound<PlaceEntry>) => entry.name)
  const names = new Set(found)
  if (names.size > 1) names.delete('Syria')
  return [...names]
}

const ANY_DAY = WORDS.WEEKDAYS.map((names) => arabicWords(names))
const MONTH_DAYS = WORDS.MONTHS.map(
  (names) =>
    new RegExp(
      `(?<![\\p{N}])(?<date>\\d{1,2})\\s+(?:من\\s+)?(?:${foldArabic(names)})(?:\\s+(?<year>(?:19|20)\\d\\d))?`,
      'u',
    ),
)
const SINCE = new RegExp(`(?<!\\p{L})${foldArabic(WORDS.SINCE)}(?:\\s+يوم)?\\s+$`, 'u')

/** A day, or the stretch from it to publication after `منذ`; weekdays look back. */
export function dateIn(
  folded: string,
  published: CivilDay,
): { date: string; basis: 'explicit' | 'text+pubdate' } | null {
  const since = (at: number, day: string) =>
    SINCE.test(folded.slice(0, at)) && day < published ? `${day}/${published}` : day
  for (const [index, pattern] of MONTH_DAYS.entries()) {
    const found = pattern.exec(folded)
    if (!found) continue
    const { date, year } = found.groups!
    const day =
      year === undefined
        ? dayInYear(published, index + 1, Number(date))
        : `${year}-${pad(index + 1)}-${pad(Number(date))}`
    if (day !== null) return { date: since(found.index, day), basis: year === undefined ? 'text+pubdate' : 'explicit' }
  }
  for (const [index, pattern] of ANY_DAY.entries()) {
    const found = pattern.exec(folded)
    if (found) return { date: since(found.index, lastWeekday(published, index)), basis: 'text+pubdate' }
  }
  if (arabicWords(WORDS.YESTERDAY).test(folded)) return { date: addDays(published, -1), basis: 'text+pubdate' }
  return arabicWords(WORDS.TODAY).test(folded) ? { date: published, basis: 'text+pubdate' } : null
}

const NUMBER_WORDS = Object.keys(WORDS.NUMBERS).join('|')
const QUALIFIER = Object.keys(WORDS.QUALIFIERS).join('|')

export function figuresIn(folded: string, kind: Kind): Figure[] {
  return WORDS.COUNTED.flatMap(({ words, dual, unit, what }): Figure[] => {
    if (unit === 'violations' && kind !== 'truce_violation') return []
    const named =
      what === 'duration'
        ? kind === 'truce_extension'
          ? 'truce extension'
          : 'duration'
        : (what ?? (kind === 'civilians_besieged' ? 'civilians under siege' : fate(folded)))
    const counted = new RegExp(
      foldArabic(
        `(?<![\\p{L}\\p{N}])[وبل]?(?:(?<qualifier>${QUALIFIER})\\s+)?(?:(?<digits>\\d[\\d,.]*)|(?<word>${NUMBER_WORDS}))(?<thousand>\\s+(?:${WORDS.THOUSAND}))?\\s+(?:${words})(?!\\p{L})`,
      ),
      'u',
    ).exec(folded)
    if (counted) {
      const { qualifier, digits, word, thousand } = counted.groups!
      const value =
        (digits === undefined ? wordValue(word!) : Number(digits.replaceAll(',', ''))) * (thousand ? 1000 : 1)
      const bound = Object.entries(WORDS.QUALIFIERS).find(
        ([said]) => foldArabic(said) === qualifier?.replace(/\s+/g, ' '),
      )?.[1]
      return [
        {
          what: named,
          value,
          low: bound === 'low' ? value : null,
          high: bound === 'high' ? value : null,
          unit,
          qualifier: qualifier ?? null,
        },
      ]
    }
    return dual !== null && arabicWords(dual).test(folded)
      ? [{ what: named, value: 2, low: null, high: null, unit, qualifier: null }]
      : []
  })
}

function wordValue(said: string): number {
  return Object.entries(WORDS.NUMBERS).find(([words]) => foldArabic(words).split('|').includes(said))?.[1] ?? 0
}

function fate(folded: string): string {
  if (arabicWords('قتل|قتلوا|مقتل|قتلى').test(folded)) return 'killed'
  return arabicWords('جرح|جرحى|أصيب|إصابة').test(folded) ? 'injured' : 'people'
}
