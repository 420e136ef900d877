// When: dates in a stretch of text, read from the day of publication. Lengths of time are never dates.
import type { CivilDay } from '@trucekeeper/time'
import {
  clockTime,
  dayInMonth,
  dayInYear,
  lastWeekday,
  monthInYear,
  monthsBefore,
  nextWeekday,
  pad,
  weekdayOf,
  weekendOf,
} from './calendar.ts'
import { addDays, parseDating } from '@trucekeeper/time'
import type { Document } from './document.ts'
import { everyMatch } from './pattern.ts'
import { within, type Span } from './span.ts'

export interface DateFound extends Span {
  /** A date as the record writes it; null for `since then`, which points at a date given before. */
  readonly date: string | null
  readonly basis: 'explicit' | 'text+pubdate'
  /** `since Monday`: from then until publication. */
  readonly since: boolean
  /** A weekday alone, taken for the last one: what is planned for it means the next. */
  readonly weekday: boolean
}

export interface Calendar {
  readonly published: CivilDay
  readonly zone: string
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = `(?:${MONTHS.join('|')}|(?:sept|${MONTHS.map((month) => month.slice(0, 3)).join('|')})\\.?)`
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
const TIME = `(?:,?\\s+(?:at\\s+)?(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?:\\s?(?:hours|local time))?)`
const YEAR = '(?:19|20)\\d\\d'
const ORDINAL = '(?:st|nd|rd|th)?'
const COUNT = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}'
/** Words before a month that make it one: `may` alone is a verb, `march` a walk. */
const BEFORE_MONTH = '(?:in|since|during|until|by|throughout|early|mid|late|early in|late in|last|of)'
const EXPRESSION = new RegExp(
  [
    // "between 12 and 14 September", "12-14 September 2016", "September 12 to 14": two days with one month.
    `(?:the\\s+)?(?<from1>[0-3]?\\d)${ORDINAL}\\s*(?:-|/|to|and|until|till|through)\\s*(?:the\\s+)?(?<to1>[0-3]?\\d)${ORDINAL}\\s+(?:of\\s+)?(?<spanmonth1>${MONTH})(?:,?\\s+(?<spanyear1>${YEAR}))?`,
    `(?<spanmonth2>${MONTH})\\s+(?<from2>[0-3]?\\d)${ORDINAL}\\s*(?:-|/|to|until|till|through)\\s*(?<to2>[0-3]?\\d)${ORDINAL}(?!\\d|:)(?:,?\\s+(?<spanyear2>${YEAR}))?`,
    `(?:(?<weekday1>${WEEKDAY}),?\\s+)?(?:the\\s+)?(?<day1>[0-3]?\\d)${ORDINAL}\\s+(?:of\\s+)?(?<month1>${MONTH})(?:,?\\s+(?<year1>${YEAR}))?${TIME.replaceAll('hour', 'hour1').replaceAll('minute', 'minute1').replace('hour1s', 'hours')}?`,
    `(?:(?<weekday2>${WEEKDAY}),?\\s+)?(?<month2>${MONTH})\\s+(?<day2>[0-3]?\\d)${ORDINAL}(?!\\d|:)(?:,?\\s+(?<year2>${YEAR}))?`,
    `(?<iso>${YEAR}-\\d\\d-\\d\\d)`,
    `(?<dotday>[0-3]?\\d)[./](?<dotmonth>[01]?\\d)[./](?<dotyear>${YEAR})`,
    `(?<which>next\\s+|last\\s+|this past\\s+)?(?<weekday3>${WEEKDAY})`,
    `(?<monthyear>${MONTH})\\s+(?<year3>${YEAR})`,
    `${BEFORE_MONTH}[\\s-]+(?<monthalone>${MONTH})(?!\\s+\\d)`,
    `(?<relative>the day before yesterday|yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|month|year)|(?:over )?(?:the|last|this|the past) weekend|last (?:week|month|year|night)|next (?:week|month|year)|since then)`,
    `(?<ago>${COUNT})\\s+(?<agounit>day|week|month|year)s?\\s+(?:ago|earlier today)`,
    `on\\s+the\\s+(?<nth>[0-3]?\\d)(?:st|nd|rd|th)(?:\\s+of\\s+(?:this|the)\\s+month)?`,
    `(?:in|since|during)\\s+(?<year4>${YEAR})`,
  ]
    .map((source) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`)
    .join('|'),
  'gu',
)

const kept = new WeakMap<Document, { readonly calendar: Calendar; readonly dates: readonly DateFound[] }>()

/** The dates of a stretch, in order. */
export function datesIn(document: Document, span: Span, calendar: Calendar): DateFound[] {
  let all = kept.get(document)
  if (all?.calendar !== calendar) {
    all = { calendar, dates: datesOf(document, { start: 0, end: document.folded.length }, calendar) }
    kept.set(document, all)
  }
  return all.dates.filter((date) => within(date, span))
}

function datesOf({ folded }: Document, span: Span, calendar: Calendar): DateFound[] {
  const found: DateFound[] = []
  for (const match of everyMatch(EXPRESSION, folded.slice(span.start, span.end))) {
    const at = { start: span.start + match.index, end: span.start + match.index + match[0].length }
    const said = match[0]
    const since =
      /since\s+(?:the\s+)?(?:\d\d[:.]\d\d on )?(?:(?:early|late|last)\s+)?$/.test(
        folded.slice(Math.max(span.start, at.start - 24), at.start),
      ) || said.startsWith('since')
    const read = readOne(match.groups ?? {}, calendar)
    if (read) found.push({ ...at, ...read, since, weekday: isWeekdayAlone(match.groups ?? {}) })
    else if (said.startsWith('since then'))
      found.push({ ...at, date: null, basis: 'text+pubdate', since: true, weekday: false })
  }
  return spans(folded, found)
}

type Groups = Readonly<Record<string, string | undefined>>

function isWeekdayAlone({ weekday3, which }: Groups): boolean {
  return weekday3 !== undefined && which === undefined
}

function readOne(groups: Groups, { published, zone }: Calendar): Pick<DateFound, 'date' | 'basis'> | null {
  const spanned = groups.spanmonth1 ?? groups.spanmonth2
  if (spanned !== undefined) return readSpan(groups, spanned, published)
  const month = groups.month1 ?? groups.month2
  const date = Number(groups.day1 ?? groups.day2)
  if (month !== undefined) {
    const number = monthNumber(month)
    const year = groups.year1 ?? groups.year2
    const day = year === undefined ? dayInYear(published, number, date) : `${year}-${pad(number)}-${pad(date)}`
    if (day === null || parseDating(day) === null) return null
    const basis = year === undefined ? 'text+pubdate' : 'explicit'
    if (groups.hour1 !== undefined)
      return { date: clockTime(day, Number(groups.hour1), Number(groups.minute1), zone), basis }
    return { date: day, basis }
  }
  if (groups.iso) return parseDating(groups.iso) === null ? null : { date: groups.iso, basis: 'explicit' }
  if (groups.weekday3) {
    const weekday = WEEKDAYS.indexOf(groups.weekday3)
    const which = groups.which?.trim() ?? ''
    const last = lastWeekday(published, weekday)
    const date =
      which === 'next' ? nextWeekday(published, weekday) : which !== '' && last === published ? addDays(last, -7) : last
    return { date, basis: 'text+pubdate' }
  }
  if (groups.dotyear) return dotted(groups)
  if (groups.monthalone) return { date: monthInYear(published, monthNumber(groups.monthalone)), basis: 'text+pubdate' }
  if (groups.ago) return { date: ago(groups.ago, groups.agounit!, published), basis: 'text+pubdate' }
  if (groups.nth) {
    const date = dayInMonth(published, Number(groups.nth))
    return date === null ? null : { date, basis: 'text+pubdate' }
  }
  if (groups.monthyear) return { date: `${groups.year3}-${pad(monthNumber(groups.monthyear))}`, basis: 'explicit' }
  if (groups.year4) return { date: groups.year4, basis: 'explicit' }
  return groups.relative ? relative(groups.relative, published) : null
}

/** Two days of one month; where they are not in order they are no stretch. */
function readSpan(groups: Groups, month: string, published: CivilDay): Pick<DateFound, 'date' | 'basis'> | null {
  const year = groups.spanyear1 ?? groups.spanyear2
  const number = monthNumber(month)
  const [from, to] = [groups.from1 ?? groups.from2, groups.to1 ?? groups.to2].map((date) =>
    year === undefined ? dayInYear(published, number, Number(date)) : `${year}-${pad(number)}-${pad(Number(date))}`,
  )
  if (!from || !to || from >= to || parseDating(`${from}/${to}`) === null) return null
  return { date: `${from}/${to}`, basis: year === undefined ? 'text+pubdate' : 'explicit' }
}

/** `13.09.2016`, or with strokes where only one of the two can be the month: 04/05/2016 is read by nobody alike. */
function dotted({ dotday, dotmonth, dotyear }: Groups): Pick<DateFound, 'date' | 'basis'> | null {
  const [day, month] = [Number(dotday), Number(dotmonth)]
  if (month > 12 || day <= 12) return null
  const date = `${dotyear}-${pad(month)}-${pad(day)}`
  return parseDating(date) === null ? null : { date, basis: 'explicit' }
}

const COUNTS = ['a', 'an', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function ago(said: string, unit: string, published: CivilDay): string {
  const count = /^\d/.test(said) ? Number(said) : Math.max(1, COUNTS.indexOf(said) - 1)
  if (unit === 'day') return addDays(published, -count)
  if (unit === 'week') return addDays(published, -7 * count)
  if (unit === 'year') return String(Number(published.slice(0, 4)) - count)
  return monthsBefore(published, count)
}

function relative(said: string, published: CivilDay): Pick<DateFound, 'date' | 'basis'> | null {
  const monday = addDays(published, -weekdayOf(published))
  const date = {
    yesterday: addDays(published, -1),
    'last night': addDays(published, -1),
    today: published,
    tonight: published,
    'this morning': published,
    'this afternoon': published,
    'this evening': published,
    'this week': monday === published ? published : `${monday}/${published}`,
    'last week': `${addDays(monday, -7)}/${addDays(monday, -1)}`,
    'this month': published.slice(0, 7),
    'last month': monthsBefore(published, 1),
    'this year': published.slice(0, 4),
    'the day before yesterday': addDays(published, -2),
    tomorrow: addDays(published, 1),
    'next week': `${addDays(monday, 7)}/${addDays(monday, 13)}`,
    'next month': monthsBefore(published, -1),
    'next year': String(Number(published.slice(0, 4)) + 1),
    'last year': String(Number(published.slice(0, 4)) - 1),
  }[said]
  if (said.endsWith('weekend')) return { date: weekendOf(published), basis: 'text+pubdate' }
  return date === undefined ? null : { date, basis: 'text+pubdate' }
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1
}

/** `from Monday to Thursday`, `between 13 September and 15 September`: two dates that are one stretch. */
function spans(folded: string, found: readonly DateFound[]): DateFound[] {
  const joined: DateFound[] = []
  for (const date of found) {
    const last = joined.at(-1)
    const between = last && folded.slice(last.end, date.start)
    const before = last && folded.slice(Math.max(0, last.start - 10), last.start)
    const pair =
      last?.date &&
      date.date &&
      last.date < date.date &&
      ((/^\s+(?:to|until|till|through|into)\s+$/.test(between!) && /(?:from|night of|night from)\s+$/.test(before!)) ||
        (/^\s+and\s+$/.test(between!) && /between\s+$/.test(before!)))
    if (pair && last?.date && date.date && !last.date.includes('/'))
      joined[joined.length - 1] = { ...last, weekday: false, end: date.end, date: `${last.date}/${date.date}` }
    else joined.push(date)
  }
  return joined
}
