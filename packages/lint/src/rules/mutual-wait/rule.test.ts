import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const duty = (id: string, on: string, more: string) => `
duty ${id}
  on           ${on}
  act          pull-back
  in           valley
  from         day-one
${more}`
const TOGETHER = `${duty('north-back', 'north', '  together     south-back within 24 hours\n')}${duty('south-back', 'south', '  together     north-back within 24 hours\n')}`

describe('mutual-wait', () => {
  it('underlines the name of the other where two run together and neither has a date of its own', () => {
    expect(underlined(clausesUnder(TOGETHER), 'mutual-wait')).toEqual(['south-back'])
    expect(said(clausesUnder(TOGETHER), 'mutual-wait')).toEqual([
      '`north-back` and `south-back` wait for each other, so neither ever has to begin',
    ])
  })

  it('is found through conditions', () => {
    const after = `${duty('north-back', 'north', '  after        met(south-back)\n')}${duty('south-back', 'south', '  after        met(north-back)\n')}`
    expect(underlined(clausesUnder(after), 'mutual-wait')).toEqual(['south-back'])
  })

  it('is found through a gate, and told as a circle of three', () => {
    const gate = `
gate talks
  opens        joint-office
  when         met(north-back)
${duty('north-back', 'north', '  after        met(south-back)\n')}${duty('south-back', 'south', '  after        open(talks)\n')}`
    expect(said(clausesUnder(gate), 'mutual-wait')).toEqual([
      '`talks`, `north-back`, `south-back` wait for one another in a circle, so none of them ever has to begin',
    ])
  })

  it('is found and shown by a run where the circle goes through a moment that is only designated once a duty is met', () => {
    const moment = `
anchor exchange
  designated-by name-exchange

power name-exchange
  held-by      north and south jointly
  effect       designate exchange
  when         met(open-up)
${duty('open-up', 'north', '  by           exchange + 2 days\n').replace('from         day-one', 'from         exchange')}`
    expect(underlined(clausesUnder(moment), 'mutual-wait')).toHaveLength(1)
    const found = lintSnippet(clausesUnder(moment)).diagnostics.find(({ code }) => code === 'mutual-wait')!
    expect('story' in found && found.story?.steps.length).toBeGreaterThan(0)
  })

  it('is no wait, where one of them goes first', () => {
    const first = TOGETHER.replace('  together     south-back within 24 hours\n', '  by           day-one + 2 days\n')
    expect(underlined(clausesUnder(first), 'mutual-wait')).toEqual([])
  })

  it('is no wait, where another way leads out of the circle', () => {
    const out = `${duty('north-back', 'north', '  after        met(south-back) or passed(day-one + 3 days)\n')}${duty('south-back', 'south', '  after        met(north-back)\n')}`
    expect(underlined(clausesUnder(out), 'mutual-wait')).toEqual([])
  })

  it('says the same of both sides when their names are exchanged', () => {
    const swapped = TOGETHER.replace(/north|south/g, (side) => (side === 'north' ? 'south' : 'north'))
    expect(underlined(clausesUnder(swapped), 'mutual-wait')).toHaveLength(1)
  })
})
