import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const RULE = 'contradiction'
const ban = (fields = '', { act = 'force_posture', on = 'north and south, each', during = 'term quiet' } = {}) => `
ban stay
  on           ${on}
  act          ${act}
  during       ${during}
${fields}
`
const duty = (fields: string, { id = 'move', act = 'force_posture', on = 'north' } = {}) => `
duty ${id}
  on           ${on}
  act          ${act}
${fields}
`
const leave = (may: string, fields = '') => `
leave going
  to           north
  may          ${may}
  during       term quiet
${fields}
`
const BY = '  by           day-one + 5 days'
const ZONES = `
zone hill
  geometry     places.geojson#hill

zone bank
  geometry     places.geojson#bank
  within       valley
`

describe('contradiction', () => {
  it('underlines the act of the later of a duty and a ban', () => {
    const clash = clausesUnder(duty(BY) + ban())
    expect(underlined(clash, RULE)).toEqual(['act          force_posture'])
    expect(said(clash, RULE)).toEqual(['`move` asks for what `stay` forbids'])
  })

  it('knows which kinds of claim an act stands for', () => {
    const clash = duty(BY, { act: 'offensive' }) + ban('', { act: 'acquire-territory' })
    expect(underlined(clausesUnder(clash), RULE)).toEqual(['act          acquire-territory'])
  })

  it('finds a place within another, and lets places apart be', () => {
    const at = (zone: string) =>
      clausesUnder(ZONES + duty(`${BY}\n  in           ${zone}`) + ban('  in           valley'))
    expect(underlined(at('bank'), RULE)).toHaveLength(1)
    expect(underlined(at('valley'), RULE)).toHaveLength(1)
    expect(underlined(at('hill'), RULE)).toEqual([])
  })

  it('finds a ban in part of what a duty covers', () => {
    const inside = ZONES + duty(`${BY}\n  in           valley`) + ban('  in           bank')
    expect(underlined(clausesUnder(inside), RULE)).toHaveLength(1)
  })

  it.each([
    ['they bind different parties', duty(BY) + ban('', { on: 'south' })],
    ['they are about different acts', duty(BY) + ban('', { act: 'detain' })],
    ['the ban begins when the duty is due', duty(BY) + ban('', { during: 'from day-one + 5 days' })],
    ['it is said which wins', `${duty(BY) + ban()}\nprevails first\n  wins         move\n  over         stay\n`],
  ])('finds none where %s', (_, clauses) => {
    expect(underlined(clausesUnder(clauses), RULE)).toEqual([])
  })

  it('only notes what an exception in words may cover', () => {
    const { diagnostics } = lintSnippet(clausesUnder(duty(BY) + ban('  except       what is owed')))
    expect(diagnostics.flatMap(({ code, severity }) => (code === RULE ? [severity] : []))).toEqual(['note'])
  })

  it.each(['patrol along the road', 'bring up fresh troops', 'rotate units by day'])(
    'underlines a leave to %s, which a ban forbids',
    (may) => {
      expect(underlined(clausesUnder(ban() + leave(may)), RULE)).toEqual([`may          ${may}`])
    },
  )

  it.each([
    ['it is an exception', ban() + leave('patrol along the road', '  excepts      stay')],
    ['the ban excepts it in the same words', ban('  except       a patrol by day') + leave('patrol by day')],
    ['it allows something else', ban() + leave('carry food along the road')],
    ['others are allowed', ban('', { on: 'south' }) + leave('patrol along the road')],
  ])('finds no leave against a ban where %s', (_, clauses) => {
    expect(underlined(clausesUnder(clauses), RULE)).toEqual([])
  })

  it('underlines the second of two deadlines for the same', () => {
    const out = (id: string, days: number) =>
      duty(`  in           valley\n  by           day-one + ${days} days`, { id, act: 'pull-back' })
    expect(underlined(clausesUnder(out('leave', 5) + out('go', 10)), RULE)).toEqual(['by           day-one + 10 days'])
    expect(underlined(clausesUnder(out('leave', 5) + out('go', 5)), RULE)).toEqual([])
    expect(underlined(clausesUnder(out('leave', 5) + out('leave-rest', 10)), RULE)).toEqual([])
    expect(underlined(clausesUnder(out('first-part', 5) + out('first-again', 10)), RULE)).toEqual([])
    expect(underlined(clausesUnder(out('leave', 5) + out('leave-2', 10)), RULE)).toHaveLength(1)
    expect(underlined(clausesUnder(out('first', 5) + out('the-first', 10)), RULE)).toEqual([
      'by           day-one + 10 days',
    ])
  })

  it('does not take what only one of two duties says for a difference', () => {
    const one = duty('  by           day-one + 5 days', { id: 'leave', act: 'pull-back' })
    const other = (field: string) => duty(`${field}\n  by           day-one + 9 days`, { id: 'go', act: 'pull-back' })
    expect(underlined(clausesUnder(one + other('  from         day-one')), RULE)).toHaveLength(1)
    expect(underlined(clausesUnder(one + other('  clears       500 m north of road, tanks')), RULE)).toHaveLength(1)
    expect(underlined(clausesUnder(one + other('  after        met(leave)')), RULE)).toEqual([])
  })

  it('takes a second convoy for another convoy', () => {
    const convoy = (id: string, days: number) =>
      duty(`  by           day-one + ${days} days`, { id, act: 'deliver-aid' })
    expect(underlined(clausesUnder(convoy('convoy-1', 2) + convoy('convoy-2', 9)), RULE)).toEqual([])
    expect(underlined(clausesUnder(convoy('convoy', 2) + convoy('trucks', 9)), RULE)).toHaveLength(1)
  })

  it('underlines the line of a depth that another clause gives otherwise', () => {
    const back = (id: string, metres: number, of = 'tanks') =>
      duty(`  clears       ${metres} m north of road, ${of}\n${BY}`, { id, act: 'pull-back' })
    expect(underlined(clausesUnder(back('guns', 500) + back('arms', 900)), RULE)).toEqual(['900 m'])
    expect(said(clausesUnder(back('guns', 500) + back('arms', 900)), RULE)).toEqual([
      '`arms` keeps `tanks` 900 m from `road`, and `guns` 500 m',
    ])
    expect(underlined(clausesUnder(back('guns', 500) + back('arms', 900, 'mortars')), RULE)).toEqual([])
  })

  it('underlines the condition of the second of two gates that ask for different amounts', () => {
    const measure =
      'measure calm\n  counts attack\n  per calendar day, Europe/Athens\n  holds while count = 0\n  from day-one\n'
    const gate = (id: string, days: number) =>
      `\ngate ${id}\n  opens        joint-office\n  when         held(calm, ${days} days, continuous)\n`
    expect(underlined(clausesUnder(measure + gate('door', 7) + gate('window', 5)), RULE)).toEqual([
      'when         held(calm, 5 days, continuous)',
    ])
    expect(underlined(clausesUnder(measure + gate('door', 7) + gate('second-door', 9)), RULE)).toEqual([])
  })

  it('does not care which party is called what', () => {
    const swapped = (text: string) => text.replaceAll(/north|south/g, (name) => (name === 'north' ? 'south' : 'north'))
    const clauses = duty(BY) + ban('', { on: 'north' })
    expect(underlined(clausesUnder(swapped(clauses)), RULE)).toEqual(underlined(clausesUnder(clauses), RULE))
  })
})
