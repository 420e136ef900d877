// Each desk finds its own rules and notices, and none of another's.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NoticesAnswer, NoticesKnown } from './answers/notices.ts'
import { createApp } from './app.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import { openDeskWorld, type DeskWorld } from './testing/desk-world.ts'
import { visitorOf } from './testing/visitor.ts'

const KNOWN: NoticesKnown = {
  rules: ['un', 'party-a'].map((desk) => ({
    name: `evening of ${desk}`,
    desk,
    tell: ['verdict'],
    clauses: null,
    how: 'mail',
    to: [`${desk}@example.org`],
    language: 'en',
    quiet: null,
    digest: '19:00',
    lead_hours: 6,
  })),
  notices: ['un', 'party-a'].map((desk, n) => ({
    id: `ntc_${n}`,
    rule: `evening of ${desk}`,
    desk,
    to: `${desk}@example.org`,
    made_at: '2016-09-16T19:00:00+03:00',
    subject: 's',
    text: `words for ${desk}`,
    state: 'waiting',
    tries: 1,
    last_at: '2016-09-16T19:00:00+03:00',
    why: 'the mail server could not be reached',
    next_at: Date.parse('2016-09-16T19:00:30+03:00'),
  })),
}
const ofDesk = async (desk: string | null): Promise<NoticesKnown> => ({
  rules: KNOWN.rules.filter((one) => desk === null || one.desk === desk),
  notices: KNOWN.notices.filter((one) => desk === null || one.desk === desk),
})

let world: DeskWorld
beforeEach(async () => {
  world = await openDeskWorld()
})
afterEach(() => world.close())

describe('notices', () => {
  it('are those of the desk that asks', async () => {
    const app = createApp({ ...world.deps, notices: ofDesk })
    for (const desk of ['un', 'party-b'] as const) {
      const visitor = visitorOf({ ...world, app })
      await visitor.comeIn(desk)
      const answer = await visitor.json<NoticesAnswer>('/api/notices')
      expect(answer.rules.map((one) => one.desk)).toEqual(desk === 'un' ? ['un'] : [])
      expect(JSON.stringify(answer)).not.toContain('party-a')
    }
    expect((await visitorOf({ ...world, app }).get('/api/notices')).status).toBe(401)
  })

  it('are all of them where one person uses the folder, the latest first, with hours of its zone', async () => {
    const { deps } = fixtureDeps()
    const workspace = { ...deps.workspace, known: world.deps.workspace.known }
    const answer = (await (
      await checkedApp({ ...deps, workspace, notices: ofDesk }).request('/api/notices')
    ).json()) as NoticesAnswer
    expect(answer.tells).toBe(true)
    expect(answer.notices.map(({ id, next_at }) => [id, next_at])).toEqual([
      ['ntc_1', '2016-09-16T19:00:30+03:00'],
      ['ntc_0', '2016-09-16T19:00:30+03:00'],
    ])
    const none = (await (await checkedApp({ ...deps, workspace }).request('/api/notices')).json()) as NoticesAnswer
    expect(none).toMatchObject({ tells: false, rules: [], notices: [] })
  })
})
