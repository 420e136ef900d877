// Withheld fields over HTTP: noted before they are shown, alike to whoever may not have them, there or not.
import type { ApprovalRequest, SealedRead } from '@trucekeeper/people'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../people/src/testing/databases.ts'
import { openWorld, visitorOf, type Visitor, type World } from './testing/visitor.ts'

const MINUTE = 60_000
const FIELDS: Record<string, unknown> = {
  'party-a 7 body.speaker': 'a driver of the convoy',
  'party-a 7 body.point.exact': ['36202000', '37160000'],
  'party-a 7 body.via': null,
}
/** What was asked of the record, in order. */
const opened: string[] = []
const sealed = {
  async read({ index, field, desk }: { index: number; field: string; desk: string }) {
    const name = `${desk} ${index} ${field}`
    opened.push(name)
    return name in FIELDS ? { found: FIELDS[name] } : null
  },
}

for (const database of await testDatabases())
  describe.skipIf(database.skipped)(`a withheld field on ${database.name}`, () => {
    let world: World
    let owner: Visitor
    let other: Visitor
    beforeAll(async () => {
      world = await openWorld({ tables: await database.open(), sealed })
      ;[owner, other] = [visitorOf(world), visitorOf(world)]
      await owner.comeIn('party-a', ['releaser'])
      await other.comeIn('party-b', ['releaser'])
    })
    beforeEach(async () => {
      opened.length = 0
      await owner.signIn()
      await other.signIn()
    })
    afterAll(() => world?.close())

    const wanted = { entry: 7, field: 'body.speaker', purpose: 'to ask the driver back' }
    const readBy = (who: Visitor, body: object = wanted) => who.post('/api/sealed-reads', body)
    const readsOf = async (who: Visitor) => (await who.json<{ reads: SealedRead[] }>('/api/sealed-reads')).reads
    const codeOf = async (response: Promise<Response>) => ((await (await response).json()) as { code?: string }).code

    it('is shown, and the desk sees who read it, when and for what', async () => {
      const before = (await readsOf(owner)).length
      expect(await (await readBy(owner)).json()).toEqual({
        entry: 7,
        field: 'body.speaker',
        value: 'a driver of the convoy',
      })
      world.clock.now += 1_000
      expect(await (await readBy(owner, { ...wanted, field: 'body.via' })).json()).toMatchObject({ value: null })
      const reads = await readsOf(owner)
      expect(reads).toHaveLength(before + 2)
      expect(reads[before]).toMatchObject({ field: '7/body.speaker', purpose: wanted.purpose })
      expect(await readsOf(other)).toEqual([])
    })

    it('of another desk is to the byte as if it were not there, and nothing is noted', async () => {
      const seen = async (body: object) => {
        const answer = await readBy(other, body)
        return [answer.status, [...answer.headers], await answer.text()]
      }
      const theirs = await seen(wanted)
      expect(theirs[0]).toBe(404)
      expect(theirs).toEqual(await seen({ ...wanted, entry: 99_999 }))
      expect(theirs).toEqual(await seen({ ...wanted, field: 'body.made_up' }))
      expect(await readsOf(other)).toEqual([])
    })

    it.each([
      ['without a purpose', { ...wanted, purpose: '  ' }, '400.6'],
      ['with a part nobody knows', { ...wanted, all: true }, '400.6'],
      ['an exact position without an approval', { ...wanted, field: 'body.point.exact' }, '409.1'],
      ['an exact position that is not there', { ...wanted, entry: 99, field: 'body.point.exact' }, '409.1'],
    ])('is not looked for %s', async (_, body, code) => {
      expect(await codeOf(readBy(owner, body))).toBe(code)
      expect(opened).toEqual([])
    })

    it('is not looked for once the passkey was held more than five minutes ago (step-up)', async () => {
      world.clock.now += 6 * MINUTE
      expect(await codeOf(readBy(owner))).toBe('403.3')
      expect(await codeOf(readBy(owner, { ...wanted, entry: 99_999 }))).toBe('403.3')
      expect(opened).toEqual([])
    })

    it('is not for readers', async () => {
      const reader = visitorOf(world)
      await reader.comeIn('party-a', ['reader'])
      expect(await codeOf(readBy(reader))).toBe('403.2')
    })

    it('that is an exact position is shown once, after two other organisations approve that and why', async () => {
      const exact = { entry: 7, field: 'body.point.exact', purpose: 'to repair the main' }
      const text = JSON.stringify({ disclose: exact.field, entry: exact.entry, purpose: exact.purpose })
      const [un, guarantor] = [visitorOf(world), visitorOf(world)]
      await un.comeIn('un', ['reviewer'])
      await guarantor.comeIn('guarantor', ['reviewer'])
      const asked = { kind: 'disclosure', subject: 'a place', text, desks: ['un', 'guarantor'] }
      const { id, digest } = (await (await owner.post('/api/approvals', asked)).json()) as ApprovalRequest
      const read = (more: object = {}) => readBy(owner, { ...exact, approval: id, ...more })
      await un.post(`/api/approvals/${id}/approve`, { digest })
      expect(await codeOf(read())).toBe('409.1')
      await guarantor.post(`/api/approvals/${id}/approve`, { digest })
      expect(await codeOf(read({ purpose: 'for another reason' }))).toBe('409.1')
      expect(await codeOf(readBy(other, { ...exact, approval: id }))).toBe('409.1')
      expect(await (await read()).json()).toMatchObject({ value: ['36202000', '37160000'] })
      expect(await codeOf(read())).toBe('409.1')
      expect((await readsOf(owner)).at(-1)).toMatchObject({ field: '7/body.point.exact', purpose: exact.purpose })
    })
  })
