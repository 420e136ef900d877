// What is left of entries for whoever is not shown a clause, a claim or a field of one.
import { parseAgreement, resolveAgreement } from '@trucekeeper/agreement'
import { namingOf, type ClaimsHidden } from '@trucekeeper/centre'
import {
  nameAct,
  nameClaim,
  nameMinute,
  nameRuling,
  nameWithdrawal,
  type ClaimBody,
  type Entry,
  type MinuteBody,
} from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { describe, expect, it } from 'vitest'
import { TEXT } from '../../centre/src/testing/pact.ts'
import { withoutHidden } from './shown-entries.ts'

const { agreement } = resolveAgreement(parseAgreement(TEXT, 'agreement.md').text, new Map())
const AT = '2016-09-05T12:00+03:00'
const NOTHING: ClaimsHidden = { whole: new Set(), fields: new Map() }

const claim = (quote: string, start: number, more: Partial<ClaimBody> = {}) =>
  nameClaim({
    doc: 'note.txt',
    quote,
    start,
    end: start + quote.length,
    speaker: null,
    speaker_side: 'unknown',
    via: null,
    outlet: null,
    published: '2016-09-05',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: [],
    date: null,
    date_basis: null,
    actor_blamed: null,
    target: null,
    figures: [],
    ...more,
  })
const [SHELLS, SAME, OTHER] = [
  claim('Seven shells fell, Amal said.', 0, {
    speaker: 'Amal',
    figures: [{ what: 'shells', value: 7, unit: 'shells' }],
  }),
  claim('shells fell', 6, { kind: 'rocket' as ClaimBody['kind'] }),
  claim('Amal saw rockets.', 40),
] as const

function logged(...bodies: readonly Entry['body'][]): readonly LoggedEntry[] {
  const typeOf = { clm: 'claim', act: 'act', rul: 'ruling', wdr: 'withdrawal', min: 'minute' } as const
  return bodies.map((body, index) => {
    const type = typeOf[body.id.slice(0, 3) as keyof typeof typeOf]
    return { index, entry: { type, received_at: AT, recorded_by: 'desk', body } as Entry }
  })
}
const shown = (entries: readonly LoggedEntry[], claims = NOTHING, hidden: readonly string[] = []) =>
  withoutHidden()(entries, { audience: 'party-a', claims, naming: namingOf([agreement!], new Set(hidden)) })
const bodiesOf = (entries: readonly LoggedEntry[]) => entries.map(({ entry }) => entry.body)
const minute = (body: MinuteBody) => nameMinute(body)
const CASE = { does: 'open-case', at: AT, case: 'one', of: 'south', accused: 'north', summary: 'Shells.' } as const

describe('what names a hidden clause', () => {
  it('is not there: acts under it, minutes about it, and what was done in its case', () => {
    const act = nameAct({
      power: 'calm.north',
      stage: 'exercised',
      by: ['east'],
      at: AT,
      doc: 'other.txt',
      quote: 'done',
      start: 0,
      end: 4,
    })
    const opened = minute({ ...CASE, clause: 'calm', claims: [] })
    const reply = minute({ does: 'case-reply', at: AT, case: 'one', of: 'north', text: 'No.' })
    const of = ['east', 'west']
    const level = {
      does: 'disclose',
      at: AT,
      of,
      level: 'team',
      embargo_until: null,
      told_of: true,
      reason: 'r',
    } as const
    const levels = [{ clause: 'calm' }, { article: '2' }].map((subject) => minute({ ...level, subject }))
    const back = nameWithdrawal({ withdraws: reply.id, by: 'desk', reason: 'Wrong.' })
    const kept = minute({ ...level, subject: { clause: 'complaints' } })
    const entries = logged(OTHER, act, opened, reply, ...levels, back, kept)
    expect(bodiesOf(shown(entries, NOTHING, ['calm.north', 'calm.south']))).toEqual([OTHER, kept])
    expect(shown(entries)).toBe(entries)
  })
})

describe('what tells of a hidden claim', () => {
  it('is not there: the same words, rulings, and the case that rests on it', () => {
    const ruling = nameRuling({ does: 'join', claims: [SHELLS.id, OTHER.id], by: 'desk', reason: 'One.' })
    const opened = minute({ ...CASE, clause: 'calm', claims: [SHELLS.id] })
    const step = minute({ does: 'case-reply', at: AT, case: 'one', of: 'north', text: 'No.' })
    const entries = logged(SHELLS, SAME, OTHER, ruling, opened, step)
    const claims = { ...NOTHING, whole: new Set([SHELLS.id]) }
    expect(bodiesOf(shown(entries, claims))).toEqual([OTHER])
    // What a desk holds itself it wrote itself.
    const held = (by: string) => entries.map((one) => ({ ...one, entry: { ...one.entry, held_by: by } as Entry }))
    expect(bodiesOf(shown(held('party-a'), claims))).toEqual(bodiesOf(entries))
    expect(bodiesOf(shown(held('party-b'), claims))).toEqual([OTHER])
  })
})

describe('a hidden field', () => {
  const closed = (...fields: readonly string[]) => ({ ...NOTHING, fields: new Map([[SHELLS.id, fields]]) })

  it('has no words left in any quote from its document, and no length', () => {
    const [one, other] = bodiesOf(shown(logged(SHELLS, OTHER), closed('speaker')))
    expect(one).toMatchObject({ speaker: null, quote: 'Seven shells fell, █████ said.', end: 30 })
    expect(other).toMatchObject({ quote: '█████ saw rockets.' })
    // A number is said in words of its own.
    expect(bodiesOf(shown(logged(SHELLS), closed('figures')))).toMatchObject([{ figures: [], quote: '█████', end: 5 }])
    // Where it happened cannot be left open.
    expect(shown(logged(SHELLS, SAME), closed('places'))).toEqual([])
  })

  it('cannot be tried: neither its claim nor what names that goes by an id made of it', () => {
    const ruling = nameRuling({ does: 'join', claims: [SHELLS.id, OTHER.id], by: 'desk', reason: 'One.' })
    const back = nameWithdrawal({ withdraws: ruling.id, by: 'desk', reason: 'Wrong.' })
    const told = JSON.stringify(shown(logged(SHELLS, ruling, back), closed('speaker')))
    for (const { id } of [SHELLS, ruling]) expect(told).not.toContain(id)
    const other = claim('Seven shells fell, Basma said.', 0, { speaker: 'Basma', figures: SHELLS.figures })
    const as = (one: typeof SHELLS) => {
      const entries = logged(one, nameRuling({ does: 'join', claims: [one.id, 'clm_0'], by: 'desk', reason: 'One.' }))
      return shown(entries, { ...NOTHING, fields: new Map([[one.id, ['speaker']]]) })
    }
    expect(as(other)).toEqual(as(SHELLS))
  })
})
