import { nameMinute, type MinuteBody } from '@trucekeeper/claims'
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
