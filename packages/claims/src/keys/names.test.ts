import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAlike, looksOf, nameFault } from './names.ts'

const alike = (one: string, other: string) => lookAlike(looksOf(one), looksOf(other))

describe('a name', () => {
  it.each([
    'Party A',
    'a monitor',
    'desk 2',
    'Организация',
    'Ειρήνη',
    'Ó Briain',
    'لجنة المراقبة',
    '监督员',
    "Côte d'Ivoire",
  ])('can be registered: %s', (name) => {
    expect(nameFault(name)).toBeNull()
  })

  it.each([
    ['', 'has 0 characters'],
    ['x'.repeat(201), 'has 201 characters'],
    ['Party\u202eA ytraP\u202c', 'no visible text'],
    ['\u2066Article 5\u2069', 'no visible text'],
    ['Party\u200b A', 'no visible text'],
    ['Party\u00ad A', 'no visible text'],
    ['Party\u2060A', 'no visible text'],
    ['Party\u3164', 'no visible text'],
    ['Party\ufe0f', 'no visible text'],
    ['Party\nA', 'no visible text'],
    ['\u{1f3f4}\u{e0067}\u{e007f}', 'no visible text'],
    ['Party \ud800', 'no visible text'],
    [' Party', 'spaces'],
    ['Party ', 'spaces'],
    ['Party  A', 'spaces'],
    ['Party\u00a0A', 'spaces'],
    ['e\u0301', 'not composed'],
    [`x${'\u0300'.repeat(4)}`, 'piles up'],
    ['P\u0430rty A', 'mixes alphabets'],
    ['\u03a1arty A', 'mixes alphabets'],
    ['—', 'neither a letter'],
  ])('cannot be registered as %j', (name, why) => {
    expect(nameFault(name)).toContain(why)
  })
})

describe('two names', () => {
  it.each([
    ['Party A', 'party a'],
    ['Party A', 'Party-A'],
    ['Party A', 'PartyA'],
    ['Party A', 'Р\u0430\u0433tу \u0410'],
    ['PARTY', '\u03a1\u0391\u0413\u03a4\u03a5'.replace('\u0413', 'R')],
    ['HOME', '\u041d\u041e\u041c\u0415'],
    ['НАТО', 'HATO'],
    ['agreement', '\uff21greement'],
    ['fire', '\ufb01re'],
    ['desk 1', 'desk l'],
    ['desk 0', 'desk O'],
    ['Pérez', 'Perez'],
    ['modern', 'modem'],
    ['İzmir', 'Izmir'],
    ['لجنة', 'لجنه'],
    ['علي', 'على'],
    ['أحمد', 'احمد'],
    ['لجنة ٢', 'لجنة 2'],
  ])('are one to the eye: %s, %s', (one, other) => {
    expect(alike(one, other)).toBe(true)
    expect(alike(other, one)).toBe(true)
  })

  it.each([
    ['Party A', 'Party B'],
    ['desk 1', 'desk 2'],
    ['a monitor', 'a mediator'],
    ['لجنة', 'هدنة'],
    ['Russia', 'Prussia'],
  ])('are two: %s, %s', (one, other) => {
    expect(alike(one, other)).toBe(false)
  })

  it('are one whenever they differ in case and spaces alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.nat(20), (name, at) => {
        expect(alike(name, `${name.slice(0, at)} ${name.slice(at).toUpperCase()}`)).toBe(true)
      }),
    )
  })
})
