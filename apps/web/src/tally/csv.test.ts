import type { TallyPeriods } from '@trucekeeper/api'
import { expect, it } from 'vitest'
import { tallyCsv } from './csv.ts'

const range = (low: number, high: number) => ({ low, high })
const cell = {
  told: range(1, 2),
  bulk: [],
  claimed: range(1, 144),
  verified: range(0, 1),
  days_in_force: 7,
  days_reported: 4,
}
const periods = [
  { from: '2016-09-12', to: '2016-09-18' },
  { from: '2016-09-19', to: '2016-09-19' },
]

it('has names, HXL tags, and a line for each clause in each period in which it was in force', () => {
  const told: TallyPeriods = { periods, rows: [{ clause: 'calm', party: 'north, south', cells: [cell, null] }] }
  const [names, tags, first, end] = tallyCsv(told).split('\r\n')
  expect(names).toBe(
    'period_from,period_to,clause,party,told_low,told_high,claimed_low,claimed_high,verified_low,verified_high,days_in_force,days_reported',
  )
  expect(tags!.split(',').every((tag) => /^#[a-z]+(\+[a-z_]+)*$/.test(tag))).toBe(true)
  expect(first).toBe('2016-09-12,2016-09-18,calm,"north, south",1,2,1,144,0,1,7,4')
  expect(end).toBe('')
})

it('begins no cell as a formula does', () => {
  const told: TallyPeriods = { periods, rows: [{ clause: '=1+1', party: 'a "b"', cells: [null, cell] }] }
  expect(tallyCsv(told)).toContain(`'=1+1,"a ""b"""`)
})
