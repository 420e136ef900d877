import { expect, it } from 'vitest'
import { nearestOf } from './near-moments.ts'

const days = (count: number) =>
  Array.from({ length: count }, (_, day) => ({ at: new Date(Date.UTC(2030, 0, 1 + day)).toISOString() }))

it('gives all moments where there are few', () => expect(nearestOf(days(24), '2031-01-01T00:00Z')).toEqual(days(24)))

it('gives those on both sides of the instant that is shown, in their order', () => {
  const found = nearestOf(days(360), '2030-03-01T12:00:00Z').map(({ at }) => at.slice(0, 10))
  expect([found.length, found[0], found.at(-1)]).toEqual([24, '2030-02-18', '2030-03-13'])
  expect(found).toEqual(found.toSorted())
})

it('gives the last ones to whoever looks from beyond', () =>
  expect(nearestOf(days(360), '2035-01-01T00:00Z').at(-1)).toEqual(days(360).at(-1)))
