import { proseHashOf } from '@trucekeeper/agreement'
import { describe, expect, it } from 'vitest'
import { clausesUnder, underlined } from '../../testing/snippet.ts'

const SENTENCE = 'Neither council shoots.'
const ban = (reads: string) => `
ban no-shooting
  on           north
  act          attack
  during       term quiet
  reads        ${reads}
`

describe('prose-drift', () => {
  it('underlines the clause whose prose was changed', () => {
    const changed = clausesUnder(ban(proseHashOf(SENTENCE)), 'Neither council shoots by night.')
    expect(underlined(changed, 'prose-drift')).toEqual(['ban no-shooting'])
  })

  it('does not mind another line break', () => {
    const wrapped = clausesUnder(ban(proseHashOf(SENTENCE)), 'Neither council\nshoots.')
    expect(underlined(wrapped, 'prose-drift')).toEqual([])
  })

  it('asks nothing of a clause that is tied to no prose', () => {
    const untied = ban('').replace(/ {2}reads.*\n/, '')
    expect(underlined(clausesUnder(untied, 'Anything.'), 'prose-drift')).toEqual([])
  })
})
