import { formatInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { agreementOf } from '../testing/agreement.ts'
import { earliestOf, type Terms } from './index.ts'

/** The earliest instant of a clause as the clock of the example shows it. */
function at(clauses: string, id: string, terms?: Terms): string | null {
  const found = earliestOf(agreementOf(clauses), terms).of(id).at
  return found === null ? null : formatInstant(found, 'Europe/Athens').slice(0, 16)
}

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
const EBB = '\nterm ebb\n  starts       day-one\n  lasts        30 days\n'
const gate = (when: string, more = '') => `
gate ferry
  opens        joint-office
  when         ${when}
  during       term quiet
${more}`

describe('the earliest instant', () => {
  it('of a duty is that at which it is owed', () => {
    expect(at(BOAT, 'boat')).toBe('2030-03-01T12:00')
  })

  it('of what waits for both of two is the later, of what waits for one of them the sooner', () => {
    const both = `${BOAT}${CALM}${gate('held(calm, 5 days, continuous) and met(boat)')}`
    expect(at(both, 'ferry')).toBe('2030-03-07T00:00')
    expect(at(both.replace(' and met', ' or met'), 'ferry')).toBe('2030-03-01T12:00')
  })

  it('of a window of days is the midnight after the last of its whole days', () => {
    expect(at(`${CALM}${gate('held(calm, 1 week, continuous)')}`, 'ferry')).toBe('2030-03-09T00:00')
  })

  it('is never, where two wait for each other', () => {
    const mutual = `
duty one
  on           north
  act          pull-back
  in           valley
  from         day-one
  together     two within 24 hours

duty two
  on           south
  act          pull-back
  in           valley
  from         day-one
  together     one within 24 hours
${gate('met(one)')}`
    const found = earliestOf(agreementOf(mutual))
    expect([found.of('one').at, found.of('two').at, found.of('ferry').at]).toEqual([null, null, null])
    expect(found.circles.map((circle) => circle.toSorted())).toEqual([['one', 'two']])
  })

  it('is never, where a window is longer than the term, unless the term can be extended', () => {
    const long = `${CALM}${gate('held(calm, 40 days, continuous)')}`
    expect(at(long, 'ferry', 'as-written')).toBeNull()
    expect(at(long, 'ferry')).toBe('2030-04-11T00:00')
    expect(at(long.replaceAll('term quiet', 'term ebb') + EBB, 'ferry')).toBeNull()
    expect(at(long.replaceAll('term quiet', 'term ebb') + EBB, 'ferry', 'endless')).toBe('2030-04-11T00:00')
  })

  it('of a certified gate is never, where no power lets anybody certify', () => {
    const certified = `${BOAT}${gate('met(boat)', '  certify      north and south jointly\n')}`
    expect(at(certified, 'ferry')).toBeNull()
    const power = `
power attest-boat
  held-by      north and south jointly
  effect       certify ferry
  when         passed(day-one + 10 days)
`
    expect(at(`${certified}${power}`, 'ferry')).toBe('2030-03-11T12:00')
  })

  it('of an anchor is that of the power that sets it, and never without one', () => {
    const anchor = '\nanchor start\n  designated-by name-start\n'
    const power = (effect: string, when = '') => `
power name-start
  held-by      north
  effect       ${effect}
${when}`
    expect(at(`${anchor}${power('designate start')}`, 'start')).toBe('2030-02-20T00:00')
    expect(at(`${anchor}${power('extend quiet')}`, 'start')).toBeNull()
    expect(at(`${anchor}${power('designate start', '  when         passed(start)\n')}`, 'start')).toBeNull()
  })

  it('of what may not come too late is never, once it must', () => {
    const first = `${BOAT}${gate('met(boat) and not passed(day-one)')}`
    expect(at(first, 'ferry')).toBeNull()
    expect(at(first.replace('not passed(day-one)', 'not passed(day-one + 1 day)'), 'ferry')).toBe('2030-03-01T12:00')
  })

  it('of what waits for a term to be over is its end, though somebody could have extended it', () => {
    const after = `${BOAT}${gate('not in-force(quiet) and passed(day-one)').replace('  during       term quiet', '')}`
    expect(at(after, 'ferry')).toBe('2030-03-31T12:00')
    // It cannot be over and run on at once.
    expect(at(`${BOAT}${gate('not in-force(quiet) and passed(day-one)')}`, 'ferry')).toBeNull()
  })

  it('is never, where the term can be extended only once it is over', () => {
    const late = `
term ebb
  starts       day-one
  lasts        10 days
  extends      extend-ebb

power extend-ebb
  held-by      north and south jointly
  effect       extend ebb
  when         passed(day-one + WAIT days)
${CALM.replaceAll('term quiet', 'term ebb')}${gate('held(calm, 20 days, continuous)').replace('term quiet', 'term ebb')}`
    expect(at(late.replace('WAIT', '9'), 'ferry')).toBe('2030-03-22T00:00')
    expect(at(late.replace('WAIT', '11'), 'ferry')).toBeNull()
  })

  it('counts a power that nobody has to use as used or unused, whichever lets something come', () => {
    const optional = `
anchor start
  designated-by name-start

power name-start
  held-by      north
  effect       designate start
${gate('passed(day-one + 2 days) and not passed(start)')}`
    expect(at(optional, 'ferry')).toBe('2030-03-03T12:00')
  })

  it('of what rests on its own opposite cannot be told', () => {
    const found = earliestOf(agreementOf(gate('not open(ferry)')))
    expect(found.of('ferry').undecided).toBe(true)
  })

  it('of a chain of two thousand duties is found', () => {
    const chain = Array.from(
      { length: 2000 },
      (_, index) => `
duty step-${index}
  on           ${index % 2 === 0 ? 'north' : 'south'}
  act          deliver-aid
  ${index === 0 ? 'from         day-one' : `after        met(step-${index - 1})`}
`,
    ).join('')
    expect(at(chain, 'step-1999')).toBe('2030-03-01T12:00')
  })
})
