import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const anchor = (more = '') => `\nanchor start\n  form         joint notice\n${more}`
const power = (effect: string, when = '') =>
  `\npower name-start\n  held-by      north\n  effect       ${effect}\n${when}`

describe('anchor-never-set', () => {
  it('underlines a moment that has no time and nobody', () => {
    expect(underlined(clausesUnder(anchor()), 'anchor-never-set')).toEqual(['anchor start'])
  })

  it('underlines the power that designates something else', () => {
    const text = clausesUnder(anchor('  designated-by name-start\n') + power('extend quiet'))
    expect(underlined(text, 'anchor-never-set')).toEqual(['designated-by name-start'])
    expect(said(text, 'anchor-never-set')).toEqual(['`start` is never set: `name-start` does not designate it'])
  })

  it('finds a power that waits for the very moment it has to set', () => {
    const text = clausesUnder(
      anchor('  designated-by name-start\n') + power('designate start', '  when         passed(start)\n'),
    )
    expect(said(text, 'anchor-never-set')).toEqual([
      '`start` is never set: the power to designate it can never be used',
    ])
  })

  it('is content with a time, and with somebody who can set it', () => {
    expect(
      underlined(clausesUnder('\nanchor start\n  at           2030-03-02T12:00+02:00\n'), 'anchor-never-set'),
    ).toEqual([])
    expect(
      underlined(clausesUnder(anchor('  designated-by name-start\n') + power('designate start')), 'anchor-never-set'),
    ).toEqual([])
  })
})
