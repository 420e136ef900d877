// Approvals over HTTP: who may ask, who may decide, and every way in which one person or one side would do alone.
import type { ApprovalRequest, Db } from '@trucekeeper/people'
import { spendApprovals, actorOf } from '@trucekeeper/people'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

const TEXT = '{"release":["clause 4"],"to":"public"}'
const asked = { kind: 'release', subject: 'clause 4 to the public', text: TEXT, desks: ['un', 'guarantor'] }
const MINUTE = 60_000

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`approvals on ${database.name}`, () => {
    let world: World
    let asker: Visitor
    let un: Visitor
    let guarantor: Visitor
    beforeAll(async () => {
      world = await openWorld({ tables: await database.open() })
      ;[asker, un, guarantor] = [visitorOf(world), visitorOf(world), visitorOf(world)]
      await asker.comeIn('party-a', ['releaser'])
      await un.comeIn('un', ['reviewer'])
      await guarantor.comeIn('guarantor', ['releaser'])
    })
    afterAll(() => world?.close())

    const ask = async (body: unknown = asked) =>
      (await (await asker.post('/api/approvals', body)).json()) as ApprovalRequest
    const code = async (response: Promise<Response>) =>
      ((await (await response).json()) as { code?: string }).code ?? 'given'
    const approving = (who: Visitor, { id, digest }: ApprovalRequest) =>
      code(who.post(`/api/approvals/${id}/approve`, { digest }))
    const requests = async (who: Visitor) =>
      (await who.json<{ requests: ApprovalRequest[] }>('/api/approvals')).requests
    const stateOf = async (who: Visitor, id: string) => (await requests(who)).find((one) => one.id === id)?.state
    const actorBehind = async (who: Visitor, db: Db) =>
      (await actorOf(db, who.jar.get('__Host-truce')!, world.clock.now))!

    it('are seen where they are asked, with the words that are approved, and stand approved after two', async () => {
      const request = await ask()
      expect(request).toMatchObject({ state: 'waiting', mine: true, for_me: false, approvals: 0, needed: 2 })
      const seen = (await requests(un)).find(({ id }) => id === request.id)
      expect(seen).toMatchObject({ text: TEXT, organisation: 'Office of party-a', mine: false, for_me: true })
      expect(await approving(un, request)).toBe('given')
      world.clock.now += 1_000
      expect(await approving(guarantor, request)).toBe('given')
      const mine = (await requests(asker)).find(({ id }) => id === request.id)
      expect(mine).toMatchObject({ state: 'approved', approvals: 2 })
      expect(mine!.decisions.map(({ organisation, approves }) => [organisation, approves])).toEqual([
        ['Office of un', true],
        ['Office of guarantor', true],
      ])
    })

    it.each<[string, (request: ApprovalRequest) => Promise<string>, string]>([
      ['same person approves twice', (r) => approving(un, r).then(() => approving(un, r)), '409.1'],
      ['the asker approves', (r) => approving(asker, r), '403.2'],
      [
        'approver from the requesting party',
        async (r) => {
          const colleague = visitorOf(world)
          await colleague.comeIn('party-a', ['releaser', 'administrator'])
          return approving(colleague, r)
        },
        '403.2',
      ],
      ['another text than was read', (r) => approving(un, { ...r, digest: '0'.repeat(64) }), '409.2'],
      [
        'requester edits after first approval',
        async (r) => {
          await approving(un, r)
          return code(asker.ask('PUT', `/api/approvals/${r.id}`, { body: { text: 'release everything' } }))
        },
        '409.1',
      ],
      [
        'requester edits before the approver answers',
        async (r) => {
          await asker.ask('PUT', `/api/approvals/${r.id}`, { body: { text: 'release everything' } })
          return approving(un, r)
        },
        '409.2',
      ],
      ['quorum lowered in the same change', () => code(asker.post('/api/approvals', { ...asked, needed: 1 })), '400.6'],
      [
        'quorum lowered afterwards',
        (r) => code(asker.ask('PUT', `/api/approvals/${r.id}`, { body: { text: TEXT, needed: 1 } })),
        '400.6',
      ],
      ['only the own desk asked', () => code(asker.post('/api/approvals', { ...asked, desks: ['party-a'] })), '400.6'],
      [
        'a reader approves',
        async (r) => {
          const reader = visitorOf(world)
          await reader.comeIn('un', ['reader'])
          return approving(reader, r)
        },
        '403.2',
      ],
      [
        'a desk that was not asked approves',
        async (r) => {
          const other = visitorOf(world)
          await other.comeIn('party-b')
          return approving(other, r)
        },
        '404.9',
      ],
      [
        'after it was withdrawn',
        async (r) => {
          await asker.ask('DELETE', `/api/approvals/${r.id}`)
          return approving(un, r)
        },
        '409.1',
      ],
      ['withdrawn by another desk', (r) => code(un.ask('DELETE', `/api/approvals/${r.id}`)), '404.9'],
    ])('are refused: %s', async (_, attempt, expected) => {
      expect(await attempt(await ask())).toBe(expected)
    })

    it('are used once, for their own text, by their own desk', async () => {
      const request = await ask()
      const { db } = world
      const releaser = await actorBehind(asker, db)
      const spend = async (text: string, by = releaser) => {
        const result = await spendApprovals(db, by, request.id, text, world.clock.now)
        return result.ok ? 'done' : result.refusal.code
      }
      await approving(un, request)
      expect(await spend(TEXT)).toBe('too-few-approvals')
      await approving(guarantor, request)
      expect(await spend('release everything')).toBe('changed-since')
      expect(await spend(TEXT, await actorBehind(un, db))).toBe('absent')
      expect(await spend(TEXT)).toBe('done')
      expect(await spend(TEXT)).toBe('spent')
      expect(await stateOf(asker, request.id)).toBe('used')
    })

    it('end with one refusal, whose reason the asker reads', async () => {
      const request = await ask()
      const { id, digest } = request
      expect(await code(un.post(`/api/approvals/${id}/refuse`, { digest, reason: '  ' }))).toBe('400.6')
      expect(await code(un.post(`/api/approvals/${id}/refuse`, { digest, reason: 'a name is in it' }))).toBe('given')
      expect(await approving(guarantor, request)).toBe('409.1')
      const mine = (await requests(asker)).find((one) => one.id === id)
      expect(mine).toMatchObject({ state: 'refused', decisions: [{ desk: 'un', reason: 'a name is in it' }] })
    })

    it('need the passkey within five minutes, and grow old in a week', async () => {
      const request = await ask()
      world.clock.now += 6 * MINUTE
      expect(await approving(un, request)).toBe('403.3')
      await un.signIn()
      expect(await approving(un, request)).toBe('given')
      world.clock.now += 8 * 24 * 60 * MINUTE
      await guarantor.signIn()
      expect(await approving(guarantor, request)).toBe('409.1')
      await asker.signIn()
      expect(await stateOf(asker, request.id)).toBe('expired')
    })
  })
