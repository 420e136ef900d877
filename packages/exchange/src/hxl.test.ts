import { columnsOf, TABLE_KINDS } from '@trucekeeper/access'
import { DEPTH_COLUMNS, POSITION_COLUMNS, SITE_COLUMNS, WAIT_COLUMNS } from '@trucekeeper/access/ground'
import { describe, expect, it } from 'vitest'
import { CORE_HASHTAGS, hxlTag, tableNamed, TABLES } from './index.ts'

describe('an HXL tag', () => {
  it.each([
    ['#adm1+code', '#adm1+code'],
    [' #ADM1 +Name+ code ', '#adm1+code+name'],
    ['#date+start+occurred+start', '#date+occurred+start'],
  ])('%j is read whatever its case, blanks and order', (text, tag) => {
    expect(hxlTag(text)).toBe(tag)
  })

  it.each(['', 'adm1', '#', '#1adm', '# adm1', '#adm1+', '#adm1+1a', '#adm1-code', '#adm1 code', '#حلب'])(
    '%j is none',
    (text) => {
      expect(hxlTag(text)).toBeNull()
    },
  )
})

describe.each(TABLES)('the columns of $name', ({ columns }) => {
  it('have core hashtags, each its own', () => {
    const tags = columns.map(({ tag }) => hxlTag(tag))
    expect(tags.filter((tag) => tag === null || !CORE_HASHTAGS.has(tag.slice(1).split('+')[0]!))).toEqual([])
    expect(new Set(tags).size).toBe(tags.length)
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
  })

  it('hold what the default schema of HXL wants of their hashtags: dates, and numbers', () => {
    const of = (...hashtags: string[]) =>
      columns.filter(({ tag }) => hashtags.some((one) => `${tag}+`.startsWith(`${one}+`)))
    const numbers = of('#population', '#affected', '#inneed', '#targeted', '#reached', '#indicator+num', '#value')
    expect(numbers.filter(({ kind }) => kind !== 'number')).toEqual([])
    expect(of('#date').filter(({ kind }) => !['date', 'instant', 'when', 'moment'].includes(kind))).toEqual([])
  })

  it('name the version beside a P-code, and codes beside a list', () => {
    for (const { kind, version, codes } of columns) {
      if (kind === 'pcode') expect(columns.map(({ name }) => name)).toContain(version)
      expect(kind === 'code').toBe(codes !== undefined)
    }
  })
})

it.each(TABLE_KINDS)('the table %s has the columns in which its records are kept', (kind) => {
  expect(tableNamed(kind)!.columns.map(({ name }) => name)).toEqual(columnsOf(kind))
})

it.each([
  ['positions', POSITION_COLUMNS],
  ['depths', DEPTH_COLUMNS],
  ['waits', WAIT_COLUMNS],
  ['sites', SITE_COLUMNS],
])('the table %s of the ground has the columns in which its records are kept', (name, columns) => {
  expect(tableNamed(name)!.columns.map((column) => column.name)).toEqual(columns)
})
