// A service in memory with the people of a truce, a clock that tests move, and sites in a town.
import { expect } from 'vitest'
import { entriesInMemory, Protection, type EntryStore, type LonLat, type Policy } from '../index.ts'

export const BEGIN = Date.UTC(2016, 8, 12)
export const DAY = 86_400_000
export const TOWN: LonLat = [37.1, 36.2]

export const PEOPLE = [
  { id: 'amal', organisation: 'party-a', desk: 'party' },
  { id: 'basil', organisation: 'party-a', desk: 'party' },
  { id: 'carim', organisation: 'party-b', desk: 'party' },
  { id: 'dina', organisation: 'guarantor-1', desk: 'guarantor' },
  { id: 'egor', organisation: 'guarantor-2', desk: 'guarantor' },
  { id: 'farah', organisation: 'health', desk: 'owner' },
  { id: 'ghada', organisation: 'health', desk: 'owner' },
  { id: 'hana', organisation: 'relief', desk: 'owner' },
  { id: 'press', organisation: 'public', desk: 'public' },
] as const

export async function service(store: EntryStore = entriesInMemory(), policy?: Policy) {
  const clock = { at: BEGIN }
  const opened = await Protection.over(store, () => clock.at, policy)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const protection = opened.value
  for (const person of PEOPLE) await protection.enrol(person)
  return { protection, clock, store }
}

/** Registers sites that two organisations verify. */
export async function sitesAt(protection: Protection, places: readonly LonLat[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const place of places) {
    const site = await protection.register('farah', { kind: 'health_facility', place })
    if (!site.ok) throw new Error(site.refusal.message)
    expect((await protection.verify('ghada', site.value)).ok).toBe(true)
    expect((await protection.verify('dina', site.value)).ok).toBe(true)
    ids.push(site.value)
  }
  return ids
}

/** Some places within a few metres of each other. */
export const near = ([lon, lat]: LonLat, count: number): readonly LonLat[] =>
  Array.from({ length: count }, (_, at) => [lon + at * 0.00001, lat] as const)

export const on = (clock: { at: number }) => new Date(clock.at).toISOString().slice(0, 10)

export function asking(clock: { at: number }, ...cells: string[]) {
  return { cells, first_day: on(clock), last_day: on(clock) }
}
