import { describe, expect, it } from 'vitest'
import { kindScores, notes } from '../bench/notes.ts'
import { paragraphs, roleScores } from '../bench/roles.ts'

describe('the notes and paragraphs of the bench', () => {
  it('are read as the kinds they show, a little under what was measured', () => {
    const { weighted, kinds } = kindScores(notes())
    expect(weighted).toBeGreaterThan(0.88)
    expect(kinds.filter(({ notes: of, f1 }) => of >= 5 && f1 < 0.6).map(({ kind }) => kind)).toEqual([])
  })
  it('give the roles of violent events, a little under what was measured', () => {
    for (const { right, said, of } of Object.values(roleScores(paragraphs())))
      expect((2 * right) / (said + of)).toBeGreaterThan(0.9)
  })
})
