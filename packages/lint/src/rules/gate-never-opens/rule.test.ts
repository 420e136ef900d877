import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const gate = (when: string) => `
gate ferry
  opens        joint-office
  when         ${when}
  certify      eastland and westland jointly
  during       term quiet

power certify-ferry
  held-by      eastland and westland jointly
  effect       certify ferry
`
const DUTY = `
duty boat
  on           north
  act          deliver-aid
  after        open(ferry)
`

describe('gate-never-opens', () => {
  it('underlines the name it waits for that can never be', () => {
    const text = clausesUnder(`${gate('met(boat)')}${DUTY}`)
    expect(underlined(text, 'gate-never-opens')).toEqual(['boat'])
    expect(said(text, 'gate-never-opens')).toEqual([
      '`ferry` can never open: it waits for `boat`, which waits for `ferry`',
    ])
  })

  it('underlines the condition, where no moment meets all of it', () => {
    const text = clausesUnder(gate('passed(day-one + 2 days) and not passed(day-one + 1 day)'))
    expect(underlined(text, 'gate-never-opens')).toEqual([
      'when         passed(day-one + 2 days) and not passed(day-one + 1 day)',
    ])
  })

  it('notes where a gate rests on its own opposite', () => {
    expect(said(clausesUnder(gate('not open(ferry)')), 'gate-never-opens')).toEqual([
      'whether `ferry` ever opens cannot be told: what it waits for rests on its own opposite',
    ])
  })

  it('leaves a gate alone that can open some way', () => {
    expect(
      underlined(clausesUnder(`${gate('met(boat) or passed(day-one + 9 days)')}${DUTY}`), 'gate-never-opens'),
    ).toEqual([])
  })

  it('finds a time that is over before', () => {
    const short = gate('passed(day-one + 40 days)').replace('term quiet', 'from day-one to day-one + 30 days')
    expect(underlined(clausesUnder(short), 'gate-never-opens')).toEqual(['when         passed(day-one + 40 days)'])
  })

  it('leaves a certifier who is missing to a rule of its own', () => {
    const uncertified = gate('passed(day-one)').split('\npower')[0]!
    expect(underlined(clausesUnder(uncertified), 'gate-never-opens')).toEqual([])
  })
})
