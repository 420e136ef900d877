import type { Undertaking } from '@trucekeeper/centre'
import { expect, it } from 'vitest'
import type { Terminal } from '../terminal.ts'
import { showGuarantors } from './guarantors.ts'

const undertaking: Undertaking = {
  id: 'min_1',
  of: 'east',
  for: 'north',
  to_do: 'have the north hold its fire',
  clause: null,
  undertaken_at: '2016-09-05T12:00+03:00',
  due: '2016-09-06T12:00+03:00',
  state: 'told_differently',
  late_by_ms: 0,
  words: { doc: 'a.txt', quote: 'we will', start: 0, end: 7 },
  pressed: [{ id: 'min_2', at: '2016-09-05T15:00+03:00', party: 'north', channel: 'hotline' }],
  outcomes: [
    { id: 'min_3', of: 'east', at: '', outcome: 'kept', reason: 'It did.', claims: [], acts: [] },
    { id: 'min_4', of: null, at: '', outcome: 'not_kept', reason: 'It did not.', claims: [], acts: [] },
  ],
}
const none = { calls: [], out_of_order: [], visits: { visits: [], done: 0, not_done: 0, denied_by: [] } }

function lines(told: Parameters<typeof showGuarantors>[1]): string[] {
  const printed: string[] = []
  const io = { print: (line: string) => printed.push(line), width: 100, colours: { bold: (text: string) => text } }
  showGuarantors(io as unknown as Terminal, told)
  return printed
}

it('tells what was undertaken, by when, how often the party was pressed, and each who tells of it', () => {
  expect(lines({ ...none, undertakings: [undertaking] })).toEqual([
    'east',
    '  have the north hold its fire: told differently',
    '    of north; by 2016-09-06T12:00+03:00; times pressed: 1',
    '    east tells: kept: It did.',
    '    the centre tells: not kept: It did not.',
  ])
})

it('says that nobody undertook anything, and who denied visits all the same', () => {
  const visits = { visits: [], done: 0, not_done: 3, denied_by: [{ who: 'north', denied: 2, turned_back: 1 }] }
  expect(lines({ ...none, visits, undertakings: [] })).toEqual([
    'nobody undertook anything',
    '  visits denied by north: 2, turned back: 1',
  ])
})
