// Random records of any table, for properties: every kind of value, and texts that files find hard to hold.
import fc from 'fast-check'
import type { Column, Row, Table, Value } from '../index.ts'

const HARD = [
  '=1+1',
  '-1',
  "'=1+1",
  "''",
  '007',
  '2016-09-12',
  ' blank at both ends ',
  'two\nlines',
  'return\r\nand feed',
  'a "quoted" word, and a comma',
  '_x000D_',
  '\uFEFFmark',
  'حلب، طريق الكاستيلو',
  '\u202Eright to left',
  'TRUE',
  '#adm1',
  '1;=1+1',
  '\u0000',
  '\u{1F69B}',
]

const text = fc
  .oneof(
    fc.constantFrom(...HARD),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.string({ minLength: 1 }),
  )
  .filter((one) => one.isWellFormed())
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.constantFrom('Z', '+03:00', '-0430'))
  .map(([on, hour, offset]) => `${on}T${String(hour).padStart(2, '0')}:05${offset}`)
const number = fc.double({ noDefaultInfinity: true, noNaN: true }).filter((one) => !Object.is(one, -0))
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).filter((one) => one !== 0)

function valueOf({ kind, codes = [], several }: Column): fc.Arbitrary<Value> {
  switch (kind) {
    case 'text':
      return text
    case 'number':
      return number
    case 'date':
      return day
    case 'instant':
      return instant
    case 'moment':
      return fc.oneof(
        instant,
        instant.map((one) => `${one}/${one}`),
      )
    case 'when':
      return fc.oneof(day, instant)
    case 'yes_no':
      return fc.constantFrom('yes', 'no')
    case 'pcode':
      return fc.constantFrom('SY02', 'SY0203', 'SY020301', 'C1000')
    case 'longitude':
      return degrees(180)
    case 'latitude':
      return degrees(90)
    case 'code':
      return several
        ? fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }).map((words) => words.join(';'))
        : fc.constantFrom(...codes)
  }
}

/** Records that are sound: required fields are there, a P-code has its version, a position has both halves. */
export function recordsOf(table: Table): fc.Arbitrary<Row[]> {
  const whole = fc.record(
    Object.fromEntries(
      table.columns.map((column) => [
        column.name,
        column.required ? valueOf(column) : fc.option(valueOf(column), { nil: null }),
      ]),
    ),
  )
  return fc.array(
    whole.map((row) => sound(table, row)),
    { maxLength: 6 },
  )
}

function sound({ columns }: Table, row: Record<string, Value>): Row {
  const kept = { ...row }
  for (const { kind, name, version } of columns) {
    if (kind === 'pcode' && version !== undefined && kept[version] === null) kept[name] = null
    if (kind === 'longitude' || kind === 'latitude') {
      const other = columns.find((column) => column.kind !== kind && column.kind.endsWith('itude'))!
      if (kept[other.name] === null) kept[name] = null
    }
  }
  return kept
}
