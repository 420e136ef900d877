// What the rows of the field's two large event sets mean, and what makes one of them unusable.
import { dayNumber, dayOfNumber } from '@trucekeeper/time'
import type { EventRow } from './table.ts'

export const EVENT_FORMATS = ['ucdp-ged', 'acled'] as const
export type EventFormat = (typeof EVENT_FORMATS)[number]

/** Thrown while a row is read, and caught by the reader of the file, which knows the line. */
export class Unusable extends Error {
  /** The column by its name in the head. */
  readonly column: string
  readonly help: string

  constructor(column: string, message: string, help: string) {
    super(message)
    this.column = column
    this.help = help
  }
}

export interface Format {
  readonly source: string
  readonly needed: readonly string[]
  /** Columns that are read where the file has them. */
  readonly welcome: readonly string[]
  /** The event of a row, from its cells by column; an empty text where there is no such column. */
  row(cell: (column: string) => string): EventRow
}

export const FORMATS: Record<EventFormat, Format> = {
  // Codebook: UCDP GED 19.1; type_of_violence 3 is one-sided, side_a being the one who acted. The dates span the days
  // within which it happened, whatever date_prec says.
  'ucdp-ged': {
    source: 'UCDP GED (Sundberg and Melander 2013; Högbladh 2019)',
    needed: [
      'id',
      'type_of_violence',
      'side_a',
      'side_b',
      'date_start',
      'date_end',
      'latitude',
      'longitude',
      'best',
      'low',
      'high',
    ],
    welcome: ['where_prec'],
    row(cell) {
      const from = day('date_start', cell('date_start'))
      const to = day('date_end', cell('date_end'))
      if (to < from) throw new Unusable('date_end', 'it ends before it begins', 'put the earlier day in `date_start`')
      return {
        id: identifier('id', cell('id')),
        from,
        to,
        sideA: named(cell('side_a')),
        sideB: named(cell('side_b')),
        oneSided: oneOf('type_of_violence', cell('type_of_violence'), ['1', '2', '3']) === '3',
        ...position(cell),
        placePrecision: precision('where_prec', cell('where_prec'), 7),
        deathsLow: count('low', cell('low')),
        deathsBest: count('best', cell('best')),
        deathsHigh: count('high', cell('high')),
      }
    },
  },
  // Codebook: ACLED 2023; actor1 acts where the event type says so, otherwise the order means nothing.
  acled: {
    source: 'ACLED, as exported by its user',
    needed: ['event_id_cnty', 'event_date', 'event_type', 'actor1', 'actor2', 'latitude', 'longitude', 'fatalities'],
    welcome: ['geo_precision', 'time_precision'],
    row(cell) {
      const type = cell('event_type')
      const deaths = count('fatalities', cell('fatalities'))
      const on = day('event_date', cell('event_date'))
      return {
        id: identifier('event_id_cnty', cell('event_id_cnty')),
        ...stretch(on, precision('time_precision', cell('time_precision'), 3)),
        sideA: named(cell('actor1')),
        sideB: named(cell('actor2')),
        oneSided: type === 'Violence against civilians' || type === 'Explosions/Remote violence',
        ...position(cell),
        placePrecision: precision('geo_precision', cell('geo_precision'), 3),
        deathsLow: deaths,
        deathsBest: deaths,
        deathsHigh: deaths,
      }
    },
  },
}

const DAYS_ABOUT_A_MIDWEEK = 3
const [A_WEEK, A_MONTH] = [2, 3]

/** ACLED gives an event of some week the day in its middle, and one of some month a day of that month. */
function stretch(on: number, timePrecision: number): { from: number; to: number } {
  if (timePrecision === A_WEEK) return { from: on - DAYS_ABOUT_A_MIDWEEK, to: on + DAYS_ABOUT_A_MIDWEEK }
  if (timePrecision !== A_MONTH) return { from: on, to: on }
  const first = on - Number(dayOfNumber(on).slice(8)) + 1
  const next = dayNumber(`${dayOfNumber(first + 31).slice(0, 7)}-01`)
  return { from: first, to: next - 1 }
}

const days = new Map<string, number>()
const MOST_DAYS_REMEMBERED = 20_000
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2016-09-12`, the same with midnight after it (UCDP since 20.1), or `12 September 2016` (ACLED's own exports). */
function day(column: string, text: string): number {
  const known = days.get(text)
  if (known !== undefined) return known
  const spelt = /^(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*[ -](\d{4})$/.exec(text)
  const month = spelt ? MONTHS.indexOf(spelt[2]!) + 1 : 0
  const iso = spelt
    ? `${spelt[3]}-${String(month).padStart(2, '0')}-${spelt[1]!.padStart(2, '0')}`
    : text.replace(/[ T]00:00(:00(\.0+)?)?$/, '')
  const number = dayNumber(iso)
  if (Number.isNaN(number))
    throw new Unusable(column, text === '' ? 'it has no day' : `${quoted(text)} is no day`, 'write it as 2016-09-12')
  if (days.size >= MOST_DAYS_REMEMBERED) days.clear()
  days.set(text, number)
  return number
}

function identifier(column: string, text: string): string {
  if (text === '') throw new Unusable(column, 'it has no id', 'give it the id that its source gives it')
  return text
}

function named(name: string): string | null {
  return name.trim() === '' ? null : name.trim()
}

function oneOf(column: string, text: string, codes: readonly string[]): string {
  if (!codes.includes(text))
    throw new Unusable(column, `${quoted(text)} is no code of this column`, `its codes are ${codes.join(', ')}`)
  return text
}

/** Nothing where a source gives no place; half a place is none, and a mistake. */
function position(cell: (column: string) => string): Pick<EventRow, 'longitude' | 'latitude'> {
  const [longitude, latitude] = [cell('longitude'), cell('latitude')]
  if (longitude === '' && latitude === '') return { longitude: Number.NaN, latitude: Number.NaN }
  return { longitude: degrees('longitude', longitude, 180), latitude: degrees('latitude', latitude, 90) }
}

function degrees(column: string, text: string, most: number): number {
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value) || Math.abs(value) > most)
    throw new Unusable(
      column,
      `${quoted(text)} is no ${column}`,
      `write degrees from -${most} to ${most} with a point, such as 36.2, or leave both empty`,
    )
  return value
}

/** 0 where it is not said. */
function precision(column: string, text: string, worst: number): number {
  if (text === '') return 0
  const value = /^\d$/.test(text) ? Number(text) : 0
  if (value < 1 || value > worst)
    throw new Unusable(column, `${quoted(text)} is no precision`, `its codes are 1 to ${worst}, or nothing`)
  return value
}

function count(column: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new Unusable(column, `${quoted(text)} is no number of dead`, 'write a whole number, 0 where there were none')
  return Number(text)
}

function quoted(text: string): string {
  const shown = text.replaceAll('`', "'")
  return `\`${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}\``
}
