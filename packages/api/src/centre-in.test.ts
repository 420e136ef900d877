// Minutes and acts over HTTP: who may write in whose name, what the agreement refuses, and what is only asked.
import { letSpeak, type DeskId, type Role } from '@trucekeeper/people'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDeskWorld, type DeskWorld } from './testing/desk-world.ts'
import { visitorOf, type Visitor } from './testing/visitor.ts'

interface Problem {
  readonly code: string
  readonly detail: string
  readonly help: string
  readonly errors?: readonly { code: string; path: string; message: string; clause?: string; heading?: string }[]
}

let world: DeskWorld
let sent = 0
beforeEach(async () => {
  world = await openDeskWorld()
})
afterEach(() => world.close())

async function seated(desk: DeskId, speaks_for: readonly string[], roles: readonly Role[] = ['recorder']) {
  const visitor = visitorOf(world)
  await visitor.comeIn(desk, roles)
  await letSpeak(world.db, { organisation: `Office of ${desk}`, speaks_for })
  return visitor
}

async function write<T>(visitor: Visitor, path: string, body: unknown): Promise<T & { readonly code?: string }> {
  const headers = { 'idempotency-key': `key-${(sent += 1)}-of-a-test` }
  return (await visitor.ask('POST', path, { body, headers })).json() as Promise<T & { readonly code?: string }>
}
const minute = (visitor: Visitor, body: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  write<Problem & { entries: unknown[] }>(visitor, '/api/minutes', { minute: body, for: 'desks', ...more })
const act = (visitor: Visitor, body: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  write<Problem & { entries: unknown[]; effect: { takes_effect: boolean; sentences: string[] } }>(
    visitor,
    '/api/acts',
    {
      act: { power: 'extend-truce', stage: 'proposed', at: '2016-09-17T11:00+03:00', length: '48 hours', ...body },
      for: 'desks',
      ...more,
    },
  )

const opening = (of: string) => ({
  does: 'open-case',
  at: '2016-09-16T10:00+03:00',
  case: 'talbiseh',
  of,
  clause: 'cessation.government',
  accused: 'government',
  claims: [],
  summary: 'Shells fell on Talbiseh.',
})
const size = async (visitor: Visitor) => (await visitor.json<{ entries: number }>('/api/record')).entries

describe('in whose name', () => {
  it('is said for the organisation by whoever has the machine; until then it is nobody’s', async () => {
    const un = await seated('un', [])
    expect(await minute(un, opening('united-nations'))).toMatchObject({
      code: '403.4',
      detail: 'your organisation does not speak for `united-nations`',
    })
    await letSpeak(world.db, { organisation: 'Office of un', speaks_for: ['united-nations'] })
    expect(await un.json('/api/session')).toMatchObject({ speaks_for: ['united-nations'] })
    expect(await minute(un, opening('united-nations'))).toMatchObject({
      entries: [{ type: 'minute', index: expect.any(Number) }],
    })
    expect(await minute(un, { ...opening('opposition'), case: 'other' })).toMatchObject({ code: '403.4' })
  })

  it('of a joint finding is each side’s own: one proposes, the other joins in the same words, and nobody writes both', async () => {
    const [one, other] = [await seated('party-a', ['russia']), await seated('party-b', ['united-states'])]
    await minute(other, opening('united-states'))
    const at = '2016-09-16T12:00+03:00'
    const words = { case: 'talbiseh', step: 2, finding: 'supported', actor: null, reason: 'Seen twice.', claims: [] }
    const both = { ...words, does: 'case-finding', at, of: ['russia', 'united-states'] }
    expect(await minute(one, both)).toMatchObject({ code: '403.4' })
    expect(await minute(one, { ...words, does: 'joint-finding', at, of: 'russia', joins: null })).toMatchObject({
      entries: [{ type: 'minute' }],
    })
    const told = (visitor: Visitor) =>
      visitor.json<{ case: { agreed: string; proposals: { minute: string; state: string; wanted: string[] }[] } }>(
        '/api/cases/talbiseh?at=2016-09-17T12:00%2B03:00',
      )
    const [proposal] = (await told(other)).case.proposals
    expect(proposal).toMatchObject({ state: 'open', wanted: ['united-states'], until: '2016-09-19T10:00:00+03:00' })
    const joining = { ...words, does: 'joint-finding', at: '2016-09-16T13:00+03:00', joins: proposal!.minute }
    expect(await minute(one, { ...joining, of: 'united-states' })).toMatchObject({ code: '403.4' })
    expect(await minute(other, { ...joining, of: 'united-states', reason: 'Seen once.' })).toMatchObject({
      code: '409.3',
      errors: [{ code: 'joined-in-other-words', clause: 'violations', heading: expect.stringContaining('›') }],
    })
    expect(await minute(other, { ...joining, of: 'united-states' })).toMatchObject({ entries: [{ type: 'minute' }] })
    expect((await told(one)).case).toMatchObject({ agreed: 'joint', proposals: [{ state: 'joined', wanted: [] }] })
    // Neither can take from the other what they found together.
    const back = { withdraws: proposal!.minute, reason: 'We think otherwise now.', for: 'desks' }
    expect(await write(one, '/api/withdrawals', back)).toMatchObject({
      code: '403.4',
      detail: 'your organisation does not speak for `united-states`',
    })
    expect((await told(one)).case.agreed).toBe('joint')
  })

  it('of several is in that of each: what is joint is proposed by one and accepted by the other', async () => {
    const [one, other] = [await seated('party-a', ['russia']), await seated('party-b', ['united-states'])]
    const both = { by: ['russia', 'united-states'], stage: 'exercised' }
    const notice = 'We extend.'
    const refused = await act(one, both, { notice })
    expect(refused).toMatchObject({ code: '403.4', detail: 'your organisation does not speak for `united-states`' })
    expect(refused.help).toContain('proposed by one and accepted by the other')
    expect((await act(one, { by: ['russia'] }, { notice })).effect.takes_effect).toBe(false)
    const accepting = { by: ['united-states'], stage: 'accepted', at: '2016-09-17T11:30+03:00' }
    expect((await act(other, accepting, { notice: 'We too.' })).effect.takes_effect).toBe(true)
    // Once it has its effect neither can take it from the other; alone it could have been taken back.
    const { powers } = await one.json<{ powers: { id: string; notices: { act: string; by: string[] }[] }[] }>(
      '/api/powers?at=2016-09-17T12:00%2B03:00',
    )
    const own = powers.find(({ id }) => id === 'extend-truce')!.notices.findLast(({ by }) => by.join() === 'russia')!
    const back = { withdraws: own.act, reason: 'We think otherwise now.', for: 'desks' }
    expect(await write(one, '/api/withdrawals', back)).toMatchObject({
      code: '403.4',
      detail: 'your organisation does not speak for `united-states`',
    })
  })

  it('of all is for whoever keeps the minutes for all', async () => {
    const secretariat = await seated('un', ['*'])
    const both = { by: ['russia', 'united-states'], stage: 'exercised' }
    expect((await act(secretariat, both, { notice: 'Both extend.' })).entries).toHaveLength(2)
    const party = await seated('party-a', ['government'])
    for (const name of ['one', 'other']) await minute(secretariat, { ...opening('united-nations'), case: name })
    const relating = { does: 'relate-cases', cases: ['one', 'other'], reason: 'One strike.' }
    expect(await minute(party, relating)).toMatchObject({
      code: '403.4',
      detail: 'your organisation does not speak for everybody',
    })
    expect((await minute(secretariat, relating)).entries).toHaveLength(1)
  })

  it('of a call is in that of one who was on it', async () => {
    const call = {
      does: 'call',
      at: '2016-09-16T10:00+03:00',
      channel: 'phone',
      between: ['russia', 'united-states'],
      read_outs: [],
    }
    expect((await minute(await seated('party-a', ['russia']), call)).entries).toHaveLength(1)
    expect(await minute(await seated('party-b', ['opposition']), call)).toMatchObject({ code: '403.4' })
  })

  it('takes a recorder or a reviewer', async () => {
    const reader = await seated('un', ['*'], ['reader'])
    expect(await minute(reader, opening('united-nations'))).toMatchObject({ code: '403.2' })
    expect(await act(reader, { by: ['russia'] }, { notice: 'We extend.' })).toMatchObject({ code: '403.2' })
  })
})

describe('what the agreement does not allow', () => {
  it('is refused with each clause and its heading, and nothing is written', async () => {
    const un = await seated('un', ['*'])
    await minute(un, opening('united-nations'))
    const before = await size(un)
    const closing = { does: 'close-case', case: 'talbiseh', of: ['russia'], outcome: 'none', reason: 'none' }
    const refused = await minute(un, closing)
    expect(refused).toMatchObject({ code: '409.3', detail: 'it is not decided without `united-states`' })
    expect(refused.errors!.map(({ code, path, clause }) => [code, path, clause])).toEqual([
      ['closed-by-another', 'minute', 'violations'],
      ['closed-unasked', 'minute', 'violations'],
    ])
    expect(refused.errors![0]!.heading).toContain(' › ')
    const outside = await act(un, { by: ['government'] }, { notice: 'We extend.' })
    expect(outside).toMatchObject({ code: '409.3', errors: [{ clause: 'extend-truce', path: 'act' }] })
    expect(await size(un)).toBe(before)
  })
})

describe('taking back', () => {
  it('what was done in somebody’s name is for whoever may do it in that name', async () => {
    const [un, party] = [await seated('un', ['united-nations']), await seated('party-a', ['government'])]
    const [{ id }] = (await minute(un, opening('united-nations'))).entries as [{ id: string }]
    const back = { withdraws: id, reason: 'It was another place.', for: 'desks' }
    expect(await write(party, '/api/withdrawals', back)).toMatchObject({ code: '403.4' })
    expect(await write(un, '/api/withdrawals', back)).toMatchObject({ entries: [{ type: 'withdrawal' }] })
    expect(await un.json('/api/cases')).toMatchObject({ cases: [] })
    const [, { id: act_id }] = (
      await act(await seated('party-b', ['russia']), { by: ['russia'] }, { notice: 'We extend.' })
    ).entries as [unknown, { id: string }]
    expect(await write(party, '/api/withdrawals', { ...back, withdraws: act_id })).toMatchObject({ code: '403.4' })
  })
})

describe('what is only asked', () => {
  it('is answered whoever asks, with what it would change or with the refusal, and writes nothing', async () => {
    const reviewer = await seated('un', [])
    const before = await size(reviewer)
    const both = { by: ['russia', 'united-states'], stage: 'exercised' }
    const answer = await act(reviewer, both, { dry_run: true })
    expect(answer).toMatchObject({ entries: [], effect: { takes_effect: true } })
    expect(answer.effect.sentences[0]).toMatch(/^if russia and united-states exercise/)
    expect(await act(reviewer, { by: ['government'] }, { dry_run: true })).toMatchObject({ code: '409.3' })
    expect(await minute(reviewer, opening('united-nations'), { dry_run: true })).toEqual({ entries: [] })
    const wrong = await minute(reviewer, { ...opening('united-nations'), accused: 'russia' }, { dry_run: true })
    expect(wrong).toMatchObject({ code: '409.3', errors: [{ clause: 'cessation.government' }] })
    expect(await minute(reviewer, { does: 'close-case' }, { dry_run: true })).toMatchObject({ code: '422.1' })
    expect(await size(reviewer)).toBe(before)
  })
})
