import { describe, expect, it } from 'vitest'
import { countText } from './count.ts'

describe('a number with its word', () => {
  it('takes the word for one only where there is one', () => {
    expect([0, 1, 2].map((count) => countText(count, 'row'))).toEqual(['0 rows', '1 row', '2 rows'])
    expect([0, 1, 2].map((count) => countText(count, 'entry', 'entries'))).toEqual([
      '0 entries',
      '1 entry',
      '2 entries',
    ])
  })
})
