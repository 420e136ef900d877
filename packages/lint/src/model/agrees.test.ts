// The two engines that look ahead hold each other: the earliest-time fixpoint and the search of runs.
import type { Agreement } from '@trucekeeper/agreement'
import { statusOf } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earliestOf } from '../earliest/index.ts'
import { edgesOf } from '../earliest/waits.ts'
import type { Story } from '../story.ts'
import { smallAgreement, type SmallAgreement } from '../testing/small-agreements.ts'
import { coneOf, reach, storyOf, type Question } from './index.ts'

const questionsOf = ({ gates, duties }: SmallAgreement): Question[] => [
  ...gates.map((clause) => ({ is: 'open', clause }) as const),
  ...duties.map((clause) => ({ is: 'met', clause }) as const),
]

/**
 * Whether it rests on something not being so that somebody may bring about, as they please: the fixpoint takes a power as
 * used by one condition and as unused by another.
 */
function hasChoice(agreement: Agreement, clause: string): boolean {
  const cone = coneOf(agreement, [clause])
  const nots = edgesOf(cone.agreement).flatMap(({ to, how }) => (how === 'not' ? [to] : []))
  const { ids } = coneOf(cone.agreement, nots)
  const waitedFor = new Set(edgesOf(cone.agreement).map(({ to }) => to))
  return cone.agreement.ruled.some(({ id, kind }) => kind === 'power' && ids.has(id) && waitedFor.has(id))
}

/** Where the clauses of a story's end stand by the engine, from nothing but the story's record. */
function replayed(agreement: Agreement, { claims, acts, ends }: Story): Story['ends']['clauses'] {
  const record = { claims, acts, rulings: [], size: 0, digest: '', received: new Map() }
  const at = parseInstant(ends.at)!
  const found = statusOf(agreement, record, { at, knownAt: null }).clauses.map(({ id, verdicts }) => ({
    id,
    ...verdicts[ends.account]!,
  }))
  const byId = new Map(found.map(({ id, standing, timing, verdict }) => [id, { id, standing, timing, verdict }]))
  return ends.clauses.map(({ id }) => byId.get(id)!)
}

describe('fixpoint and search', () => {
  it('agree on what is never so, and the search finds nothing sooner', () => {
    const found = { never: 0, reached: 0 }
    fc.assert(
      fc.property(smallAgreement, (small) => {
        const { agreement } = small
        const earliest = earliestOf(agreement, 'extended')
        for (const question of questionsOf(small)) {
          const { at, undecided } = earliest.of(question.clause)
          const answer = reach(agreement, question)
          if (undecided || !answer.checked) continue
          // What the search reaches is never called impossible, and what is possible it reaches.
          if (answer.reached) expect(at).toSatisfy((first) => first !== null && first <= answer.reached!.last.at)
          else if (!hasChoice(agreement, question.clause)) expect(at).toBeNull()
          found[answer.reached ? 'reached' : 'never'] += 1
        }
      }),
      { numRuns: 120 },
    )
    // Neither answer is so rare that agreeing on it says nothing.
    expect(found.never).toBeGreaterThan(50)
    expect(found.reached).toBeGreaterThan(50)
  })
})

describe('every story', () => {
  it('replays in the engine, on the whole agreement, to the state that it claims', () => {
    fc.assert(
      fc.property(smallAgreement, (small) => {
        for (const question of questionsOf(small)) {
          const answer = reach(small.agreement, question)
          if (!answer.checked) continue
          const story = answer.reached ? storyOf(answer.reached, true) : storyOf(answer.stuck, false)
          expect(replayed(small.agreement, story)).toEqual(story.ends.clauses)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same whenever it is asked for', () => {
    fc.assert(
      fc.property(smallAgreement, ({ agreement, duties }) => {
        const tell = () => {
          const answer = reach(agreement, { is: 'met', clause: duties[0]! })
          if (!answer.checked) return null
          return answer.reached ? storyOf(answer.reached, true) : storyOf(answer.stuck, false)
        }
        expect(tell()).toEqual(tell())
      }),
      { numRuns: 40 },
    )
  })
})
