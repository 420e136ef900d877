import { parseInstant } from '@trucekeeper/time'
import { openWorkspace, type Workspace } from '@trucekeeper/workspace'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkedApp } from './checked.ts'
import type { WhatIsKnown } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import type { ReleasedAnswer } from './released.ts'
import type { TallyAnswer } from './tally.ts'
import type { TimelineAnswer } from './timeline.ts'

const EVENING = '2016-09-16T23:00+03:00'

type Condition = Extract<WhatIsKnown['agreement']['ruled'][number], { kind: 'gate' }>['when']

let workspace: Workspace

beforeAll(async () => {
  const opened = await openWorkspace(resolve(import.meta.dirname, '../../../examples/aleppo-2016'))
  if (!opened.ok) throw new Error('the example agreement does not open')
  workspace = opened.workspace
})

const ask = (address: string) => checkedApp({ ...fixtureDeps().deps, workspace }).request(address)
const timeline = async (query: string) => (await (await ask(`/api/timeline?${query}`)).json()) as TimelineAnswer

describe('the course of events', () => {
  it('ends every clause as the status has it at that instant', async () => {
    const { clauses, at } = await timeline(`at=${EVENING}`)
    const status = await workspace.status({ at: parseInstant(at)! })
    expect(clauses.length).toBeGreaterThan(0)
    for (const { id, stretches } of clauses) {
      const clause = status.clauses.find((one) => one.id === id)!
      const { verdict, standing, timing } = clause.verdicts[clause.decided_by]!
      expect(stretches.at(-1)).toMatchObject({ to: at, verdict, standing, timing })
    }
  })

  it('reads a clause at the end of each day as the status of that minute does, by the account asked for', async () => {
    const { clauses } = await timeline(`at=${EVENING}&account=monitors`)
    const evening = '2016-09-14T23:59:00+03:00'
    const status = await workspace.status({ at: parseInstant(evening)! })
    for (const { id, stretches } of clauses) {
      const there = stretches.find(
        ({ from, to }) => Date.parse(from) < Date.parse(evening) && Date.parse(to) >= Date.parse(evening),
      )
      expect(there?.verdict).toBe(status.clauses.find((one) => one.id === id)!.verdicts.monitors!.verdict)
    }
  })

  it('has no gaps, and no two stretches beside each other that say the same', async () => {
    for (const { stretches } of (await timeline('')).clauses)
      for (const [index, next] of stretches.slice(1).entries()) {
        const before = stretches[index]!
        expect(next.from).toBe(before.to)
        expect(next).not.toMatchObject({ verdict: before.verdict, standing: before.standing, timing: before.timing })
      }
  })

  it('tells of the extension with its words, of documents as they came in, and of no later ones when asked so', async () => {
    const { acts, documents } = await timeline(`at=${EVENING}`)
    const extension = acts.find(({ stage, power }) => power === 'extend-truce' && stage === 'accepted')!
    const text = (await workspace.document(extension.doc))!.text
    expect(text.slice(extension.start, extension.end)).not.toBe('')
    const early = await timeline(`at=${EVENING}&known_at=2016-09-13T12:00%2B03:00`)
    expect(early.documents.length).toBeLessThan(documents.length)
    expect(early.acts.some(({ power }) => power === 'extend-truce')).toBe(false)
  })

  it('refuses an account that the agreement has not', async () => {
    expect((await (await ask('/api/timeline?account=nobody')).json()).code).toBe('404.4')
  })
})

describe('the tally', () => {
  it('of the whole term is the one that the status gives', async () => {
    const told = (await (await ask(`/api/tally?at=${EVENING}`)).json()) as TallyAnswer
    const { tallies } = await workspace.status({ at: parseInstant(EVENING)! })
    expect(told.term.rows.map(({ clause }) => clause)).toEqual(tallies.map(({ clause }) => clause))
    for (const [index, { alleged, verified, coverage }] of tallies.entries()) {
      const [cell] = told.term.rows[index]!.cells
      expect(cell!.claimed.high).toBe(alleged)
      expect(cell!.verified).toEqual({ low: verified, high: verified })
      expect([cell!.days_in_force, cell!.days_reported]).toEqual([coverage.days, coverage.days_reported])
    }
  })
})

describe('what is released', () => {
  it('is every verdict by the account that decides, and documents of outlets alone', async () => {
    const told = (await (await ask(`/api/released?at=${EVENING}`)).json()) as ReleasedAnswer
    const status = await workspace.status({ at: parseInstant(EVENING)! })
    for (const { id, verdict, released } of told.clauses) {
      const clause = status.clauses.find((one) => one.id === id)!
      expect(verdict).toBe(released ? clause.verdicts[clause.decided_by]!.verdict : null)
    }
    expect(told.clauses.filter(({ verdict }) => verdict !== null).length).toBeGreaterThan(0)
    expect(told.documents.every(({ outlet }) => outlet.length > 0)).toBe(true)
  })

  it('leaves out how a clause stands that rests on tables, and every clause that waits for it', async () => {
    const { agreement, record } = await workspace.known()
    const sealed = { op: 'sealed' } as unknown as Condition
    const ruled = agreement.ruled.map((one) => (one.kind === 'gate' ? { ...one, when: sealed } : one))
    const basis = async () => ({ agreement: { ...agreement, ruled }, record })
    const asking = { ...workspace, known: basis }
    const response = await checkedApp({ ...fixtureDeps().deps, workspace: asking }).request('/api/released')
    const held = ((await response.json()) as ReleasedAnswer).clauses.filter(({ released }) => !released)
    expect(held.map(({ id }) => id)).toEqual(expect.arrayContaining(['joint-centre', 'open-jic']))
    for (const { verdict, standing, receipts } of held) expect([verdict, standing, receipts]).toEqual([null, null, []])
  })

  it('names neither rows of tables nor documents without an outlet', async () => {
    const lookback = await workspace.lookback()
    const own = async () => (await lookback.documents({})).map((one) => ({ ...one, outlet: null }))
    const hidden = { ...workspace, lookback: async () => ({ ...lookback, documents: own, logKey: async () => 'key' }) }
    const text = await (
      await checkedApp({ ...fixtureDeps().deps, workspace: hidden }).request(`/api/released?at=${EVENING}`)
    ).text()
    const told = JSON.parse(text) as ReleasedAnswer
    expect(told.documents).toEqual([])
    expect(told.clauses.flatMap(({ receipts }) => receipts)).toEqual([])
    for (const { doc } of await lookback.documents({})) expect(text).not.toContain(doc)
  })

  it('says of an entry that is not released what it says of one that is not there', async () => {
    const lookback = await workspace.lookback()
    const [first] = await lookback.documents({})
    const own = async () => [{ ...first!, outlet: null }]
    const proof = async () => new TextEncoder().encode('c2sp.org/tlog-proof@v1')
    const some = { ...workspace, lookback: async () => ({ ...lookback, documents: own, proof }) }
    const request = (index: number | string) =>
      checkedApp({ ...fixtureDeps().deps, workspace: some }).request(`/api/released/receipts/${index}`)
    const [hidden, absent] = [await request(first!.index), await request('99')]
    const named = (text: string, name: number | string) =>
      text.replace(`\`${name}\``, '#').replace(`receipts/${name}`, '#')
    expect(hidden.status).toBe(404)
    expect(named(await hidden.text(), first!.index)).toBe(named(await absent.text(), '99'))
    const shown = { ...workspace, lookback: async () => ({ ...lookback, proof }) }
    const given = await checkedApp({ ...fixtureDeps().deps, workspace: shown }).request(
      `/api/released/receipts/${first!.index}`,
    )
    expect([given.status, await given.text()]).toEqual([200, 'c2sp.org/tlog-proof@v1'])
  })
})
