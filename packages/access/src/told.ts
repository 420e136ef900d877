// What sources say of one thing: nothing, one value, or several that stay side by side.
import type { Said } from './said.ts'

export interface Telling<T> {
  readonly value: T
  readonly sources: readonly string[]
  readonly rows: readonly string[]
}

export interface Told<T> {
  readonly state: 'unknown' | 'known' | 'contested'
  /** One for each value that anybody gives; those with more sources first. */
  readonly values: readonly Telling<T>[]
}

/** What rows say of a field; a row that leaves it empty says nothing. */
export function told<R extends Said, T>(rows: readonly R[], valueOf: (row: R) => T | null): Told<T> {
  const byValue = new Map<string, { value: T; rows: R[] }>()
  for (const row of rows) {
    const value = valueOf(row)
    if (value === null) continue
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    const group = byValue.get(key)
    if (group) group.rows.push(row)
    else byValue.set(key, { value, rows: [row] })
  }
  const values = [...byValue].map(([key, group]) => ({
    key,
    telling: {
      value: group.value,
      sources: [...new Set(group.rows.map(({ source }) => source))].toSorted(),
      rows: [...new Set(group.rows.map(({ name }) => name))].toSorted(),
    },
  }))
  values.sort((a, b) => b.telling.sources.length - a.telling.sources.length || (a.key < b.key ? -1 : 1))
  return {
    state: values.length === 0 ? 'unknown' : values.length === 1 ? 'known' : 'contested',
    values: values.map(({ telling }) => telling),
  }
}

/** What each source's own rows add up to; null where a source has none of them. */
export function toldSums<R extends Said>(rows: readonly R[], amountOf: (row: R) => number | null): Told<number> {
  const sums = [...Map.groupBy(rows, ({ source }) => source)].flatMap(([source, own]) => {
    const counted = own.filter((row) => amountOf(row) !== null)
    const value = counted.reduce((sum, row) => sum + amountOf(row)!, 0)
    return counted.length > 0 ? [{ value, source, rows: counted.map(({ name }) => name) }] : []
  })
  const values = [...Map.groupBy(sums, ({ value }) => value)]
    .map(([value, same]) => ({
      value,
      sources: same.map(({ source }) => source).toSorted(),
      rows: same.flatMap((one) => one.rows).toSorted(),
    }))
    .toSorted((a, b) => b.sources.length - a.sources.length || a.value - b.value)
  return { state: values.length === 0 ? 'unknown' : values.length === 1 ? 'known' : 'contested', values }
}

/** The value that nobody contests, or null. */
export function only<T>({ values }: Told<T>): T | null {
  return values.length === 1 ? values[0]!.value : null
}

/** Least and most that anybody gives; null where nobody gives any. */
export function range({ values }: Told<number>): { readonly low: number; readonly high: number } | null {
  if (values.length === 0) return null
  const numbers = values.map(({ value }) => value)
  return { low: Math.min(...numbers), high: Math.max(...numbers) }
}

export function rowsOfTold(told: Told<unknown>): string[] {
  return told.values.flatMap(({ rows }) => rows)
}
