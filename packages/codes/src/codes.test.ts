import { describe, expect, it } from 'vitest'
import * as codes from './index.ts'
import { ACTS, ACT_WORDS, actEntry, isKind, KIND_NAMES, kindEntry, KINDS } from './index.ts'

describe('a code list', () => {
  const lists = Object.entries(codes).filter(([, list]) => Array.isArray(list)) as [string, readonly unknown[]][]

  it.each(lists)('%s names each of its codes once', (_, list) => {
    expect(list.length).toBeGreaterThan(1)
    expect(new Set(list).size).toBe(list.length)
  })

  it('has no number for a source or a statement that cannot be judged, so that nobody averages it', () => {
    expect(codes.RELIABILITIES.at(-1)).toBe('F')
    expect(codes.CREDIBILITIES.at(-1)).toBe(6)
  })
})

describe('a kind of claim', () => {
  it('has its codes in the standards of the field, and says where ACLED has none', () => {
    const without = KIND_NAMES.filter((kind) => {
      const { cameo, plover, acled } = kindEntry(kind)
      return cameo === '' || plover === '' || acled === ''
    })
    expect(without).toEqual([])
  })

  it('is one of the list, and not whatever an object happens to have', () => {
    expect(isKind('air_strike')).toBe(true)
    for (const word of ['', 'Air_Strike', 'constructor', '__proto__', 'toString']) expect(isKind(word)).toBe(false)
  })
})

describe('an act of the language', () => {
  it('speaks for itself or against itself through any one kind, never both', () => {
    const ambiguous = ACT_WORDS.filter((word) => {
      const { does, opposite, hindered } = actEntry(word)
      const kinds = [...does, ...opposite, ...hindered]
      return does.length === 0 || !kinds.every(isKind) || new Set(kinds).size < kinds.length
    })
    expect(ambiguous).toEqual([])
  })

  it('bears no name that is a kind as well, for a clause could not tell which is meant', () => {
    expect(ACT_WORDS.filter((word) => Object.hasOwn(KINDS, word))).toEqual([])
  })

  it('is a kind itself where a clause names one', () => {
    expect(actEntry('air_strike')).toMatchObject({
      does: ['air_strike'],
      opposite: [],
      past: 'did what is called air strike',
    })
    expect(actEntry('attack')).toBe(ACTS.attack)
    expect(actEntry('constructor').does).toEqual(['constructor'])
  })
})
