import { describe, expect, it } from 'vitest'
import { layersOf, ownWaits } from './layers.ts'

const wait = (text: string) => {
  const [from, to] = text.split(' > ')
  return { from: from!, to: to! }
}
const columns = (ids: string, edges: readonly string[], circles: readonly (readonly string[])[] = []) =>
  Object.fromEntries(
    layersOf(ids.split(' '), edges.map(wait), circles).map(({ id, column, row }) => [id, `${column}/${row}`]),
  )

describe('what waits for what', () => {
  it('stands to the right of all it waits for, by the longest way', () => {
    expect(columns('a b c', ['b > a', 'c > b', 'c > a'])).toEqual({ a: '0/0', b: '1/0', c: '2/0' })
  })

  it('stands in one column where it waits in a circle, and what waits for the circle after it', () => {
    const placed = columns(
      'north south day gate',
      ['north > south', 'south > north', 'north > day', 'gate > south'],
      [['north', 'south']],
    )
    expect(placed).toEqual({ day: '0/0', north: '1/0', south: '1/1', gate: '2/0' })
  })

  it('leaves out what neither waits nor is waited for', () => {
    expect(columns('a b alone', ['b > a'])).toEqual({ a: '0/0', b: '1/0' })
  })

  it('stands beside what it waits for, so that lines cross little', () => {
    expect(columns('a b x y', ['x > b', 'y > a'])).toEqual({ a: '0/0', b: '0/1', y: '1/0', x: '1/1' })
  })

  it('ends also where a circle was not named', () => {
    expect(Object.keys(columns('a b', ['a > b', 'b > a'])).toSorted()).toEqual(['a', 'b'])
  })
})

describe('waits of their own', () => {
  const own = (edges: readonly string[], circles: readonly (readonly string[])[] = []) =>
    ownWaits(edges.map(wait), circles).map(({ from, to }) => `${from} > ${to}`)

  it('are those that no other waits lead to', () => {
    expect(own(['b > a', 'c > b', 'c > a'])).toEqual(['b > a', 'c > b'])
  })

  it('are all of a circle, and what each of its members waits for', () => {
    const waits = ['north > south', 'south > north', 'north > day', 'south > day', 'gate > north', 'gate > south']
    expect(own(waits, [['north', 'south']])).toEqual(waits)
  })
})
