// Moments, spans and lengths of time in English.
import type { Duration } from '@trucekeeper/time'
import type { Moment, SpanOf } from '../../phrases.ts'
import type { Called, Names } from '../names.ts'
import { clause } from './names.ts'
import { capitals, number, quoted } from './words.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `48 hours` · `one week` */
export function duration({ count, unit }: Duration): string {
  return `${number(count)} ${unit}${count === 1 ? '' : 's'}`
}

/** `9 September 2016` */
export function day(text: string): string {
  const [year, month, date] = text.split('-') as [string, string, string]
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** `19:00 on 12 September 2016 (UTC+03:00)` */
export function instant(text: string): string {
  const [date, clock] = text.split('T') as [string, string]
  const [, time, offset] = /^([\d:.]+)(.*)$/.exec(clock)!
  return `${time} on ${day(date)} (UTC${offset === 'Z' ? '' : offset})`
}

/** As it stands after `from`, `until` or `after`. */
export function moment({ anchor, instant: fixed, plus }: Moment, names: Names): string {
  const called = anchor && names.called(anchor.id)
  const article = anchor?.article ? ` (article ${anchor.article})` : ''
  const base = called ? anchorCalled(called) + article : instant(fixed!)
  return plus ? `${duration(plus)} after ${base}` : base
}

/** As it stands after a verb: `begins on Day D`, `begins at 19:00 …`. */
export function when(value: Moment, names: Names): string {
  if (value.plus) return moment(value, names)
  const isDay = value.anchor !== null && isDayNamed(names.called(value.anchor.id))
  return `${isDay ? 'on' : 'at'} ${moment(value, names)}`
}

/** `Day D` · `the moment “dawn”` */
export function anchorCalled(called: Called): string {
  return isDayNamed(called) ? capitals(called.words) : `the moment ${quoted(called.words)}`
}

function isDayNamed({ words, from, kind }: Called): boolean {
  return kind !== null && from === 'id' && /^(d )?day\b/i.test(words)
}

/** `while the truce lasts` · `from Day D on` */
export function during(span: SpanOf, names: Names): string {
  if (span.kind === 'term') return `while ${clause(span.term, names)} lasts`
  const from = moment(span.from, names)
  return span.to ? `between ${from} and ${moment(span.to, names)}` : `from ${from} on`
}
