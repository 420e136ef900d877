// What sources say of one thing, in words: unknown, one value, or several with who gives each.
import type { AccessTold } from '@trucekeeper/api'
import { spoken } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'

type Told<T> = {
  readonly state: 'unknown' | 'known' | 'contested'
  readonly values: readonly { readonly value: T; readonly sources: readonly string[] }[]
}

export interface Range {
  readonly low: number
  readonly high: number
}

export function toldText<T>({ state, values }: Told<T>, say: (value: T) => string): string {
  if (state === 'unknown') return words.tables.unknown
  return values
    .map(({ value, sources }) => (state === 'contested' ? words.tables.by(say(value), rowText(sources)) : say(value)))
    .join(words.semicolon)
}

/** The word for a code; a code that has none is told as it is written. */
export function codeText(list: keyof typeof words.access.codes, code: string): string {
  return words.access.codes[list][code] ?? spoken(code)
}

/** `74 – 170.6`, to a tenth. */
export function rangeText({ low, high }: Range): string {
  const [least, most] = [tenths(low), tenths(high)]
  return least === most ? least : words.tables.range(least, most)
}

export function daysText(range: Range): string {
  return words.access.amount.days(rangeText(range))
}

export function momentText({ from, to }: { readonly from: string; readonly to: string }, zone: string): string {
  return shortMoment(from === to ? from : `${from}/${to}`, zone)
}

type Figure = AccessTold['figures'][number]['figures'][number]

/** `almost 1,000,000`, `fewer than 50 %`. */
export function figureText({ value, low, high, qualifier }: Omit<Figure, 'source' | 'row'>, unit: string): string {
  const bounds = value !== null ? [value] : [low, high].filter((bound) => bound !== null)
  const [first = '', last] = bounds.map((number) => amountText(number, unit))
  const text = last === undefined ? first : words.tables.range(first, last)
  return qualifier ? words.access.figure.quoted(qualifier, text) : text
}

export function amountText(number: number, unit: string): string {
  return unit === 'share' ? words.access.amount.share(numberText(tenth(number * 100))) : numberText(number)
}

function tenths(number: number): string {
  return numberText(tenth(number))
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10
}
