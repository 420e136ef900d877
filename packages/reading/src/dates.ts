// When: dates in a stretch of text, read from the day of publication. Lengths of time are never dates.
import type { CivilDay } from '@trucekeeper/time'
import { clockTime, dayInYear, lastWeekday, monthBefore, nextWeekday, pad, weekdayOf } from './calendar.ts'
import { addDays, parseDating } from '@trucekeeper/time'
import type { Document } from './document.ts'
import { within, type Span } from './span.ts'

export interface DateFound extends Span {
  /** A date as the record writes it; null for `since then`, which points at a date given before. */
  readonly date: string | null
  readonly basis: 'explicit' | 'text+pubdate'
  /** `since Monday`: from then until publication. */
  readonly since: boolean
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
const EXPRESSION = new RegExp(
  [
    `(?:(?<weekday1>${WEEKDAY}),?\\s+)?(?:the\\s+)?(?<day1>[0-3]?\\d)(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month1>${MONTH})(?:,?\\s+(?<year1>(?:19|20)\\d\\d))?${TIME.replaceAll('hour', 'hour1').replaceAll('minute', 'minute1').replace('hour1s', 'hours')}?`,
    `(?:(?<weekday2>${WEEKDAY}),?\\s+)?(?<month2>${MONTH})\\s+(?<day2>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|:)(?:,?\\s+(?<year2>(?:19|20)\\d\\d))?`,
    `(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)`,
    `(?<next>next\\s+)?(?<weekday3>${WEEKDAY})`,
    `(?<monthyear>${MONTH})\\s+(?<year3>(?:19|20)\\d\\d)`,
    `(?<relative>yesterday|today|tonight|this (?:morning|afternoon|evening|week|month|year)|last (?:week|month|year|night)|since then)`,
    `(?:in|since|during)\\s+(?<year4>(?:19|20)\\d\\d)`,
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
  for (const match of folded.slice(span.start, span.end).matchAll(EXPRESSION)) {
    const at = { start: span.start + match.index, end: span.start + match.index + match[0].length }
    const said = match[0]
    const since =
      /since\s+(?:the\s+)?(?:\d\d[:.]\d\d on )?(?:(?:early|late|last)\s+)?$/.test(
        folded.slice(Math.max(span.start, at.start - 24), at.start),
      ) || said.startsWith('since')
    const read = readOne(match.groups ?? {}, calendar)
    if (read) found.push({ ...at, ...read, since })
    else if (said.startsWith('since then')) found.push({ ...at, date: null, basis: 'text+pubdate', since: true })
  }
  return spans(folded, found)
}

type Groups = Readonly<Record<string, string | undefined>>

function readOne(groups: Groups, { published, zone }: Calendar): Pick<DateFound, 'date' | 'basis'> | null {
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
    return {
      date: groups.next ? nextWeekday(published, weekday) : lastWeekday(published, weekday),
      basis: 'text+pubdate',
    }
  }
  if (groups.monthyear) return { date: `${groups.year3}-${pad(monthNumber(groups.monthyear))}`, basis: 'explicit' }
  if (groups.year4) return { date: groups.year4, basis: 'explicit' }
  return groups.relative ? relative(groups.relative, published) : null
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
    'last month': monthBefore(published),
    'this year': published.slice(0, 4),
    'last year': String(Number(published.slice(0, 4)) - 1),
  }[said]
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
      ((/^\s+(?:to|until|till|through)\s+$/.test(between!) && /from\s+$/.test(before!)) ||
        (/^\s+and\s+$/.test(between!) && /between\s+$/.test(before!)))
    if (pair && last?.date && date.date && !last.date.includes('/'))
      joined[joined.length - 1] = { ...last, end: date.end, date: `${last.date}/${date.date}` }
    else joined.push(date)
  }
  return joined
}
