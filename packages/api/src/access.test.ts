import type { Position } from '@trucekeeper/access/ground'
import { parseInstant } from '@trucekeeper/time'
import { openWorkspace, type Workspace } from '@trucekeeper/workspace'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccessTold } from './access.ts'
import { checkedApp } from './checked.ts'
import { fixtureDeps } from './fixture.ts'
import type { GroundTold } from './ground.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const EVENING = '2016-09-16T23:00+03:00'
const LATER = '2016-09-21T00:00+03:00'

let workspace: Workspace

beforeAll(async () => {
  const opened = await openWorkspace(EXAMPLE)
  if (!opened.ok) throw new Error('the example agreement does not open')
  workspace = opened.workspace
})

type More = Partial<Parameters<typeof checkedApp>[0]>
const ask = (address: string, more: More = {}) =>
  checkedApp({ ...fixtureDeps().deps, workspace, ...more }).request(address)
const access = async (query: string) => (await (await ask(`/api/access?${query}`)).json()) as AccessTold
const ground = async (query: string, more?: More) =>
  (await (await ask(`/api/ground?${query}`, more)).json()) as GroundTold
const documentText = async (sha: string) => (await workspace.document(sha))!.text

describe('access', () => {
  it('is requests, funnel, consignments, indicators, figures and the sentences that follow, as of an instant', async () => {
    const told = await access(`at=${EVENING}`)
    expect(told.question).toEqual({ at: '2016-09-16T23:00:00+03:00', known_at: null, sources: null })
    expect(told.requests.find(({ request_id }) => request_id === 'aug-6')).toMatchObject({ outcome: 'denied' })
    expect(told.funnel[0]).toMatchObject({ stage: 'requested', requests: { low: 9, high: 9 } })
    expect(told.consignments[0]).toMatchObject({ consignment_id: 'convoy-1', reached: 'not_reached' })
    expect(told.indicators.map(({ id }) => id)).toEqual(['rapid', 'safe', 'unhindered', 'sustained'])
    expect(told.sentences.some(({ text }) => text.includes('waited at Turkish border'))).toBe(true)
  })

  it('tells of nothing that had not happened, or was not recorded, by then', async () => {
    expect(JSON.stringify(await access(`at=${EVENING}`))).not.toContain('Urum al-Kubra')
    expect(JSON.stringify(await access(`at=${LATER}`))).toContain('Urum al-Kubra')
    expect(JSON.stringify(await access(`at=${LATER}&known_at=${EVENING}`))).not.toContain('Urum al-Kubra')
  })

  it('hears only the sources asked for, and says whom one may ask for', async () => {
    const { question, sources, figures } = await access(`at=${LATER}&source=residents&source=aid workers`)
    expect(question.sources).toEqual(['residents', 'aid workers'])
    expect(figures.flatMap((card) => card.figures.map(({ value }) => value))).toEqual([20, 31])
    expect(sources).toContain('ocha')
    expect(await (await ask('/api/access?source=nobody')).json()).toMatchObject({
      code: '404.6',
      detail: 'no row is by the word of `nobody`',
      help: expect.stringContaining('`ocha`'),
    })
  })

  it('shows for each quote where its words stand', async () => {
    const { passages, figures } = await access(`at=${LATER}`)
    const dead = figures.find(({ what }) => what === 'killed')!.figures
    for (const { quote, row } of dead) {
      const { sha256, start, end } = passages[row]!
      expect((await documentText(sha256)).slice(start, end)).toBe(quote)
    }
    expect(dead).toHaveLength(3)
  })

  it.each([
    ['400.1', 'at=now', '`now` is no instant'],
    ['400.2', 'account=monitors', '`account` is not known here'],
    ['400.3', 'known_at=size:4', '`size:4` is no instant by which rows were recorded'],
  ])('is refused with %s for %s', async (code, query, detail) => {
    expect(await (await ask(`/api/access?${query}`)).json()).toMatchObject({ code, detail })
  })
})

describe('the ground', () => {
  it('says of each depth what was found, why, by whose word, who cannot confirm it and who is silent', async () => {
    const { depths, account } = await ground(`at=${EVENING}`)
    const tanks = depths.find(({ depth }) => depth.party === 'government' && depth.depth_m === 3500)!
    expect(account).toBe('all-reported')
    expect(tanks.finding).toBe('contested')
    expect(tanks.why).toContain('reports of the same time disagree')
    expect(tanks.kept_by_word_of.map(({ observer }) => observer)).toEqual(['russia'])
    expect(tanks.not_kept_by_word_of.map(({ observer }) => observer)).toEqual(['opposition'])
    expect(new Set(tanks.cannot_confirm.map(({ observer }) => observer))).toEqual(new Set(['united-states']))
  })

  it('says who waits for whom, in which words, and what would break it', async () => {
    const { pairs } = await ground(`at=${EVENING}`)
    const waiting = pairs.find(({ state }) => state === 'mutual_wait')!
    expect(waiting.parties).toEqual(['government', 'opposition'])
    expect(waiting.would_break).toHaveLength(3)
    const [word] = waiting.says
    expect(word!.observer).toBe('opposition')
    expect((await documentText(word!.passage!.sha256)).slice(word!.passage!.start, word!.passage!.end)).toBe(
      word!.quote,
    )
  })

  it('publishes bands of distance late, however late one asks to be told', async () => {
    const { published } = await ground(`at=${LATER}`)
    expect(published.bands).toContainEqual({
      line: 'castello-road',
      party: 'government',
      weapon_class: 'mortar',
      from_m: expect.any(Number),
      to_m: expect.any(Number),
      window_from: '2016-09-16T03:00:00+03:00',
      window_to: '2016-09-17T03:00:00+03:00',
    })
    const early = { now: () => parseInstant(EVENING)! }
    expect((await ground('at=2030-01-01T00:00Z', early)).published.bands).toEqual([])
  })

  it('publishes the same bands whoever is believed, so that none tells who observed', async () => {
    const { accounts } = (await workspace.known()).agreement
    const answers = await Promise.all(accounts.map(({ id }) => ground(`at=${LATER}&account=${id}`)))
    const [first, ...others] = answers.map(({ published }) => published)
    expect(first!.bands.length).toBeGreaterThan(0)
    for (const other of others) expect(other).toEqual(first)
    expect(new Set(answers.map(({ depths }) => JSON.stringify(depths))).size).toBeGreaterThan(1)
  })

  it('knows the accounts of the agreement and no other', async () => {
    expect(await (await ask('/api/ground?account=everyone')).json()).toMatchObject({
      code: '404.4',
      detail: 'the agreement has no account `everyone`',
    })
  })
})

/** Every longitude and latitude of a table, as written. */
async function coordinatesIn(file: string): Promise<string[]> {
  const [head, ...rows] = (await readFile(resolve(EXAMPLE, file), 'utf8'))
    .trim()
    .split('\n')
    .map((row) => row.split(','))
  const columns = ['lon', 'lat'].map((name) => head!.indexOf(name))
  return rows
    .flatMap((row) => columns.map((column) => row[column]!))
    .filter((cell) => /^\d+\.\d+$/.test(cell))
    .map((cell) => String(Number(cell)))
}

describe('positions', () => {
  const answers = async () => {
    const { accounts } = (await workspace.known()).agreement
    const addresses = [EVENING, LATER].flatMap((at) => [
      `/api/access?at=${at}`,
      ...accounts.map(({ id }) => `/api/ground?at=${at}&account=${id}`),
    ])
    return Promise.all(addresses.map(async (address) => (await ask(address)).text()))
  }

  it.each(['ground/positions.csv', 'access/tracks.csv'])('of %s are in no answer', async (file) => {
    const coordinates = await coordinatesIn(file)
    expect(coordinates.length).toBeGreaterThan(5)
    for (const answer of await answers())
      for (const coordinate of coordinates) expect(answer.includes(coordinate), coordinate).toBe(false)
  })

  it('leave the answer as it is when they move within their band and their depth', async () => {
    const tables = await workspace.tables()
    const moved = (row: Position): Position =>
      row.place === null
        ? row
        : { ...row, place: [row.place[0] + 0.00001, row.place[1]], errorRadius_m: row.errorRadius_m! + 0.5 }
    const { terms, record } = tables.ground!
    const elsewhere = { terms, record: { ...record, positions: record.positions.map(moved) } }
    const other = { ...workspace, tables: async () => ({ ...tables, ground: elsewhere }) }
    expect(await ground(`at=${LATER}`, { workspace: other })).toEqual(await ground(`at=${LATER}`))
  })
})

describe('a folder', () => {
  it.each(['access', 'ground'])('without tables of %s is an answer, not a mistake', async (noun) => {
    const response = await checkedApp(fixtureDeps().deps).request(`/api/${noun}`)
    expect([response.status, await response.json()]).toEqual([200, { tables: 'absent' }])
  })

  it('with a wrong cell says which, and what is wrong unless that would tell a position', async () => {
    const flaw = { row: 3, cell: 'B3', message: '`36.1` is wrong', help: 'write another' }
    const problems = [
      { ...flaw, folder: 'access', file: 'access/events.csv', column: 'status' },
      { ...flaw, folder: 'access', file: 'access/tracks.csv', column: 'lat' },
      { ...flaw, folder: 'ground', file: 'ground/positions.csv', column: 'lon' },
    ] as const
    const { deps } = fixtureDeps()
    const tables = async () => ({ access: null, ground: null, lines: new Map(), problems })
    const app = checkedApp({ ...deps, workspace: { ...deps.workspace, tables } })
    const silent = { message: null, help: null }
    expect(await (await app.request('/api/access')).json()).toEqual({
      tables: 'refused',
      flaws: [problems[0], { ...problems[1], ...silent }],
    })
    expect(await (await app.request('/api/ground')).json()).toEqual({
      tables: 'refused',
      flaws: [{ ...problems[2], ...silent }],
    })
  })
})
