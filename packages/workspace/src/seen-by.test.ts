import { nameRelease, nameRuling, nameWithdrawal, type Entry, type Release } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reaches, seenBy, seesAs } from './seen-by.ts'

const DESKS = ['party-a', 'party-b', 'un'] as const
type Desk = (typeof DESKS)[number]
const AUDIENCES = [...DESKS, 'desks', 'public'] as const

interface Step {
  readonly holder: Desk | null
  /** A ruling stands for whatever has an id: two of one number have the same. */
  readonly number: number
  readonly releases: readonly number[]
  readonly to: Release['to'] | null
}

const holder = fc.constantFrom(...DESKS, null)
const to = fc.oneof(
  fc.constantFrom('desks' as const, 'public' as const),
  fc.uniqueArray(fc.constantFrom(...DESKS), { minLength: 1 }),
)
const step: fc.Arbitrary<Step> = fc.record({
  holder,
  number: fc.nat(6),
  releases: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
  to: fc.option(to),
})
const steps = fc.array(step, { maxLength: 25 })

const bodyOf = (number: number) =>
  nameRuling({ does: 'join', claims: [`clm_${number}`, 'clm_0'], by: 'somebody', reason: `ruling ${number}` })
const at = (index: number) => `2016-09-17T12:${String(index).padStart(2, '0')}:00Z`

function entryOf({ holder: held_by, number, releases, to: target }: Step, index: number): Entry {
  const envelope = { received_at: at(index), recorded_by: 'somebody' }
  if (held_by !== null && target !== null) {
    const ids = releases.map((one) => bodyOf(one).id)
    const to = typeof target === 'string' ? target : [...target]
    const body = nameRelease({ releases: ids, to, by: 'somebody', reason: `release ${index}` })
    return { type: 'release', ...envelope, held_by, body }
  }
  return { type: 'ruling', ...envelope, ...(held_by !== null && { held_by }), body: bodyOf(number) }
}

const logged = (all: readonly Step[]): LoggedEntry[] => all.map((one, index) => ({ index, entry: entryOf(one, index) }))
const withoutLeaves = (entries: readonly LoggedEntry[]) => entries.map(({ index, entry }) => ({ index, entry }))

describe('what a desk sees', () => {
  it('is to the byte the same, whatever others hold and never released to it', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...AUDIENCES), (all, me) => {
        const entries = logged(all)
        const released = new Set(entries.flatMap(({ entry }) => (entry.type === 'release' ? entry.body.releases : [])))
        const isSecret = ({ entry }: LoggedEntry) =>
          entry.held_by !== undefined &&
          entry.held_by !== me &&
          (entry.type === 'release' ? !reaches(entry.body.to, me) : !released.has(entry.body.id))
        const secret = new Set(entries.filter(isSecret))
        const without = entries.filter((one) => !secret.has(one))
        expect(JSON.stringify(seenBy(without, me))).toBe(JSON.stringify(seenBy(entries, me)))
      }),
    )
  })

  it('has nothing that others hold without a release that reaches it, and all that is for every desk', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...AUDIENCES), (all, me) => {
        const entries = logged(all.map((one) => ({ ...one, to: null })))
        const own = entries.filter(({ entry }) => entry.held_by === undefined || entry.held_by === me)
        const ids = [...new Set(own.map(({ entry }) => entry.body.id))]
        expect(seenBy(entries, me).map(({ entry }) => entry.body.id)).toEqual(ids)
        expect(seenBy(entries, me).every((one) => own.includes(one))).toBe(true)
      }),
    )
  })

  it('has what is released as if it had come in with the release, for every desk', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('party-b', 'un', 'desks'), (all, me) => {
        const before = logged(all.filter(({ holder: by }) => by !== 'party-a'))
        const [first, then] = [before.length, before.length + 1]
        const held = { holder: 'party-a', number: 3, releases: [3], to: null } as const
        const release = { ...held, to: 'desks' } as const
        const hidden: LoggedEntry[] = [
          ...before,
          { index: first, entry: entryOf(held, first) },
          { index: then, entry: entryOf(release, then) },
        ]
        const open: LoggedEntry[] = [...before, { index: then, entry: entryOf({ ...held, holder: null }, then) }]
        expect(JSON.stringify(withoutLeaves(seenBy(hidden, me)))).toBe(JSON.stringify(withoutLeaves(seenBy(open, me))))
      }),
    )
  })

  it('is swapped where the desks are', () => {
    const swapped = (text: string) =>
      text.replaceAll(/party-[ab]/g, (desk) => (desk === 'party-a' ? 'party-b' : 'party-a'))
    fc.assert(
      fc.property(steps, (all) => {
        const entries = logged(all)
        const other = JSON.parse(swapped(JSON.stringify(entries))) as LoggedEntry[]
        expect(JSON.stringify(seenBy(other, 'party-b'))).toBe(swapped(JSON.stringify(seenBy(entries, 'party-a'))))
      }),
    )
  })

  it('only ever grows at its end, and what was seen is handed on as it was', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...AUDIENCES), (all, me) => {
        const entries = logged(all)
        const sees = seesAs(me)
        let before: readonly LoggedEntry[] = []
        for (let size = 0; size <= entries.length; size++) {
          const now = sees(entries.slice(0, size))
          expect(now).toEqual(seenBy(entries.slice(0, size), me))
          expect(before.every((one, at) => one === now[at])).toBe(true)
          expect(now.every(({ index }, at) => at === 0 || index >= now[at - 1]!.index)).toBe(true)
          before = now
        }
        expect(sees(logged(all.slice(1)))).toEqual(seenBy(logged(all.slice(1)), me))
      }),
    )
  })

  it('is for the public what is nobody’s or released to it, and not what is released to every desk', () => {
    const one = { releases: [], to: null } as const
    const entries = logged([
      { ...one, holder: 'party-a', number: 1 },
      { ...one, holder: 'party-a', number: 2 },
      { ...one, holder: null, number: 3 },
      { holder: 'party-a', number: 0, releases: [1], to: 'desks' },
      { holder: 'party-a', number: 0, releases: [2], to: 'public' },
    ])
    const ids = (audience: string) =>
      seenBy(entries, audience).map(({ index, leaf, entry }) => [index, leaf, entry.type])
    expect(ids('public')).toEqual([
      [2, undefined, 'ruling'],
      [4, 1, 'ruling'],
    ])
    expect(ids('desks').length).toBe(3)
    expect(ids('party-a').length).toBe(5)
  })

  it('keeps a withdrawal of what one has oneself, though another releases the same', () => {
    const entries = logged([
      { holder: 'party-b', number: 1, releases: [], to: null },
      { holder: 'party-a', number: 1, releases: [], to: null },
      { holder: 'party-a', number: 0, releases: [1], to: 'desks' },
    ])
    const body = nameWithdrawal({ withdraws: bodyOf(1).id, by: 'somebody', reason: 'It was wrong.' })
    const withdrawal: Entry = { type: 'withdrawal', received_at: at(3), recorded_by: 'b', held_by: 'party-b', body }
    expect(seenBy([...entries, { index: 3, entry: withdrawal }], 'party-b').map(({ index }) => index)).toEqual([0, 3])
  })
})

describe('what an entry withholds', () => {
  const claim = {
    doc: 'report.txt',
    quote: 'Two shells fell on Talbiseh.',
    speaker: 'a nurse in Talbiseh',
    speaker_side: 'unknown',
    via: null,
    outlet: null,
  }
  const withheldClaim = (...withheld: readonly string[]): LoggedEntry => {
    const body = { ...claim, id: 'clm_0123456789abcdef0123' }
    const entry = { type: 'claim', received_at: at(1), recorded_by: 'somebody', body } as unknown as Entry
    return { index: 1, entry, withheld }
  }
  const seen = (...entries: readonly LoggedEntry[]) => seenBy(entries, 'un')

  it('is closed to every desk, under a name that is made of no content', () => {
    const [shown] = seen(withheldClaim('body.speaker', 'body.id', 'recorded_by'))
    expect(shown!.entry).toMatchObject({ recorded_by: 'withheld', body: { quote: claim.quote, speaker: null } })
    expect(JSON.stringify(shown)).not.toMatch(/nurse|0123456789abcdef/)
  })

  it('hides the entry where it cannot be without it', () => {
    expect(seen(withheldClaim('body.quote', 'body.id'))).toEqual([])
  })

  it('is not closed where it only names what is seen, and what names a closed claim names it as it is shown', () => {
    expect(seen(withheldClaim('body.id', 'body.doc'))).toEqual([withheldClaim('body.id', 'body.doc')])
    const body = nameWithdrawal({ withdraws: 'clm_0123456789abcdef0123', by: 'somebody', reason: 'It was a drill.' })
    const entry: Entry = { type: 'withdrawal', received_at: at(2), recorded_by: 'somebody', body }
    const [shown, withdrawal] = seen(withheldClaim('body.speaker', 'body.id'), { index: 2, entry })
    expect(withdrawal!.entry.body).toMatchObject({ withdraws: shown!.entry.body.id })
  })
})
