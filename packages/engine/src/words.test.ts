import { describe, expect, it } from 'vitest'
import { sayDays } from './words.ts'

describe('days in a sentence', () => {
  it.each([
    [['2016-09-13'], '13 September'],
    [['2016-09-13', '2016-09-14'], '13 and 14 September'],
    [['2016-09-13', '2016-09-14', '2016-09-15'], '13 to 15 September'],
    [['2016-09-13', '2016-09-15', '2016-09-16', '2016-09-17', '2016-09-19'], '13, 15 to 17 and 19 September'],
    [['2016-09-30', '2016-10-01'], '30 September and 1 October'],
    [['2016-09-28', '2016-09-29', '2016-09-30', '2016-10-01', '2016-10-02'], '28 September to 2 October'],
    [['2016-09-28', '2016-10-03', '2016-10-04', '2016-10-05'], '28 September and 3 to 5 October'],
  ])('%j are said as %s', (days, said) => {
    expect(sayDays(days)).toBe(said)
  })
})
