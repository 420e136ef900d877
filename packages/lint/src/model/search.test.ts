import { formatInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { agreementOf } from '../testing/agreement.ts'
import { canOpen, reach, type Question, type SearchOptions } from './index.ts'

/** The earliest instant at which a question is answered in any run, as the clock shows it; null for never. */
function reached(clauses: string, question: Question, options?: SearchOptions): string | null {
  const found = reach(agreementOf(clauses), question, options)
  if (!found.checked) throw new Error(`not checked: ${found.states} states`)
  return found.reached && formatInstant(found.reached.last.at, 'Europe/Athens').slice(0, 16)
}
const opens = (clauses: string, options?: SearchOptions) => reached(clauses, { is: 'open', clause: 'ferry' }, options)

const BOAT = `
duty boat
  on           north
  act          deliver-aid
  from         day-one
  by           day-one + 48 hours
`
const CALM = `
ban no-shooting
  on           north and south, each
  act          attack
  during       term quiet

measure calm
  counts       breaches of no-shooting
  per          calendar day, Europe/Athens
  holds        while count <= 2
  from         day-one
  during       term quiet
`
const gate = (when: string, more = '') => `
gate ferry
  opens        joint-office
  when         ${when}
  during       term quiet
${more}`
const pullBack = (id: string, on: string, more: string) => `
duty ${id}
  on           ${on}
  act          pull-back
  in           valley
  from         day-one
${more}
`

describe('the search of runs', () => {
  it('opens a gate once what it waits for is done', () => {
    expect(opens(`${BOAT}${gate('met(boat)')}`)).toBe('2030-03-01T12:00')
  })

  it('counts calm days, each of them reported', () => {
    expect(opens(`${CALM}${gate('held(calm, 5 days, continuous) and met(boat)')}${BOAT}`)).toBe('2030-03-07T00:00')
    expect(opens(`${CALM}${gate('met(no-shooting)')}`)).toBe('2030-03-01T12:00')
  })

  it('comes to no end where two wait for each other', () => {
    const mutual = `${pullBack('one', 'north', '  together     two within 24 hours')}${pullBack('two', 'south', '  together     one within 24 hours')}`
    expect(opens(`${mutual}${gate('met(one)')}`)).toBeNull()
    expect(reached(mutual, { is: 'owed', clause: 'two' })).toBeNull()
    expect(opens(`${mutual}${gate('met(one)')}`, { order: 'any' })).toBe('2030-03-01T12:00')
  })

  it('opens no gate whose certifier may never certify', () => {
    const certified = `${BOAT}${gate('met(boat)', '  certify      north and south jointly\n')}`
    expect(opens(certified)).toBeNull()
    const power = (when: string) => `
power attest-boat
  held-by      north and south jointly
  effect       certify ferry
  when         ${when}
`
    expect(opens(`${certified}${power('open(ferry)')}`)).toBeNull()
    expect(opens(`${certified}${power('passed(day-one + 10 days)')}`)).toBe('2030-03-11T12:00')
  })

  it('extends a term where somebody may, and finds that it ends first where nobody may', () => {
    const long = `${CALM}${gate('held(calm, 40 days, continuous)')}`
    expect(opens(long)).toBe('2030-04-11T00:00')
    const ebb = '\nterm ebb\n  starts       day-one\n  lasts        30 days\n'
    expect(opens(long.replaceAll('term quiet', 'term ebb') + ebb)).toBeNull()
  })

  it('finds the one order in which a gate opens', () => {
    const flag = gate('met(two)').replace('ferry', 'flag')
    const order = `${pullBack('one', 'north', '')}${pullBack('two', 'south', '')}${flag}${gate('met(one) and not open(flag)')}`
    expect(opens(order)).toBeNull()
    expect(opens(order, { order: 'any' })).toBe('2030-03-01T12:00')
    expect(opens(order.replace('met(one)', 'met(two)'), { order: 'any' })).toBeNull()
  })

  it('uses a power to set an anchor only when that serves', () => {
    const orders = `
power raise-flag
  held-by      north
  effect       trigger quiet
  when         passed(day-one + 2 days)

anchor start
  designated-by name-start

power name-start
  held-by      south
  effect       designate start
${gate('exercised(raise-flag) and not passed(start)')}`
    expect(opens(orders)).toBe('2030-03-03T12:00')
    expect(opens(orders.replace('not passed', 'passed'))).toBe('2030-03-03T12:00')
  })

  it('says when a power is usable', () => {
    expect(reached(BOAT, { is: 'usable', clause: 'leave' })).toBe('2030-02-20T00:00')
  })

  it('says whether a gate that was suspended opens again', () => {
    const again = (clauses: string) => reached(clauses, { is: 'open-again', clause: 'ferry' })
    const power = (effect: string) => `
power ${effect}-ferry
  held-by      port-office
  effect       ${effect} ferry
`
    const open = `${BOAT}${gate('met(boat)')}`
    expect(again(open)).toBeNull()
    expect(again(`${open}${power('suspend')}`)).toBeNull()
    expect(again(`${open}${power('suspend')}${power('resume')}`)).toBe('2030-03-02T12:00')
    expect(again(`${BOAT}${gate('met(boat)', '  reopens      never')}${power('suspend')}${power('resume')}`)).toBeNull()
  })

  it('says how many states it looked at where there are too many', () => {
    expect(canOpen(agreementOf(`${CALM}${gate('held(calm, 5 days, continuous)')}`), 'ferry', { cap: 2 })).toEqual({
      checked: false,
      states: 2,
      cap: 2,
      because: 'cap',
    })
  })
})
