// What is confidential over HTTP: in no answer to those who are not shown it, and told in full to those who are.
import { nameMinute, type Entry, type MinuteBody } from '@trucekeeper/claims'
import { followFolder, openFolderLedger, viewsByAudience } from '@trucekeeper/workspace'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PublicationAnswer } from './answers/publication.ts'
import { checkedApp } from './checked.ts'
import type { Deps } from './deps.ts'
import { fixtureDeps } from './fixture.ts'
import type { ReleasedAnswer } from './released.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const ENDS = '2016-09-22T12:00+03:00'
/** Words of the first convoy: of its prose, its fence, its title and its heading. */
const WORDS = /first-convoy|First aid|3\.1 |sealed trucks|parity|unhindered and/
const ALL = '?at=2016-09-25T12:00%2B03:00'
let dir: string
let now = Date.parse('2016-09-16T23:00:00+03:00')
let deps: Deps

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'publication-api-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'agreements', 'darayya'), join(dir, 'agreements', 'darayya'), { recursive: true })
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const both = ['russia', 'united-states']
  const showing = { does: 'disclose' as const, subject: { clause: 'first-convoy' }, told_of: true, reason: 'routes' }
  const out = {
    does: 'publish-version' as const,
    version: 'v1',
    lang: 'en',
    withholds: ['first-convoy'],
    date: '2016-09-24',
  }
  const minutes: readonly MinuteBody[] = [
    {
      does: 'commit-text',
      at: '2016-09-09T21:00+03:00',
      of: both,
      version: 'v1',
      lang: 'en',
      root: 'b'.repeat(64),
      leaves: 56,
    },
    { ...showing, at: '2016-09-09T22:00+03:00', of: both, level: 'parties', embargo_until: null },
    { ...showing, at: '2016-09-10T22:00+03:00', of: both, level: 'public', embargo_until: ENDS },
    { ...showing, at: '2016-09-11T22:00+03:00', of: ['russia'], level: 'team', embargo_until: null },
    { does: 'leak', at: '2016-09-22T09:00+03:00', of: 'v1', by: null, date: '2016-09-22', doc: null },
    { ...out, at: '2016-09-22T10:00+03:00', published_by: 'An agency', hash: 'a'.repeat(64), withholds: [] },
    { ...out, at: '2016-09-23T10:00+03:00', published_by: 'united-states', hash: 'c'.repeat(64) },
    { ...out, at: '2016-09-24T10:00+03:00', published_by: 'russia', hash: 'c'.repeat(64) },
    {
      does: 'endorse',
      at: '2016-02-26T23:00+03:00',
      body: 'UN Security Council',
      reference: 'S/RES/2268',
      date: '2016-02-26',
      version: null,
    },
  ]
  const done = await ledger.value.append(
    minutes.map((body): Entry => ({
      type: 'minute',
      received_at: body.at,
      recorded_by: 'desk',
      body: nameMinute(body),
    })),
  )
  await ledger.value.close()
  if (!done.ok) throw new Error(done.refusal.message)
  const folder = followFolder(dir)
  deps = { ...fixtureDeps().deps, workspace: folder.view(), seenBy: viewsByAudience(folder, () => now) }
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const text = async (path: string, from = deps) => (await checkedApp(from).request(path)).text()
const get = async <T>(path: string, from = deps) => JSON.parse(await text(path, from)) as T
const as = (audience: string): Deps => ({ ...deps, workspace: deps.seenBy!(audience) })

describe('what anybody may see', () => {
  it('has no byte of what is hidden, whatever is asked, and tells that a passage is withheld and until when', async () => {
    for (const query of ['', ALL, '?at=2030-01-01T00:00%2B03:00', '?known_at=size:3'])
      expect(await text(`/api/released${query}`)).not.toMatch(WORDS)
    const told = await get<ReleasedAnswer>('/api/released')
    expect(told.withheld).toEqual([{ level: 'parties', until: ENDS }])
    const [version] = told.versions
    expect(version).toMatchObject({ version: 'v1', root: 'b'.repeat(64) })
    // Whoever checks a version needs the receipt of what committed to it.
    const receipt = await checkedApp(deps).request(`/api/released/receipts/${version!.index}`)
    expect([receipt.status, await receipt.text()]).toEqual([200, expect.stringContaining('c2sp.org/tlog-proof')])
    expect((await checkedApp(deps).request(`/api/released/receipts/${version!.index + 1}`)).status).toBe(404)
    // The gate waits for it: its words are public, what is found of it is not.
    expect(told.clauses.find(({ id }) => id === 'joint-centre')).toMatchObject({ released: false, verdict: null })
    expect(told.clauses.find(({ id }) => id === 'cessation.government')).toMatchObject({ released: true })
  })

  it('has all of it once the embargo is over, by the clock', async () => {
    now = Date.parse('2016-09-22T12:00:00+03:00')
    expect(await text('/api/released')).toMatch(WORDS)
    expect((await get<ReleasedAnswer>('/api/released')).withheld).toEqual([])
    now -= 1
    expect(await text('/api/released')).not.toMatch(WORDS)
  })
})

describe('every other answer', () => {
  it('follows from the text as whoever asks is shown it', async () => {
    now = Date.parse('2016-09-16T23:00:00+03:00')
    const asked = ['status', 'agreement', 'lens', 'timeline', 'tally', 'publication', 'cases', 'map', 'powers'].map(
      (name) => `/api/${name}`,
    )
    for (const path of [...asked, `/api/publication${ALL}`]) {
      expect(await text(path, as('humanitarian')), path).not.toMatch(WORDS)
      expect(await text(path, as('public')), path).not.toMatch(WORDS)
    }
    expect((await checkedApp(as('public')).request('/api/clauses/first-convoy/why')).status).toBe(404)
    for (const desk of ['party-a', 'party-b', 'guarantor', 'un'])
      expect(await text('/api/agreement', as(desk))).toBe(await text('/api/agreement'))
  })
})

describe('the course of the text', () => {
  it('is told with its versions, who has them, endorsements and leaks, each by its place in the record', async () => {
    const told = await get<PublicationAnswer>(`/api/publication${ALL}`)
    expect(told.course.map(({ does }) => does)).toEqual([
      'endorse',
      'commit-text',
      'leak',
      'publish-version',
      'publish-version',
      'publish-version',
    ])
    const [version] = told.versions
    expect(version).toMatchObject({ version: 'v1', commitment: { leaves: 56 }, publications: { length: 3 } })
    expect(version!.publications.map(({ outside }) => outside)).toEqual([true, false, false])
    expect(version!.compared.map(({ is }) => is)).toEqual(['shows_more', 'shows_more', 'same'])
    expect(told.leaks).toMatchObject([{ by: null }])
    expect(told.endorsements).toMatchObject([{ reference: 'S/RES/2268' }])
    expect(told.proposed).toMatchObject([{ of: ['russia'], waits_for: ['united-states'], level: 'team' }])
    expect(told.written[told.course[1]!.id]).toMatchObject({ recorded_by: 'desk' })
    expect([told.deciders, told.not_shown, told.made]).toEqual([['russia', 'united-states'], null, '2016-09-09'])
  })

  it('tells those who are not shown all of it what is withheld from them, and no name of it', async () => {
    const told = await get<PublicationAnswer>(`/api/publication${ALL}`, as('humanitarian'))
    expect(told.not_shown).toMatchObject({ passages: [{ level: 'parties', until: ENDS }] })
    expect(told.not_shown!.undecided).toContain('joint-centre')
    expect(told.proposed).toEqual([])
  })

  it('is under a text beside it that text’s own: its clauses, who decides of them, and no version of the other', async () => {
    const told = await get<PublicationAnswer>(`/api/publication${ALL}&agreement=darayya-2016`)
    expect(told).toMatchObject({
      own_text: false,
      course: [],
      versions: [],
      leaks: [],
      endorsements: [],
      said: [],
      articles: [],
    })
    expect(told.clauses.map(({ clause }) => clause)).toContain('fighters-leave')
    expect(told.clauses.every(({ published, level }) => published.length === 0 && level === 'public')).toBe(true)
    expect(told.deciders).toEqual(['government', 'darayya-fighters'])
    expect((await get<PublicationAnswer>('/api/publication')).own_text).toBe(true)
  })
})
