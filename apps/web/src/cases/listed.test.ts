import type { CasesAnswer } from '@trucekeeper/api'
import { describe, expect, it } from 'vitest'
import { listed } from './listed.ts'
import { casesSearchOf } from './search.ts'

type Case = CasesAnswer['cases'][number]

function made(name: string, more: Partial<Case> = {}): Case {
  return { case: name, clause: 'calm.north', late: [], next: null, closed: null, ...more } as Case
}

const late = (due: string) => [{ who: 'east', step: 1, does: 'ask', due, late_by_ms: 1 }]
const cases = [
  made('closed', { closed: { of: ['east'], outcome: 'none', reason: 'none', at: '' } }),
  made('waits', { next: { step: 1, does: 'ask', who: ['east'], due: '2016-09-05T12:00+03:00' } }),
  made('later', { late: late('2016-09-04T12:00+03:00') }),
  made('late', { late: late('2016-09-03T12:00+03:00'), clause: 'calm.south' }),
]
const names = (search: Record<string, unknown>) => listed(cases, casesSearchOf(search)).map((one) => one.case)

describe('the list of cases', () => {
  it('begins with who is late the longest, then what is due, and ends with what is closed', () => {
    expect(names({})).toEqual(['late', 'later', 'waits', 'closed'])
  })

  it('shows of a clause all its parts, or one of them', () => {
    expect(names({ clause: 'calm' })).toHaveLength(4)
    expect(names({ clause: 'calm.south' })).toEqual(['late'])
    expect(names({ clause: 'cal' })).toEqual([])
  })

  it('shows those of one kind, and all of them where the address names none there is', () => {
    expect(names({ show: 'late' })).toEqual(['late', 'later'])
    expect(names({ show: 'closed' })).toEqual(['closed'])
    expect(names({ show: 'open' })).toEqual(['late', 'later', 'waits'])
    expect(names({ show: 'guilty' })).toHaveLength(4)
  })
})
