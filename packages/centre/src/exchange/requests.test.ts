import { nameMinute, type MinuteBody } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { exchangeOf, requestsOf } from './index.ts'

const asks = {
  does: 'ask-information',
  at: on(5),
  of: 'east',
  to: 'west',
  about: 'who fired on the town',
  due: on(6),
} satisfies MinuteBody
const answers = {
  does: 'answer-information',
  at: on(7),
  request: nameMinute(asks).id,
  of: 'west',
  answer: 'nobody of ours',
  refused_because: null,
} satisfies MinuteBody
const codes = (before: readonly MinuteBody[], minute: MinuteBody) =>
  mayMinute(PACT, recordOf(before), nameMinute(minute)).map(({ code }) => code)

it('a request is open, then late, then answered or refused, with how late it was', () => {
  const found = (date: number, ...more: MinuteBody[]) => {
    const { state, late_by_ms } = requestsOf(recordOf([asks, ...more]), at(date))[0]!
    return [state, late_by_ms / 3_600_000]
  }
  expect(found(6, answers)).toEqual(['open', 0])
  expect(found(6, { ...answers, at: on(5, 18) })).toEqual(['answered', 0])
  expect([found(8), found(8, answers)]).toEqual([
    ['late', 48],
    ['answered', 24],
  ])
  expect(found(8, { ...answers, answer: null, refused_because: 'It would name a source.' })).toEqual(['refused', 24])
})

it('only whoever was asked answers, once', () => {
  expect(codes([asks], answers)).toEqual([])
  expect(codes([asks], { ...answers, of: 'east' })).toEqual(['answer-of-another'])
  expect(codes([asks, answers], { ...answers, at: on(8) })).toEqual(['answered-already'])
  expect(codes([], answers)).toEqual(['request-unknown'])
  expect(codes([], { ...asks, to: 'nobody' })).toEqual(['somebody-unknown'])
})

it('an answer by another than was asked counts for nothing', () => {
  expect(requestsOf(recordOf([asks, { ...answers, of: 'north' }]), at(5, 20))[0]!.state).toBe('open')
})

it('the log has everything in the order of doing, and swaps with the parties', () => {
  const { log } = exchangeOf(PACT, recordOf([answers, asks]), at(9))
  expect(log.map(({ does }) => does)).toEqual(['ask-information', 'answer-information'])
  expect(requestsOf(recordOf([mirrored(asks)]), at(8)).map(({ of, to, state }) => [of, to, state])).toEqual([
    ['west', 'east', 'late'],
  ])
})

it('swapped parties are asked, late and answered in each other’s place, and nothing else changes', () => {
  const members = ['east', 'west', 'north', 'south']
  const request = fc.record({
    of: fc.constantFrom(...members),
    to: fc.constantFrom(...members),
    day: fc.integer({ min: 1, max: 9 }),
    due: fc.option(fc.integer({ min: 1, max: 9 })),
    by: fc.option(fc.constantFrom(...members)),
    answeredOn: fc.integer({ min: 1, max: 12 }),
    refuses: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(request, { maxLength: 6 }), (all) => {
      const minutesOf = (swap: <T>(value: T) => T): MinuteBody[] =>
        all.flatMap(({ of, to, day, due, by, answeredOn, refuses }, at): MinuteBody[] => {
          const asked = swap({
            ...asks,
            at: on(day),
            of,
            to,
            about: `question ${at}`,
            due: due === null ? null : on(due),
          })
          const said = refuses
            ? { answer: null, refused_because: 'not ours to say' }
            : { answer: 'yes', refused_because: null }
          const answer = { ...answers, at: on(answeredOn), request: nameMinute(asked).id, of: by ?? '', ...said }
          return by === null ? [asked] : [asked, swap(answer)]
        })
      const told = (swap: <T>(value: T) => T) =>
        requestsOf(recordOf(minutesOf(swap)), at(10)).map(({ answer, ...rest }) =>
          swap({ ...rest, id: '', answer: answer && { ...answer, id: '' } }),
        )
      expect(told(mirrored)).toEqual(told((value) => value))
    }),
  )
})
