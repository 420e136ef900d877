// Whom the words of a report may mean; everybody in it is invented.
import { describe, expect, it } from 'vitest'
import { matchesIn, readList } from './index.ts'
import { INVENTED_LIST } from './testing/list.ts'

const read = readList(INVENTED_LIST)
const list = read.ok ? read.list : { generated: '', people: [] }
const found = (quote: string, ...names: readonly string[]) =>
  matchesIn(list, { quote, names }).map(({ reference, words }) => [reference, words])

describe('a report', () => {
  it.each([
    ['General Muhammad Zarquni flew to Moscow, officials said.', 'Muhammad Zarquni'],
    ['On Friday Zarquni, Muhammad and others flew.', null],
    ['В пятницу Мухаммед Заркуни прибыл в Москву.', 'Мухаммед Заркуни'],
    ['وصل محمد خالد زرقوني إلى موسكو يوم الجمعة', 'محمد خالد زرقوني'],
    ['a relative of Khalid al-Zarquni travelled', 'Khalid al-Zarquni'],
    ['Muhammad Khalid travelled with Ahmad', null],
    ['muhammad zarquni', null],
    ['A listed general has travelled to Russia in breach of a United Nations travel ban.', null],
  ])('%s', (quote, words) => {
    expect(found(quote)).toEqual(words === null ? [] : [['XXi.001', words]])
  })

  it('may give the number, which decides, or have been read to name somebody', () => {
    expect(found('The person listed as XXi.002 travelled.')).toEqual([['XXi.002', 'XXi.002']])
    expect(found('He travelled.', 'Mohamed Zarkouni')).toEqual([['XXi.001', 'Mohamed Zarkouni']])
  })

  it('gives the reasons of the most words', () => {
    const [match] = matchesIn(list, { quote: 'Muhammad Khalid Zarquni travelled', names: [] })
    expect(match!.reasons).toHaveLength(3)
    expect(match!.list_generated).toBe('2016-09-12T00:00:00Z')
  })
})
