// The pieces that descriptions of tables are written with.
import type { Column } from '../table.ts'

type More = Partial<Omit<Column, 'name' | 'tag' | 'help'>>

/** A column of text, unless `more` says something else. */
export function column(name: string, tag: string, help: string, more: More = {}): Column {
  return { name, tag, help, kind: 'text', ...more }
}

export function coded(name: string, tag: string, codes: readonly string[], help: string, more: More = {}): Column {
  return { name, tag, help, kind: 'code', codes, ...more }
}

export const REQUIRED = { required: true } as const
export const NUMBER = { kind: 'number' } as const
export const INSTANT = { kind: 'instant' } as const
export const MOMENT = { kind: 'moment' } as const
export const YES_NO = { kind: 'yes_no' } as const

export const LAT = column('lat', '#geo+lat', 'degrees north (WGS 84), such as 36.2', { kind: 'latitude' })
export const LON = column('lon', '#geo+lon', 'degrees east (WGS 84), such as 37.1', { kind: 'longitude' })

/** Who says so, in which words, and when it was recorded. */
export const SAID: readonly Column[] = [
  column('source', '#meta+source', 'who says so', REQUIRED),
  column('doc', '#meta+doc', 'the document in which it is said'),
  column('quote', '#meta+quote', 'the exact words of the document'),
  column('recorded_at', '#date+recorded', 'when it was entered, such as 2016-09-13T16:20+03:00', {
    ...INSTANT,
    ...REQUIRED,
  }),
]

/** What a row is called, so that another can correct it or take it back. */
export const NAMED: readonly Column[] = [
  column('entry_id', '#meta+entry', 'a name for this row, where another is to correct it or take it back'),
  column('corrects', '#meta+corrects', 'the name of the row that this one takes the place of'),
  column('withdraws', '#meta+withdraws', 'the name of the row that is taken back; this one then says nothing itself'),
]
