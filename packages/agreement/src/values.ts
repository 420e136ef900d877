// The plain values that fields hold, each with the way it is read and the way it is written.
import { formatDuration, isInstantText, isZone, parseDating, parseDuration, type Duration } from '@trucekeeper/time'
import type { Range } from '@trucekeeper/diagnostics'
import { folded, type Cursor } from './cursor.ts'

/** How one kind of value is read and written. `read` gives null after it has said what is wrong. */
export interface Reader<T> {
  /** What fits here, for messages and for completion: `a duration such as 48 hours`. */
  readonly expects: string
  /** The closed list of words that fit, where there is one. */
  readonly words?: readonly string[]
  read(cursor: Cursor): T | null
  write(value: T): string
}

/** A name that stands for something declared elsewhere, with the article it is said to stand in. */
export interface Ref {
  readonly id: string
  readonly article: string | null
  readonly at: Range
}

export const NAME = /^[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z][A-Za-z0-9_-]*)?$/
const ARTICLE = /^\d+(\.\d+)*$/

/** The whole field as it stands, white space folded. */
export const text: Reader<string> = {
  expects: 'some words',
  read(cursor) {
    return cursor.rest() || cursor.expected(this.expects)
  },
  write: (value) => value,
}

/** Names separated by commas, as people use them in reports. */
export const names: Reader<readonly string[]> = {
  expects: 'names separated by commas',
  read(cursor) {
    const parts = cursor.rest().split(',').map(folded)
    return parts.some((part) => part === '') ? cursor.expected(this.expects) : parts
  },
  write: (value) => value.join(', '),
}

export function oneOf<const W extends string>(words: readonly W[], what: string): Reader<W> {
  return {
    expects: what,
    words,
    read(cursor) {
      const token = cursor.takeIf(...words)
      return token ? (token.text as W) : cursor.expected(what, words)
    },
    write: (value) => value,
  }
}

export const ref: Reader<Ref> = {
  expects: 'a name declared in this agreement',
  read(cursor) {
    const first = cursor.peek()
    const second = cursor.peek(1)
    const article = first && ARTICLE.test(first.text) && second?.kind === 'word' ? cursor.take()!.text : null
    const token = cursor.peek()
    if (!token || token.kind !== 'word' || !NAME.test(token.text)) return cursor.expected(this.expects)
    cursor.take()
    return { id: token.text, article, at: cursor.rangeOf(token.start, token.end) }
  },
  write: ({ id, article }) => (article ? `${article} ${id}` : id),
}

/** A name that is not declared in the agreement, one word as its table has it. */
export const label: Reader<string> = {
  expects: 'a name of the tables, one word such as `convoy-1`',
  read(cursor) {
    const token = cursor.peek()
    if (!token || (token.kind !== 'word' && token.kind !== 'number')) return cursor.expected(this.expects)
    cursor.take()
    return token.text
  },
  write: (value) => value,
}

/** Names separated by commas or `and`. */
export const refs: Reader<readonly Ref[]> = {
  expects: 'names declared in this agreement, separated by commas',
  read(cursor) {
    const found: Ref[] = []
    do {
      const next = ref.read(cursor)
      if (!next) return null
      found.push(next)
    } while (cursor.takeIf(',', 'and'))
    return found
  },
  write: (value) => value.map(ref.write).join(', '),
}

/** Whole number, 0 or more. */
export const whole: Reader<number> = {
  expects: 'a whole number',
  read(cursor) {
    const token = cursor.peek()
    if (token?.kind !== 'number' || !/^\d{1,9}$/.test(token.text)) return cursor.expected(this.expects)
    cursor.take()
    return Number(token.text)
  },
  write: String,
}

/** Metres, to the millimetre. */
export const metres: Reader<number> = {
  expects: 'a distance such as `3500 m`',
  read(cursor) {
    const token = cursor.peek()
    const unit = cursor.peek(1)
    if (token?.kind !== 'number' || !/^\d{1,8}(\.\d{1,3})?$/.test(token.text) || !unit)
      return cursor.expected(this.expects)
    if (unit.text !== 'm' && unit.text !== 'km') {
      cursor.take()
      return cursor.expected('a unit of distance', ['m', 'km'])
    }
    cursor.take()
    cursor.take()
    return Math.round(Number(token.text) * (unit.text === 'km' ? 1_000_000 : 1000)) / 1000
  },
  write: (value) => `${value} m`,
}

/** A distance as a text gives it, to the letter or about. */
export interface Reach {
  readonly metres: number
  readonly about: boolean
}

/** `80 km` · `about 80 km` */
export const reach: Reader<Reach> = {
  expects: 'a distance such as `80 km` or `about 80 km`',
  read(cursor) {
    const about = cursor.takeIf('about') !== null
    const value = metres.read(cursor)
    return value === null ? null : { metres: value, about }
  },
  write: ({ metres: value, about }) => `${about ? 'about ' : ''}${metres.write(value)}`,
}

/** So many of somebody or something, to the letter or about. */
export interface HowMany {
  readonly count: number
  readonly about: boolean
  /** In the words of the text: `residents`. */
  readonly of: string
}

/** `700 fighters` · `about 8000 residents` */
export const howMany: Reader<HowMany> = {
  expects: 'how many of whom, such as `about 8000 residents`',
  read(cursor) {
    const about = cursor.takeIf('about') !== null
    const count = whole.read(cursor)
    if (count === null) return null
    const of = cursor.rest()
    return of === '' ? cursor.expected('of whom or what, such as `residents`') : { count, about, of }
  },
  write: ({ count, about, of }) => `${about ? 'about ' : ''}${count} ${of}`,
}

const UNIT = /^(minute|hour|day|week)s?$/i

export const duration: Reader<Duration> = {
  expects: 'a duration such as `48 hours` or `7 days`',
  read(cursor) {
    const [count, unit] = [cursor.peek(), cursor.peek(1)]
    const parsed = count && unit ? parseDuration(`${count.text} ${unit.text}`) : null
    if (!parsed) {
      if (unit && /^(month|year)s?$/.test(unit.text)) {
        return cursor.wrong(
          unit,
          'month-rounding',
          `\`${unit.text}\` has no fixed length`,
          'say how many days or weeks, so that nobody has to round',
        )
      }
      if (count?.kind !== 'number' || !unit || UNIT.test(unit.text)) return cursor.expected(this.expects)
      cursor.take()
      return cursor.expected('a unit of time', ['minutes', 'hours', 'days', 'weeks'])
    }
    cursor.take()
    cursor.take()
    return parsed
  },
  write: formatDuration,
}

export const instant: Reader<string> = {
  expects: 'a time with an offset such as `2016-09-12T19:00+03:00`',
  read(cursor) {
    const parts = [cursor.peek(), cursor.peek(1), cursor.peek(2)]
    // A plus sign is a token of its own, so a time east of Greenwich comes in three that touch.
    const east = parts[1]?.text === '+' && parts[0]?.end === parts[1].start && parts[1].end === parts[2]?.start
    const text = east ? parts.map((part) => part?.text).join('') : (parts[0]?.text ?? '')
    const [first] = parts
    if (!isInstantText(text)) {
      const found = first ? { text, start: first.start, end: first.start + text.length } : null
      return cursor.expected(this.expects, [], found)
    }
    for (let left = east ? 3 : 1; left > 0; left -= 1) cursor.take()
    return text
  },
  write: (value) => value,
}

export const day: Reader<string> = {
  expects: 'a day such as `2016-09-09`',
  read(cursor) {
    const token = cursor.peek()
    if (!token || parseDating(token.text)?.precision !== 'day') return cursor.expected(this.expects)
    cursor.take()
    return token.text
  },
  write: (value) => value,
}

export const zoneName: Reader<string> = {
  expects: 'a time zone such as `Asia/Damascus`',
  read(cursor) {
    const token = cursor.peek()
    if (!token || !isZone(token.text)) return cursor.expected(this.expects)
    cursor.take()
    return token.text
  },
  write: (value) => value,
}

/** `places.geojson#castello-road`: a file beside the agreement and the id of a feature in it. */
export interface GeometryRef {
  readonly file: string
  readonly feature: string
  readonly at: Range
}

export const geometry: Reader<GeometryRef> = {
  expects: 'a file and a feature such as `places.geojson#castello-road`',
  read(cursor) {
    const token = cursor.peek()
    const found = token && /^([^#\s]+)#([^#\s]+)$/.exec(token.text)
    if (!token || !found) return cursor.expected(this.expects)
    cursor.take()
    return { file: found[1]!, feature: found[2]!, at: cursor.rangeOf(token.start, token.end) }
  },
  write: ({ file, feature }) => `${file}#${feature}`,
}

/** The first hex digits of the hash of the prose a clause reads. */
export const proseHash: Reader<string> = {
  expects: 'the hash of the prose, 12 hex digits',
  read(cursor) {
    const token = cursor.peek()
    if (!token || !/^[0-9a-f]{12}$/.test(token.text)) return cursor.expected(this.expects)
    cursor.take()
    return token.text
  },
  write: (value) => value,
}
