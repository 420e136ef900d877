import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const duty = (more: string) => `
duty boat
  on           north
  act          deliver-aid
${more}`

describe('deadline-before-start', () => {
  it('underlines a deadline that lies before the beginning', () => {
    const text = clausesUnder(duty('  from         day-one + 3 days\n  by           day-one + 48 hours\n'))
    expect(underlined(text, 'deadline-before-start')).toEqual(['by           day-one + 48 hours'])
    expect(said(text, 'deadline-before-start')).toEqual([
      '`boat` is due by 2030-03-03 12:00, and cannot begin before 2030-03-04 12:00',
    ])
  })

  it('underlines a deadline that passes before what it waits for can be', () => {
    const waits = `${duty('  after        met(pull)\n  by           day-one + 2 days\n')}
duty pull
  on           south
  act          pull-back
  in           valley
  from         day-one + 5 days
`
    expect(underlined(clausesUnder(waits), 'deadline-before-start')).toEqual(['by           day-one + 2 days'])
  })

  it('is content where both are at one moment', () => {
    expect(
      underlined(clausesUnder(duty('  from         day-one\n  by           day-one\n')), 'deadline-before-start'),
    ).toEqual([])
  })

  it('leaves what never begins to the rule of mutual waits', () => {
    const never = duty('  after        met(boat)\n  by           day-one\n')
    expect(underlined(clausesUnder(never), 'deadline-before-start')).toEqual([])
  })
})
