// One cell: what a column makes of the words in it, or why it makes nothing of them.
import { didYouMean } from '@trucekeeper/diagnostics'
import { dayNumber, parseInstant } from '@trucekeeper/time'
import { quoted } from './flaw.ts'
import type { Column, Value } from './table.ts'

/** A date as a spreadsheet keeps one: a day, and whether a time of day stands with it. */
export interface SheetDate {
  readonly day: string
  readonly hasTime: boolean
}

/** What a format finds in a cell. */
export type Raw = string | number | boolean | SheetDate | null

export interface Refused {
  readonly message: string
  readonly help: string
}

type Taken = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & Refused)

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/
const PCODE = /^[A-Z][A-Z0-9]{1,19}$/
const DEGREES = { longitude: 180, latitude: 90 } as const
const AS_TEXT = 'format the column as text, and write it again: numbers lose leading zeros'

/** The value of a cell, or what is wrong with it as a sentence that names the column. */
export function valueOf(column: Column, raw: Raw): Taken {
  if (raw === null || raw === '') return { ok: true, value: null }
  if (typeof raw === 'object') return dateOf(column, raw)
  if (typeof raw === 'boolean') {
    if (column.kind === 'yes_no') return { ok: true, value: raw ? 'yes' : 'no' }
    return refuse(`\`${column.name}\` holds ${raw ? 'TRUE' : 'FALSE'}`, AS_TEXT)
  }
  return typeof raw === 'number' ? numberOf(column, raw) : textOf(column, raw)
}

/** Why a value of a record cannot stand in a column, whatever the format; null where it can. */
export function valueFlaw(column: Column, value: Value | undefined): Refused | null {
  if (value === null || value === undefined) return null
  if (value === '')
    return { message: `\`${column.name}\` is an empty text`, help: 'leave it out where nothing is known' }
  if (typeof value === 'string' && !value.isWellFormed())
    return { message: `\`${column.name}\` holds half a character`, help: 'write the text again' }
  if (isNumeric(column) !== (typeof value === 'number'))
    return { message: `\`${column.name}\` holds a ${typeof value}`, help: `give it as ${column.help}` }
  const taken = valueOf(column, value)
  return taken.ok ? null : taken
}

export function isNumeric({ kind }: Column): boolean {
  return kind === 'number' || kind === 'longitude' || kind === 'latitude'
}

/** The words of a `code` column that may hold several. */
export function codesIn(value: Value | undefined): string[] {
  return typeof value === 'string' ? value.split(';') : []
}

function textOf(column: Column, text: string): Taken {
  const { name, kind } = column
  const no = (what: string, help: string) => refuse(`\`${name}\`: ${quoted(text)} is ${what}`, help)
  switch (kind) {
    case 'text':
      return { ok: true, value: text }
    case 'number':
    case 'longitude':
    case 'latitude':
      return NUMBER.test(text)
        ? numberOf(column, Number(text))
        : no('no number', 'write digits with a point, such as 36.2: no commas, no spaces, no unit')
    case 'date':
      return isDay(text) ? { ok: true, value: text } : no('no day', 'write it as 2016-09-12')
    case 'instant':
      return parseInstant(text) === null
        ? no('no time with an offset', 'write it as 2016-09-12T19:00+03:00')
        : { ok: true, value: text }
    case 'when':
      return isDay(text) || parseInstant(text) !== null
        ? { ok: true, value: text }
        : no('neither a day nor a time with an offset', 'write 2016-09-12, or 2016-09-12T19:00+03:00')
    case 'moment':
      return isMoment(text)
        ? { ok: true, value: text }
        : no(
            'no time with an offset',
            'write 2016-09-13T16:20+03:00; for some time between two, both with / between them',
          )
    case 'yes_no':
      return text === 'yes' || text === 'no' ? { ok: true, value: text } : no('neither yes nor no', 'write yes or no')
    case 'pcode':
      return PCODE.test(text) ? { ok: true, value: text } : no('no P-code', 'write letters and digits, such as SY0200')
    case 'code':
      return codeOf(column, text)
  }
}

function codeOf({ name, codes = [], several }: Column, text: string): Taken {
  const words = several ? text.split(';') : [text]
  const wrong = words.find((word) => !codes.includes(word))
  if (wrong === undefined) {
    if (new Set(words).size === words.length) return { ok: true, value: text }
    return refuse(`\`${name}\` holds a code twice`, 'write each once, with ; between them')
  }
  const meant = didYouMean(wrong, codes)
  const list = `its codes are ${codes.join(', ')}${several ? '; several with ; between them' : ''}`
  return refuse(
    `\`${name}\`: ${quoted(wrong)} is no code of its list`,
    meant ? `did you mean \`${meant}\`? ${list}` : list,
  )
}

function numberOf(column: Column, number: number): Taken {
  const { name, kind } = column
  if (!isNumeric(column)) {
    if (kind === 'date' || kind === 'when' || kind === 'instant' || kind === 'moment')
      return refuse(
        `\`${name}\` holds the number ${number} where a date belongs`,
        'it is how spreadsheets keep dates inside: format the column as text, and write the date as 2016-09-12',
      )
    if (kind === 'code' && column.codes?.includes(String(number))) return { ok: true, value: String(number) }
    return refuse(`\`${name}\` holds the number ${number} where words belong`, AS_TEXT)
  }
  if (!Number.isFinite(number) || Object.is(number, -0))
    return refuse(`\`${name}\` holds no number`, 'write digits with a point, such as 36.2')
  const most = kind === 'longitude' || kind === 'latitude' ? DEGREES[kind] : Number.POSITIVE_INFINITY
  if (Math.abs(number) > most)
    return refuse(
      `\`${name}\`: \`${number}\` is beyond ${most} degrees`,
      'write degrees (WGS 84); look whether longitude and latitude are exchanged, or given in metres',
    )
  return { ok: true, value: number }
}

function dateOf({ name, kind }: Column, { day, hasTime }: SheetDate): Taken {
  if ((kind === 'date' || kind === 'when') && !hasTime) return { ok: true, value: day }
  const help =
    kind === 'instant' || kind === 'when' || kind === 'moment'
      ? `a spreadsheet’s date has no offset: format the cell as text, and write ${day}T19:00+03:00`
      : `format the cell as text, and write ${kind === 'date' ? day : 'what is meant'}`
  return refuse(`\`${name}\` holds a spreadsheet’s date`, help)
}

function isMoment(text: string): boolean {
  const [from, to = from, ...more] = text.split('/').map(parseInstant)
  return more.length === 0 && typeof from === 'number' && typeof to === 'number' && from <= to
}

function isDay(text: string): boolean {
  return /^\d{4}-/.test(text) && !Number.isNaN(dayNumber(text))
}

function refuse(message: string, help: string): Taken {
  return { ok: false, message, help }
}
