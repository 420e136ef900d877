import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameClaim, takeEntry } from '../intake.ts'
import type { Claim } from '../claim.ts'
import { RECEIVED, shelling } from '../fixture.ts'
import { confirmed, decisionEntries, reviewState, type Recorded } from './entries.ts'
import { fieldText, REVIEW_FIELDS } from './fields.ts'
import { beginWalk, move, type Decision, type Move, type ReviewItem, type Walk } from './walk.ts'

const TEXT = `${' '.repeat(shelling.start)}${shelling.quote}, it said; it had shelled the northern outskirts before.`
const read = nameClaim(shelling)
const proposed = nameClaim({ ...shelling, verification_state: 'pending_verification' })
const item = (claim: Claim = read, isRecorded = false): ReviewItem => ({ claim, text: TEXT, isRecorded })
const BY = 'a monitor'

function made(walk: Walk, ...moves: Move[]): { walk: Walk; decisions: Decision[] } {
  const decisions: Decision[] = []
  for (const one of moves) {
    const moved = move(walk, one)
    if (!moved.ok) throw new Error(moved.refusals[0]!.message)
    walk = moved.walk
    if (moved.decision) decisions.push(moved.decision)
  }
  return { walk, decisions }
}

function recordOf(entries: ReturnType<typeof decisionEntries>): Recorded {
  const ids = new Set(entries.map(({ body }) => body.id))
  const withdrawn = new Set(entries.flatMap(({ type, body }) => (type === 'withdrawal' ? [body.withdraws] : [])))
  return { has: (id) => ids.has(id), isWithdrawn: (id) => withdrawn.has(id) }
}

describe('a walk through claims', () => {
  it('hands over each decision once and goes on to the next claim', () => {
    const begun = beginWalk([item(), item(), item()], RECEIVED)
    const { walk, decisions } = made(begun, { do: 'accept' }, { do: 'skip' }, { do: 'reject', reason: ' a headline ' })
    expect(decisions).toMatchObject([{ kind: 'accepted' }, { kind: 'rejected', reason: 'a headline' }])
    expect(walk).toMatchObject({ draft: null, counts: { accepted: 1, skipped: 1, rejected: 1, corrected: 0 } })
  })

  it('keeps corrections as a draft until the claim is accepted', () => {
    const begun = beginWalk([item(), item()], RECEIVED)
    const kind = { do: 'correct', field: 'kind', words: 'air_strike' } as const
    const target = { do: 'correct', field: 'target', words: 'the northern outskirts' } as const
    const { walk, decisions } = made(begun, kind, target)
    expect(decisions).toEqual([])
    expect(walk.draft).toMatchObject({ kind: 'air_strike', target: 'the northern outskirts', quote: shelling.quote })
    expect(made(walk, { do: 'accept' }).decisions).toMatchObject([{ kind: 'corrected', fields: ['kind', 'target'] }])
    expect(made(walk, { do: 'skip' }).walk.draft).toEqual(read)
  })

  it('takes a claim corrected back to what it was as accepted', () => {
    const there = { do: 'correct', field: 'kind', words: 'air_strike' } as const
    const back = { do: 'correct', field: 'kind', words: 'shelling' } as const
    const { decisions } = made(beginWalk([item()], RECEIVED), there, back, { do: 'accept' })
    expect(decisions).toMatchObject([{ kind: 'accepted' }])
  })

  it('ends where it is quit, and nothing moves it any more', () => {
    const { walk } = made(beginWalk([item(), item()], RECEIVED), { do: 'accept' }, { do: 'quit' })
    expect(walk).toMatchObject({ at: 1, draft: null })
    expect(move(walk, { do: 'accept' })).toEqual({ ok: true, walk, decision: null })
  })

  it.each<[string, Move, RegExp]>([
    ['a reason of no words', { do: 'reject', reason: '  ' }, /for a reason/],
    ['a kind that is none', { do: 'correct', field: 'kind', words: 'attack' }, /`"attack"`, which is no value/],
    ['a date that is none', { do: 'correct', field: 'date', words: 'Friday' }, /`"Friday"` is no date/],
    ['a date after receipt', { do: 'correct', field: 'date', words: '2016-10-01' }, /after it was received/],
    ['words that do not stand in the report', { do: 'correct', field: 'quote', words: 'nothing' }, /is no quote/],
    ['no words at all', { do: 'correct', field: 'quote', words: '' }, /is no quote/],
    ['a half answer', { do: 'correct', field: 'negated', words: 'perhaps' }, /is no negated/],
    ['a kind of nothing', { do: 'correct', field: 'kind', words: '-' }, /claim.kind/],
    ['a figure without a number', { do: 'correct', field: 'figures', words: 'killed: many' }, /is no figures/],
  ])('refuses %s and stays where it was', (_, refused, message) => {
    const moved = move(beginWalk([item()], RECEIVED), refused)
    expect(moved.ok).toBe(false)
    if (!moved.ok) expect(moved.refusals[0]!.message).toMatch(message)
  })

  it('counts every claim it has left behind once, whatever is done', () => {
    const moves = fc.array(
      fc.oneof(
        fc.constantFrom<Move>({ do: 'accept' }, { do: 'skip' }, { do: 'quit' }),
        fc.string().map((reason): Move => ({ do: 'reject', reason })),
        fc.record({
          do: fc.constant('correct' as const),
          field: fc.constantFrom(...REVIEW_FIELDS),
          words: fc.string(),
        }),
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(moves, (list) => {
        let walk = beginWalk([item(), item(proposed), item(read, true)], RECEIVED)
        let decisions = 0
        for (const one of list) {
          const moved = move(walk, one)
          if (!moved.ok) continue
          walk = moved.walk
          if (moved.decision) {
            decisions++
            for (const entry of decisionEntries(moved.decision, BY, RECEIVED)) expect(takeEntry(entry).ok).toBe(true)
          }
        }
        const { accepted, corrected, rejected, skipped } = walk.counts
        expect(accepted + corrected + rejected).toBe(decisions)
        expect(accepted + corrected + rejected + skipped).toBe(walk.at)
      }),
    )
  })
})

describe('a field', () => {
  it.each([
    ['figures', 'killed: more than 12 people; injured: 5 to 8 people'],
    ['places', 'Aleppo; Homs'],
    ['negated', 'yes'],
    ['speaker', '-'],
    ['stance', 'cannot_confirm'],
    ['date', '2016-09-12/2016-09-13'],
  ] as const)('%s reads back as it was written', (field, words) => {
    const { walk } = made(beginWalk([item()], RECEIVED), { do: 'correct', field, words })
    expect(fieldText(walk.draft!, field)).toBe(words)
  })

  it('that may be left out is taken away when it is emptied', () => {
    const victims = { do: 'correct', field: 'victims', words: 'shoppers' } as const
    const { walk } = made(beginWalk([item()], RECEIVED), victims, { ...victims, words: '-' })
    expect(walk.draft).toEqual(read)
  })

  it('of words moves to where they stand nearest', () => {
    const { walk } = made(beginWalk([item()], RECEIVED), {
      do: 'correct',
      field: 'quote',
      words: 'shelled the northern',
    })
    const { quote, start, end } = walk.draft!
    expect(TEXT.slice(start, end)).toBe(quote)
    expect(start).toBe(TEXT.indexOf('shelled'))
  })
})

describe('what is entered', () => {
  const entriesOf = (of: ReviewItem, ...moves: Move[]) =>
    made(beginWalk([of], RECEIVED), ...moves).decisions.flatMap((one) => decisionEntries(one, BY, RECEIVED))

  it('of an accepted claim is the claim, by whom accepted it', () => {
    expect(entriesOf(item(), { do: 'accept' })).toEqual([
      { type: 'claim', received_at: RECEIVED, recorded_by: BY, body: read },
    ])
  })

  it('of an accepted proposal is what the rules would have read: the same claim, no longer pending', () => {
    expect(entriesOf(item(proposed), { do: 'accept' })).toMatchObject([{ type: 'claim', body: read }])
  })

  it('of a rejected claim is the claim as read and its withdrawal with the reason', () => {
    const entries = entriesOf(item(), { do: 'reject', reason: 'a headline' })
    expect(entries).toMatchObject([
      { type: 'claim', recorded_by: BY, body: { id: read.id } },
      { type: 'withdrawal', body: { withdraws: read.id, by: BY, reason: 'a headline' } },
    ])
  })

  it('of a corrected claim is the corrected one, and the read one taken back', () => {
    const kind = { do: 'correct', field: 'kind', words: 'air_strike' } as const
    const entries = entriesOf(item(proposed), kind, { do: 'accept' })
    expect(entries.map(({ type }) => type)).toEqual(['claim', 'claim', 'withdrawal'])
    expect(entries[0]!.body).toMatchObject({ kind: 'air_strike' })
    expect(entries[0]!.body).not.toHaveProperty('verification_state')
    expect(entries[2]!.body).toMatchObject({
      withdraws: proposed.id,
      reason: `corrected as ${entries[0]!.body.id}: kind`,
    })
  })

  it('of a claim recorded before takes that one back, and enters it no second time', () => {
    expect(entriesOf(item(read, true), { do: 'reject', reason: 'misread' }).map(({ type }) => type)).toEqual([
      'withdrawal',
    ])
    const [stands, takenBack] = entriesOf(item(read, true), { do: 'accept' })
    expect(stands!.body).toMatchObject({ verification_state: 'reported', quote: read.quote })
    expect(takenBack!.body).toMatchObject({ withdraws: read.id, reason: `confirmed as ${stands!.body.id}` })
  })

  it.each<[string, Claim, Move[]]>([
    ['accepted proposal', proposed, [{ do: 'accept' }]],
    ['rejected proposal', proposed, [{ do: 'reject', reason: 'no' }]],
    ['corrected proposal', proposed, [{ do: 'correct', field: 'kind', words: 'air_strike' }, { do: 'accept' }]],
    ['rejected claim', read, [{ do: 'reject', reason: 'no' }]],
    ['corrected claim', read, [{ do: 'correct', field: 'kind', words: 'air_strike' }, { do: 'accept' }]],
  ])('of an %s settles it: to read the document again asks nothing', (_, claim, moves) => {
    expect(reviewState(claim, recordOf([]))).toBe('new')
    expect(reviewState(claim, recordOf(entriesOf(item(claim), ...moves)))).toBe('decided')
  })

  it('never makes more of a claim than it was: a confirmed one is not verified', () => {
    expect(confirmed(proposed)).toEqual(read)
    expect(confirmed(nameClaim({ ...shelling, verification_state: 'disputed' })).verification_state).toBe('disputed')
    expect(reviewState(read, recordOf(entriesOf(item(), { do: 'accept' })))).toBe('recorded')
  })
})
