// The cells of one row, read as what their columns hold; what cannot be read becomes a problem with its place.
import type { Position } from '@trucekeeper/geo'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isFormula, unshielded } from './formula.ts'
import { EXAMPLE, type Moment, type Said } from './said.ts'
import { cellName, quoted, type AccessProblem, type Sheet, type SheetRow } from './sheet.ts'

/** Reads cells by column. After a problem a method gives some value of its type; the row is then not used. */
export interface Cells {
  text(column: string): string
  maybe(column: string): string | null
  /** Parts between semicolons. */
  list(column: string): readonly string[]
  code<T extends string>(column: string, codes: readonly T[]): T
  maybeCode<T extends string>(column: string, codes: readonly T[]): T | null
  instant(column: string): Instant
  maybeInstant(column: string): Instant | null
  moment(column: string): Moment
  maybeMoment(column: string): Moment | null
  /** At least 0. */
  number(column: string): number
  maybeNumber(column: string): number | null
  /** Of the columns `lat` and `lon`: both, or neither. */
  point(): Position | null
  yesOrNo(column: string): boolean | null
  said(): Said
}

/** What every table has. */
export const SAID_COLUMNS = ['source', 'doc', 'quote', 'recorded_at'] as const
export const SAID_OPTIONAL = ['entry_id', 'corrects', 'withdraws'] as const

const TIME_HELP =
  'write the time with its offset, such as 2016-09-13T16:20+03:00; for some time between two, both with / between them'

/** Line breaks and tabs stand in quotes of real documents; nothing else of these does. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u

/** `columnOf` gives the place of each column in the head; -1 where the sheet does not have it. */
export function cellsOf(
  { file }: Sheet,
  { row, cells }: SheetRow,
  columnOf: ReadonlyMap<string, number>,
  problems: AccessProblem[],
): Cells {
  const raw = (column: string) => cells[columnOf.get(column) ?? -1] ?? ''
  const wrong = (code: AccessProblem['code'], column: string, message: string, help: string) => {
    const place = columnOf.get(column) ?? -1
    problems.push({ code, file, row, column, cell: place < 0 ? null : cellName(place, row), message, help })
  }
  const written = (column: string): string | null => {
    const text = raw(column)
    if (!isFormula(text)) {
      if (!CONTROL.test(text)) return text.trim() === '' ? null : text
      const message = `${quoted(text)} holds a control character, which no screen shows and a terminal obeys`
      wrong('bad-cell', column, message, 'write the text again without it')
      return null
    }
    const help = "a spreadsheet would run this cell instead of showing it: put a ' before it where the words are meant"
    wrong('formula-cell', column, `${quoted(text)} is a formula, not a text`, help)
    return null
  }
  const maybe = (column: string): string | null => {
    const text = written(column)
    return text === null ? null : unshielded(text).trim()
  }
  const needed = <T>(column: string, value: T | null, otherwise: T): T => {
    if (value === null && raw(column).trim() === '')
      wrong('missing-cell', column, `\`${column}\` is empty`, 'fill it in: the row means nothing without it')
    return value ?? otherwise
  }
  const maybeCode = <T extends string>(column: string, codes: readonly T[]): T | null => {
    const text = maybe(column)
    if (text === null || codes.includes(text as T)) return text as T | null
    wrong('bad-cell', column, `${quoted(text)} is no code of \`${column}\``, `its codes are ${codes.join(', ')}`)
    return null
  }
  const maybeInstant = (column: string): Instant | null => {
    const text = maybe(column)
    const instant = text === null ? null : parseInstant(text)
    if (text !== null && instant === null)
      wrong('time-without-offset', column, `${quoted(text)} is no time with an offset`, TIME_HELP)
    return instant
  }
  const maybeMoment = (column: string): Moment | null => {
    const text = maybe(column)
    if (text === null) return null
    const ends = text.split('/').map(parseInstant)
    const [from, to = from] = ends
    if (ends.length > 2 || from === null || from === undefined || to === null || to === undefined)
      wrong('time-without-offset', column, `${quoted(text)} is no time with an offset`, TIME_HELP)
    else if (to < from)
      wrong('bad-cell', column, `${quoted(text)} ends before it begins`, 'put the earlier time before the /')
    else return { from, to }
    return null
  }
  const signed = (column: string): number | null => {
    // A mark before it says that a text is meant.
    const text = written(column)?.trim() ?? null
    if (text === null || /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text)) return text === null ? null : Number(text)
    wrong('bad-cell', column, `${quoted(text)} is no number`, 'write digits with a point, such as 78000 or 12.5')
    return null
  }
  const maybeNumber = (column: string): number | null => {
    const value = signed(column)
    if (value === null || value >= 0) return value
    wrong('bad-cell', column, `${quoted(raw(column))} is less than nothing`, 'write 0 or more, or leave it empty')
    return null
  }
  const point = (): Position | null => {
    const [lat, lon] = [signed('lat'), signed('lon')]
    if (lat === null && lon === null) return null
    if (lat === null || lon === null) {
      const [column, other] = lat === null ? ['lat', 'lon'] : ['lon', 'lat']
      if (raw(column!).trim() === '')
        wrong('missing-cell', column!, `there is a \`${other}\` and no \`${column}\``, 'give both, or neither')
      return null
    }
    if (lat === 0 && lon === 0) {
      wrong(
        'bad-cell',
        'lat',
        'the position is 0, 0, where coordinates end up that nobody filled in',
        'leave both empty',
      )
      return [lon, lat]
    }
    if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return [lon, lat]
    const swapped = Math.abs(lon) <= 90 && Math.abs(lat) <= 180
    const column = Math.abs(lat) > 90 ? 'lat' : 'lon'
    if (swapped)
      wrong('swapped-position', column, `\`${lat}\` is no latitude`, 'latitude and longitude look swapped: swap them')
    else wrong('bad-cell', column, `${quoted(raw(column))} is no ${column}`, 'write degrees, such as 36.2')
    return null
  }
  const said = (): Said => {
    const source = needed('source', maybe('source'), '')
    const [doc, quote] = [maybe('doc'), raw('quote') === '' ? null : maybe('quote')]
    if (source === EXAMPLE && (doc !== null || quote !== null))
      wrong(
        'quoted-example',
        doc === null ? 'quote' : 'doc',
        'a row whose source is `example` quotes a document',
        'name the source whose words these are, or leave `doc` and `quote` empty',
      )
    else if (source !== EXAMPLE && source !== '' && (doc === null || quote === null))
      wrong(
        'unsaid-row',
        doc === null ? 'doc' : 'quote',
        `nothing shows that ${quoted(source)} says so`,
        'give the document in `doc` and its exact words in `quote`, or mark what is made up with the source `example`',
      )
    const recordedAt = needed('recorded_at', maybeInstant('recorded_at'), 0)
    const name = maybe('entry_id') ?? `${file}:${row}`
    const [corrects, withdraws] = [maybe('corrects'), maybe('withdraws')]
    if (corrects !== null && withdraws !== null)
      wrong(
        'correction',
        'withdraws',
        'a row corrects and withdraws at once',
        'to put this row in the place of another, name that in `corrects`; to take it back and say nothing, in `withdraws`',
      )
    return { name, file, row, source, doc, quote, recordedAt, corrects, withdraws }
  }
  return {
    text: (column) => needed(column, maybe(column), ''),
    maybe,
    list: (column) => (maybe(column) ?? '').split(';').flatMap((part) => part.trim() || []),
    code: (column, codes) => needed(column, maybeCode(column, codes), codes[0]!),
    maybeCode,
    instant: (column) => needed(column, maybeInstant(column), 0),
    maybeInstant,
    moment: (column) => needed(column, maybeMoment(column), { from: 0, to: 0 }),
    maybeMoment,
    number: (column) => needed(column, maybeNumber(column), 0),
    maybeNumber,
    point,
    yesOrNo: (column) => {
      const answer = maybeCode(column, ['yes', 'no'])
      return answer === null ? null : answer === 'yes'
    },
    said,
  }
}
