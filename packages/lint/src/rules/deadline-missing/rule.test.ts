import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const RULE = 'deadline-missing'
const duty = (fields: string, act = 'pull-back') => `
duty leave
  on           north
  act          ${act}
  from         day-one
${fields}
`
const asked = (step: string) => `
procedure asking
  step         port-office do "ask both councils"${step}
`

describe('deadline-missing', () => {
  it('underlines the first line of a duty without any end', () => {
    expect(underlined(clausesUnder(duty('')), RULE)).toEqual(['duty leave'])
    expect(said(clausesUnder(duty('')), RULE)).toEqual(['`leave` is never due: it has no `by`'])
  })

  it('wants a deadline even while a term lasts for what is done once', () => {
    expect(underlined(clausesUnder(duty('  during       term quiet')), RULE)).toEqual(['duty leave'])
    expect(said(clausesUnder(duty('  during       term quiet')), RULE)).toEqual([
      '`leave` is never due: `pull-back` is done once, and all of `quiet` is left for it',
    ])
  })

  it.each(['safe_zone', 'separate-forces', 'joint_cooperation', 'aid_access'])(
    'lets %s be owed as long as a term lasts',
    (act) => {
      expect(underlined(clausesUnder(duty('  during       term quiet', act)), RULE)).toEqual([])
    },
  )

  it('lets a duty of several acts be owed as long as a term lasts if one of them can be', () => {
    expect(underlined(clausesUnder(duty('  during       term quiet', 'pull-back, safe_zone')), RULE)).toEqual([])
  })

  it('wants the deadline that the prose names, whatever the act', () => {
    const owed = duty('  during       term quiet', 'safe_zone')
    const prose = 'The northern council makes the bank safe within three\ndays, and keeps it so.'
    expect(underlined(clausesUnder(owed, prose), RULE)).toEqual(['duty leave'])
    expect(said(clausesUnder(owed, prose), RULE)).toEqual([
      '`leave` has no `by`, and its article says `within three days`',
    ])
  })

  it('leaves a deadline in the prose to another clause that reads it and has one', () => {
    const both = `${duty('  during       term quiet', 'safe_zone')}\n${duty('  by           day-one + 3 days').replace('leave', 'other')}`
    expect(underlined(clausesUnder(both, 'It is done within three days.'), RULE)).toEqual([])
  })

  it.each(['  by           day-one + 5 days', '  together     quick within 24 hours'])(
    'is content with `%s`',
    (field) => {
      const quick = duty('  by           day-one + 1 days').replace('leave', 'quick')
      expect(underlined(clausesUnder(`${duty(field)}\n${quick}`), RULE)).toEqual([])
    },
  )

  it('underlines the words of a step that may take any time', () => {
    expect(underlined(clausesUnder(asked('')), RULE)).toEqual(['"ask both councils"'])
    expect(underlined(clausesUnder(asked(' within 24 hours')), RULE)).toEqual([])
  })
})
