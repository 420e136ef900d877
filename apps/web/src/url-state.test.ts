import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiQuery, lensOf, passageOf, readSearch, writeSearch } from './url-state.ts'

describe('an address', () => {
  it('reads aloud', () => {
    expect(writeSearch({ at: '2016-09-16T23:00:00+03:00', account: 'monitors' })).toBe(
      '?at=2016-09-16T23:00:00+03:00&account=monitors',
    )
  })

  it('leaves out what is not chosen', () => {
    expect(writeSearch({ at: undefined, known_at: '' })).toBe('')
  })

  it('says the same however its plus sign was typed', () => {
    expect(readSearch('?at=2016-09-16T23:00+03:00')).toEqual(readSearch('?at=2016-09-16T23%3A00%2B03%3A00'))
  })

  it('survives a broken escape', () => {
    expect(readSearch('?at=%E0%A4%A&account=monitors')).toEqual({ at: '%E0%A4%A', account: 'monitors' })
  })

  it('gives back whatever was written into it', () => {
    const name = fc.stringMatching(/^[a-z_]{1,8}$/).filter((text) => text !== '__proto__')
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ minLength: 1, unit: 'grapheme' })), (search) => {
        expect(readSearch(writeSearch(search))).toEqual({ ...search })
      }),
    )
  })
})

describe('what is looked at', () => {
  it('is two times and an account, and nothing else an address may carry', () => {
    expect(lensOf({ at: 'a', known_at: 'b', account: 'c', start: '1', utm: 'x' })).toEqual({
      at: 'a',
      known_at: 'b',
      account: 'c',
    })
    expect(lensOf({ at: 3, account: '' })).toEqual({})
  })

  it('may be a passage, whose bounds are whole numbers', () => {
    expect(passageOf({ start: '12', end: 30, clause: 'truce' })).toEqual({ start: 12, end: 30, clause: 'truce' })
    expect(passageOf({ start: '-1', end: '1.5' })).toEqual({})
  })
})

it('asks the server with every plus sign escaped', () => {
  expect(apiQuery({ at: '2016-09-16T23:00:00+03:00' })).toBe('?at=2016-09-16T23%3A00%3A00%2B03%3A00')
  expect(apiQuery({})).toBe('')
})
