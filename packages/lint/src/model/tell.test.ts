import { statusOf } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import type { Story } from '../story.ts'
import { agreementOf } from '../testing/agreement.ts'
import { canOpen, storyOf, storyRecord } from './index.ts'

const MUTUAL = `
duty pull-back-north
  on           north
  act          pull-back
  in           valley
  from         day-one
  together     pull-back-south within 24 hours

duty pull-back-south
  on           south
  act          pull-back
  in           valley
  from         day-one
  together     pull-back-north within 24 hours

duty boat
  on           south
  act          separate-forces
  from         day-one + 2 days

gate ferry
  opens        joint-office
  when         met(boat) and met(pull-back-north)
  during       term quiet
`
const SWAPPED: Readonly<Record<string, string>> = { north: 'south', south: 'north', North: 'South', South: 'North' }
const swapped = (text: string) => text.replace(/north|south/gi, (word) => SWAPPED[word]!)

function storyOfGate(clauses: string): Story {
  const found = canOpen(agreementOf(clauses), 'ferry')
  if (!found.checked) throw new Error('not checked')
  return found.reached ? storyOf(found.reached, true) : storyOf(found.stuck, false)
}
const told = (clauses: string) => storyOfGate(clauses).steps.map(({ text }) => text)

describe('the story of a run', () => {
  it('tells who did what, and who waits for whom in the end', () => {
    expect(told(MUTUAL)).toEqual([
      'Day 1, 12:00: `quiet` begins',
      'Day 3, 12:00: Southern council separated its forces, as `boat` asks',
      'Day 31, 12:00: `quiet` ends',
      'Day 31, 12:00: Northern council, with `pull-back-north`, still waits for `pull-back-south`; Southern council, with `pull-back-south`, still waits for `pull-back-north`; `ferry` still waits for `pull-back-north`',
    ])
  })

  it('tells of acts under powers and of the gate that opens', () => {
    const steps = told(`
anchor start
  designated-by name-start

power name-start
  held-by      eastland
  effect       designate start

gate ferry
  opens        joint-office
  when         passed(start + 36 hours)
  certify      port-office

power certify-ferry
  held-by      port-office
  effect       certify ferry
`)
    expect(steps).toEqual([
      'Day 1, 00:00: `name-start` is used by Eastland, and `start` is set',
      'Day 2, 12:00: `certify-ferry` is used by Port Office; `ferry` opens',
    ])
  })

  it('has the same steps under other names where the parties change places', () => {
    expect(told(swapped(MUTUAL))).toEqual(told(MUTUAL).map(swapped))
  })

  it('ends as the engine says that the whole agreement stands, on what its record holds', () => {
    const agreement = agreementOf(MUTUAL)
    const story = storyOfGate(MUTUAL)
    const { text, entries } = storyRecord(story)
    for (const { quote, start, end } of [...story.claims, ...story.acts]) expect(text.slice(start, end)).toBe(quote)
    expect(entries).toHaveLength(1 + story.claims.length + story.acts.length)
    const record = { claims: story.claims, acts: story.acts, rulings: [], size: 0, digest: '', received: new Map() }
    const status = statusOf(agreement, record, { at: parseInstant(story.ends.at)!, knownAt: null })
    const found = story.ends.clauses.map(({ id }) => {
      const { standing, timing, verdict } = status.clauses.find((clause) => clause.id === id)!.verdicts[
        story.ends.account
      ]!
      return { id, standing, timing, verdict }
    })
    expect(found).toEqual(story.ends.clauses)
  })
})
