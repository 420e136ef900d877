import { describe, expect, it } from 'vitest'
import type { ProtectedTelling } from '@trucekeeper/api'
import { rowsOf, sidesOf } from './counted.ts'

const one = (fields: Partial<ProtectedTelling>) =>
  ({ object: 'school', week: '2016-09-12', how: 'told', side: 'un', speaker: 'OCHA', ...fields }) as ProtectedTelling

describe('what is told of protected things', () => {
  it('stands by week, the latest first, and what is of several weeks last', () => {
    const rows = rowsOf([one({ week: null }), one({}), one({ week: '2016-09-19' }), one({ object: 'market' })])
    expect(rows.map(({ week, object }) => [week, object])).toEqual([
      ['2016-09-19', 'school'],
      ['2016-09-12', 'school'],
      ['2016-09-12', 'market'],
      [null, 'school'],
    ])
  })

  it('counts a voice once however often it speaks, and keeps apart who denies', () => {
    const [row] = rowsOf([one({}), one({}), one({ speaker: 'WHO' }), one({ side: 'russia', how: 'denied' })])
    expect(sidesOf(row!, 'told')).toEqual([{ side: 'un', count: 2 }])
    expect(sidesOf(row!, 'denied')).toEqual([{ side: 'russia', count: 1 }])
    expect(sidesOf(row!, 'not_confirmed')).toEqual([])
  })
})
