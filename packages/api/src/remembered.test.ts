import { expect, it } from 'vitest'
import { remembering } from './remembered.ts'

it('asks once about one thing and one question, and forgets what was longest unasked for', () => {
  const remembered = remembering<object, string>()
  let made = 0
  const ask = (basis: object, question: string) => remembered(basis, question, () => `${question} ${(made += 1)}`)
  const [one, two] = [{}, {}]
  expect([ask(one, 'a'), ask(one, 'a'), ask(two, 'a')]).toEqual(['a 1', 'a 1', 'a 2'])
  for (let n = 0; n < 63; n++) ask(one, `b${n}`)
  expect(ask(one, 'a')).toBe('a 1')
  ask(one, 'c')
  expect(ask(one, 'a')).toBe('a 1')
  expect(ask(one, 'b0')).not.toBe('b0 3')
})
