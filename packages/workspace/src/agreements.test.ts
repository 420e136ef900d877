// Several texts over one record: which claims, acts and minutes count under which of them.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseInstant } from '@trucekeeper/time'
import { afterEach, describe, expect, it } from 'vitest'
import { nameMinute, type Entry, type MinuteBody } from '@trucekeeper/claims'
import {
  folderRecorder,
  followFolder,
  openFolderLedger,
  openWorkspace,
  showsAs,
  type Questions,
  type Workspace,
} from './index.ts'
import { everything } from './seen.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const AT = parseInstant('2016-09-16T23:00+03:00')!

const localTruce = (power = 'extend-local') => `# A local truce

## 1. The town

Nobody fires at the town of Darayya from noon on 10 September 2016, and the two may go on for longer.

\`\`\`truce
agreement local
  title        A local truce
  clock        Asia/Damascus
  decided-by   all-reported

party government
  name         Government of Syria
  known-as     army
  side         syria_gov

party fighters
  name         Fighters of the town
  side         opposition

zone around-it
  geometry     places.geojson#aleppo-city

term local-truce
  starts       2016-09-10T12:00+03:00
  lasts        48 hours
  extends      ${power}

ban no-fire
  on           government and fighters, each
  act          attack
  in           around-it
  during       term local-truce

power ${power}
  held-by      government and fighters jointly
  effect       extend local-truce
\`\`\`
`

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((dir) => rm(dir, { recursive: true }))))

async function folderWith(texts: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'several-'))
  folders.push(dir)
  await cp(EXAMPLE, dir, { recursive: true, filter: (path) => !/[/\\](agreements|ledger|centre)$/.test(path) })
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(join(dir, 'agreements', name), { recursive: true })
    await writeFile(join(dir, 'agreements', name, 'agreement.md'), text)
  }
  return dir
}

async function opened(dir: string, agreement?: string): Promise<Workspace> {
  const found = await openWorkspace(dir, agreement === undefined ? {} : { agreement })
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join('\n'))
  return found.workspace
}

async function enterMinutes(dir: string, ...minutes: readonly MinuteBody[]): Promise<void> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  await ledger.value.append(
    minutes.map((body): Entry => {
      return { type: 'minute', received_at: body.at, recorded_by: 'desk', body: nameMinute(body) }
    }),
  )
  await ledger.value.close()
}

const ACT = `---
outlet: An agency
published: 2016-09-11T10:00+03:00
acts:
  - power: extend-local
    stage: exercised
    by: [government, fighters]
    at: 2016-09-11T09:00+03:00
    length: 72 hours
    quote: the local truce goes on for another 72 hours
---
Both said that the local truce goes on for another 72 hours.
`

describe('several agreements in one folder', () => {
  it('stand side by side over one record, the folder’s own first', async () => {
    const dir = await folderWith({ town: localTruce() })
    const own = await opened(dir)
    expect((await own.agreements()).map(({ id }) => id)).toEqual(['aleppo-2016', 'local'])
    const local = await opened(dir, 'local')
    const [there, here] = [await own.status({ at: AT }), await local.status({ at: AT })]
    expect(here.agreement.id).toBe('local')
    expect(here.checkpoint).toEqual(there.checkpoint)
    expect(here.clauses.map(({ id }) => id)).toContain('no-fire.fighters')
    const under = await own.under('local')
    expect(under.ok && (await under.questions.status({ at: AT }))).toEqual(here)
  })

  it('leave the record and the verdicts of a folder as they are where they bring no new names', async () => {
    const [alone, beside] = [await opened(await folderWith({})), await opened(await folderWith({ town: localTruce() }))]
    const [before, after] = [await alone.status({ at: AT }), await beside.status({ at: AT })]
    expect(after.checkpoint).toEqual(before.checkpoint)
    expect(after.clauses).toEqual(before.clauses)
  })

  it('count an act under the one whose power it names, and under no other', async () => {
    const dir = await folderWith({ town: localTruce() })
    await writeFile(join(dir, 'reports', '98-local.txt'), ACT)
    const [own, local] = [await opened(dir), await opened(dir, 'local')]
    const powers = async (workspace: Questions) => (await workspace.known()).record.acts.map(({ power }) => power)
    expect(await powers(local)).toEqual(['extend-local'])
    expect(await powers(own)).not.toContain('extend-local')
    expect((await powers(own)).length).toBeGreaterThan(1)
    const { terms } = await local.status({ at: AT })
    expect(terms[0]!.ends).toBe('2016-09-15T12:00:00+03:00')
  })

  it('are refused where two have a clause of one name, with the place in both', async () => {
    const dir = await folderWith({ town: localTruce('extend-truce') })
    const found = await openWorkspace(dir)
    if (found.ok) throw new Error('opened')
    const clash = found.diagnostics.find(({ code }) => code === 'clause-in-two-agreements')
    expect(clash?.message).toBe('`extend-truce` stands in `aleppo-2016` and in `local`')
    expect(clash?.spans.map(({ file }) => file)).toEqual(['agreements/town/agreement.md', 'agreement.md'])
    expect(clash?.spans.every(({ range }) => range.start.line > 1)).toBe(true)
  })

  it('are refused where one of them cannot be read, by the place in its own file', async () => {
    const found = await openWorkspace(await folderWith({ town: localTruce().replace('#aleppo-city', '#nowhere') }))
    if (found.ok) throw new Error('opened')
    expect(found.diagnostics.filter(({ severity }) => severity === 'error')[0]?.spans[0]?.file).toBe(
      'agreements/town/agreement.md',
    )
  })

  it('are asked for by their ids, and a near one is told', async () => {
    const dir = await folderWith({ town: localTruce() })
    const found = await openWorkspace(dir, { agreement: 'locla' })
    expect(found.ok ? null : found.refusal).toEqual({
      message: 'no agreement `locla` is in this folder',
      help: 'did you mean `local`? there are: `aleppo-2016`, `local`',
    })
    expect((await (await opened(dir)).under('locla')).ok).toBe(false)
  })

  it('are followed: one that comes to lie there is there at the next question', async () => {
    const dir = await folderWith({})
    const view = followFolder(dir).view()
    expect(await view.agreements()).toHaveLength(1)
    const stamp = await view.stamp!()
    await mkdir(join(dir, 'agreements', 'town'), { recursive: true })
    await writeFile(join(dir, 'agreements', 'town', 'agreement.md'), localTruce())
    expect(await view.agreements()).toHaveLength(2)
    expect(await view.stamp!()).not.toBe(stamp)
    const under = await view.under('local')
    const anew = await opened(dir, 'local')
    expect(under.ok && (await under.questions.status({ at: AT }))).toEqual(await anew.status({ at: AT }))
  })
})

describe('what is written where several agreements stand', () => {
  it('is held against the one whose clause it names', async () => {
    const dir = await folderWith({ town: localTruce() })
    const recorder = folderRecorder(dir, { person: 'a monitor', now: () => parseInstant('2016-09-11T12:00+03:00')! })
    const asking = (key: string) => ({ key, digest: key, by: null })
    const act = { power: 'extend-local', stage: 'exercised', by: ['government', 'fighters'], length: '72 hours' }
    const asked = { act: { ...act, at: '2016-09-11T09:00+03:00' }, words: null, notice: 'It goes on for 72 hours.' }
    try {
      const done = await recorder.act(asking('one-key-of-a-test'), asked)
      expect(done.ok && done.value.effect.terms.map(({ term }) => term)).toEqual(['local-truce'])
      const alone = await recorder.act(asking('another-key'), { ...asked, act: { ...asked.act, by: ['fighters'] } })
      expect(!alone.ok && alone.wrong[0]).toMatchObject({
        clause: 'extend-local',
        heading: 'A local truce › 1. The town',
      })
    } finally {
      await recorder.close()
    }
    const acts = async (id?: string) => (await (await opened(dir, id)).known()).record.acts.map(({ power }) => power)
    expect(await acts('local')).toEqual(['extend-local'])
    expect(await acts()).not.toContain('extend-local')
  })
})

describe('a text that is not for everybody', () => {
  it('is not there at all for those who are not shown it, and its acts are of no other', async () => {
    const secret = localTruce().replace(
      '  decided-by   all-reported',
      '  decided-by   all-reported\n  disclosure   team',
    )
    const dir = await folderWith({ town: secret })
    await writeFile(join(dir, 'reports', '98-local.txt'), ACT)
    const folder = followFolder(dir)
    const seenBy = (audience: string) =>
      folder.view(
        everything,
        showsAs(audience, () => AT),
      )
    const publicly = seenBy('public')
    expect((await publicly.agreements()).map(({ id }) => id)).toEqual(['aleppo-2016'])
    expect((await publicly.under('local')).ok).toBe(false)
    expect((await publicly.known()).record.acts.map(({ power }) => power)).not.toContain('extend-local')
    expect(JSON.stringify(await publicly.status({ at: AT }))).not.toContain('local')
    expect((await folder.view().agreements()).map(({ id }) => id)).toEqual(['aleppo-2016', 'local'])
  })

  it('is no more public for a version of the folder’s own text, nor for a level of an article that both number alike', async () => {
    const secret = localTruce().replace(
      '  decided-by   all-reported',
      '  decided-by   all-reported\n  disclosure   parties',
    )
    const dir = await folderWith({ town: secret })
    const version = { version: 'v1', lang: 'en', date: '2016-09-12', hash: 'a'.repeat(64), withholds: [] }
    const at = '2016-09-12T12:00+03:00'
    const of = ['government', 'fighters']
    const open = { does: 'disclose', at, subject: { article: '1' }, level: 'public', embargo_until: null } as const
    await enterMinutes(
      dir,
      { does: 'publish-version', at, published_by: 'government', ...version },
      { ...open, of, told_of: true, reason: 'agreed' },
    )
    const view = (audience: string) =>
      followFolder(dir).view(
        everything,
        showsAs(audience, () => AT),
      )
    expect((await view('public').agreements()).map(({ id }) => id)).toEqual(['aleppo-2016'])
    const beside = await view('party-a').under('local')
    if (!beside.ok) throw new Error(beside.message)
    expect((await beside.questions.known()).record.minutes).toEqual([])
    expect((await view('party-a').known()).record.minutes).toHaveLength(2)
  })
})

describe('a file of places that several texts refer to', () => {
  it('and that cannot be read is said once, and no zone is blamed for it', async () => {
    const dir = await folderWith({ local: localTruce() })
    await writeFile(join(dir, 'places.geojson'), '{"type": "Feature')
    const found = await openWorkspace(dir)
    expect(found.ok ? [] : found.diagnostics.map(({ code }) => code)).toEqual(['places-malformed'])
  })
})
