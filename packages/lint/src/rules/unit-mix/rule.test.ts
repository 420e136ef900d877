import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const held = (length: string) => `
measure calm
  counts       attack
  per          calendar day, Europe/Athens
  holds        while count = 0
  from         day-one
  silence      unknown

gate office
  opens        joint-office
  when         held(calm, ${length}, continuous)
`

describe('unit-mix', () => {
  it('underlines the number of hours', () => {
    expect(underlined(clausesUnder(held('168 hours')), 'unit-mix')).toEqual(['168 hours'])
  })

  it('says why that is no number of days', () => {
    expect(said(clausesUnder(held('168 hours')), 'unit-mix')).toEqual([
      '`168 hours` is not a number of calendar days, and a measure is counted per calendar day',
    ])
  })

  it.each(['7 days', '1 week'])('reads `%s`', (length) => {
    expect(underlined(clausesUnder(held(length)), 'unit-mix')).toEqual([])
  })
})
