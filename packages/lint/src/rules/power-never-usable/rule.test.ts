import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const RULE = 'power-never-usable'
const power = (effect: string, heldBy = 'eastland and westland jointly', id = 'mend') => `
power ${id}
  held-by      ${heldBy}
  effect       ${effect}
`
const BAN = `
ban no-shooting
  on           north and south, each
  act          attack
  during       term quiet
`
const MEASURE = `
measure calm
  counts       breaches of no-shooting
  per          calendar day, Europe/Athens
  holds        while count = 0
  from         day-one
`
const gate = (when: string) => `
gate office
  opens        joint-office
  when         ${when}
  certify      eastland
`
const OUTLAWS = `
body outlaws
  name         Outlaws
  role         excluded_group
`

describe('power-never-usable', () => {
  it.each([
    ['extend no-shooting', BAN, 'no-shooting'],
    ['certify no-shooting', BAN, 'no-shooting'],
    ['suspend calm', BAN + MEASURE, 'calm'],
    ['resume no-shooting', BAN, 'no-shooting'],
    ['trigger office', BAN + MEASURE + gate('held(calm, 7 days, continuous)'), 'office'],
    ['designate day-one', '', 'day-one'],
  ])('underlines what `effect %s` cannot change', (effect, clauses, name) => {
    expect(underlined(clausesUnder(clauses + power(effect)), RULE)).toEqual([name])
  })

  it('says why', () => {
    expect(said(clausesUnder(BAN + power('extend no-shooting')), RULE)).toEqual([
      '`mend` cannot extend `no-shooting`: it is a ban, and only a term can be',
    ])
  })

  it('lets what somebody suspends be resumed, part by part too', () => {
    const both = BAN + power('suspend no-shooting') + power('resume no-shooting.north', 'westland', 'again')
    expect(underlined(clausesUnder(both), RULE)).toEqual([])
  })

  it('lets a power be triggered on which a count goes back, or that a condition waits for', () => {
    const counted = BAN + MEASURE + gate('held(calm, 7 days, continuous, reset on mend)')
    expect(underlined(clausesUnder(counted + power('trigger office')), RULE)).toEqual([])
    expect(underlined(clausesUnder(gate('exercised(mend)') + power('trigger office')), RULE)).toEqual([])
    expect(underlined(clausesUnder(power('trigger complaints')), RULE)).toEqual([])
  })

  it('underlines a gate that its certifiers do not certify', () => {
    expect(underlined(clausesUnder(gate('in-force(quiet)') + power('certify office', 'westland')), RULE)).toEqual([
      'office',
    ])
    expect(underlined(clausesUnder(gate('in-force(quiet)') + power('certify office')), RULE)).toEqual([])
  })

  it('underlines a holder who is outside the arrangement, and only notes it where others hold it too', () => {
    const severity = (heldBy: string) =>
      lintSnippet(clausesUnder(OUTLAWS + power('terminate quiet', heldBy))).diagnostics.flatMap((each) =>
        each.code === RULE ? [each.severity] : [],
      )
    expect(underlined(clausesUnder(OUTLAWS + power('terminate quiet', 'outlaws')), RULE)).toEqual(['outlaws'])
    expect(severity('outlaws')).toEqual(['warning'])
    expect(severity('north and outlaws jointly')).toEqual(['warning'])
    expect(severity('north or outlaws')).toEqual(['note'])
  })

  it('underlines what it waits for, where that can never be', () => {
    const waiting = `
power widen
  held-by      north and south jointly
  effect       extend quiet
  when         open(ferry)

gate ferry
  opens        joint-office
  when         passed(day-one + 2 days) and not passed(day-one + 1 day)
  certify      eastland and westland jointly
`
    expect(underlined(clausesUnder(waiting), 'power-never-usable')).toEqual(['ferry'])
    expect(
      underlined(clausesUnder(waiting.replace(' and not passed(day-one + 1 day)', '')), 'power-never-usable'),
    ).toEqual(['ferry'])
  })
})
