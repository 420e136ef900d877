// Every power as it stands: what it waits for, and what would come of it if those used it who hold it.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mirrored, mirroredAct, mirroredClaim, record as anyRecord } from '../../../../test/arbitraries/record.ts'
import { EVERYTHING } from '../testing/everything.ts'
import { acted, kept, mirroredPact, on, pact, recordOf, time } from '../testing/pact.ts'
import { agreement, both } from '../testing/powers.ts'
import { checkAct, gatesCertified, powersTried } from './index.ts'

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => kept(from + index))
const tried = (power: string, at: number, ...[claims = [], acts = []]: Partial<Parameters<typeof recordOf>>) =>
  powersTried(agreement, recordOf(claims, acts), at).find((one) => one.power === power)!

describe('a power as it stands', () => {
  it('is tried by all who hold it jointly, and by each who may alone', () => {
    expect(tried('begin-again', on(4)).trials.map(({ by }) => by)).toEqual([both])
    expect(tried('hold', on(4)).trials.map(({ by }) => by)).toEqual([['east'], ['west']])
  })

  it('says what would come of it, or by which clause nothing may', () => {
    const [early] = tried('certify', on(4), days(2, 3)).trials
    expect(early!.answer).toMatchObject({ ok: false, refusals: [{ clause: 'joint', code: 'gate-not-ready' }] })
    const [ready] = tried('certify', on(5, 6), days(2, 4)).trials
    expect(ready!.answer.ok && ready!.answer.effect.sentences).toContain('joint: counting becomes open')
    const [longer] = tried('extend', on(5)).trials
    expect(longer!.length).toBe('20 days')
    expect(longer!.answer.ok && longer!.answer.effect.terms).toMatchObject([{ to: '2016-10-11T12:00:00+03:00' }])
  })

  it('names each thing that it waits for, and whether it is so', () => {
    expect(tried('begin-again', on(4)).waits_for).toBeNull()
    expect(tried('begin-work', on(4)).waits_for).toMatchObject({
      verdict: 'breached',
      parts: [{ verdict: 'breached' }],
    })
    const certificate = acted({ power: 'certify', by: both, at: time(5, 6) })
    expect(tried('begin-work', on(5, 12), days(2, 4), [certificate]).waits_for!.verdict).toBe('met')
  })

  it('is told what checking each alone tells', () => {
    const record = recordOf(days(2, 4), [acted({ power: 'hold', by: ['west'], at: time(4, 6) })])
    for (const { power, trials } of powersTried(agreement, record, on(5, 12)))
      for (const { stage, by, at, length, sets, answer } of trials) {
        const act = acted({ power, stage, by: [...by], at, ...(length && { length }), ...(sets && { sets }) })
        expect(checkAct(agreement, record, act, on(5, 12))).toEqual(answer)
      }
  })

  it('swaps with the parties', () => {
    const [one, other] = [pact(EVERYTHING), mirroredPact(EVERYTHING)]
    const gist = (found: ReturnType<typeof powersTried>, name: (words: string) => string) =>
      found
        .flatMap(({ power, waits_for, trials }) =>
          trials.map(({ by, answer }) => {
            const came = answer.ok ? [answer.effect.takes_effect] : answer.refusals.map(({ code }) => code)
            return [name(power), by.map(name).toSorted(), waits_for?.verdict, came.toSorted()]
          }),
        )
        .map((line) => JSON.stringify(line))
        .toSorted()
    fc.assert(
      fc.property(anyRecord, ({ claims, acts }) => {
        const here = powersTried(one, recordOf(claims, acts), on(6))
        const there = powersTried(other, recordOf(claims.map(mirroredClaim), acts.map(mirroredAct)), on(6))
        expect(gist(there, (words) => words)).toEqual(gist(here, mirrored))
      }),
      { numRuns: 15 },
    )
  })
})

describe('a gate', () => {
  it('is told with who certifies it, in what time, and what can be done about it', () => {
    const [joint] = gatesCertified(agreement)
    expect(joint).toMatchObject({
      gate: 'joint',
      certify: { who: both, how: 'jointly', within: '24 hours' },
      reopens: 'again',
    })
    expect(joint!.powers.map(({ power }) => power)).toEqual([
      'certify',
      'begin-again',
      'hold',
      'go-on',
      'together',
      'rule',
    ])
  })
})
