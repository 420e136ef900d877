import type { Agreement } from '@trucekeeper/agreement'
import { casesOf } from '@trucekeeper/centre'
import { parseInstant } from '@trucekeeper/time'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { enterFolder, followFolder, openFolderLedger, openWorkspace, type Workspace } from '../index.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const AT = parseInstant('2016-09-28T23:00+03:00')!
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'minutes-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports', 'centre'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
})

afterEach(() => rm(dir, { recursive: true, force: true }))

async function opened(): Promise<Workspace> {
  const found = await openWorkspace(dir)
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join('; '))
  return found.workspace
}

async function enter(changed: Partial<Agreement> = {}): Promise<number> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const entered = await enterFolder(ledger.value, dir, { ...(await opened()).agreement, ...changed })
  await ledger.value.close()
  if (!entered.ok) throw new Error(entered.refusal.message)
  return entered.value.appended
}

async function cases() {
  const { agreement, record } = await (await opened()).known()
  return casesOf(agreement, record, AT)
}

describe('a folder with minutes', () => {
  it('has them in its record before a ledger has begun, after the reports they rest on', async () => {
    const types = (await opened()).current().entries.map(({ entry }) => entry.type)
    expect(types.indexOf('minute')).toBe(types.filter((type) => type !== 'minute').length)
    expect((await cases()).cases.length).toBeGreaterThan(5)
  })

  it('enters them with its reports, once, and its cases stay as they were', async () => {
    const before = await cases()
    expect(await enter()).toBe((await opened()).current().entries.length)
    expect(await enter()).toBe(0)
    expect(await cases()).toEqual(before)
  })

  it('reads no report again that is in the ledger, so that other names for its actors enter nothing twice', async () => {
    await enter()
    expect(await enter({ actors: [] })).toBe(0)
  })

  it('enters a minute that was written later, resting on words of a report that is in the ledger', async () => {
    await enter()
    const minute = (words: string) => `- does: open-case
  at: 2016-09-28T12:00+03:00
  case: later
  of: united-states
  clause: first-convoy
  accused: government
  claims: [{ doc: '16', words: ${words} }]
  summary: no aid arrived
`
    await writeFile(join(dir, 'centre', 'more.yaml'), minute('No aid has reached'))
    expect(await enter()).toBe(1)
    await writeFile(join(dir, 'centre', 'yet-more.yaml'), minute('Nobody said this'))
    expect(await enter()).toBe(0)
  })

  it('is followed: a minute that is added counts at the next question', async () => {
    const folder = followFolder(dir)
    const count = async () => (await folder.view().known()).record.minutes.length
    const before = await count()
    const leak = '- does: leak\n  at: 2016-09-28T12:00+03:00\n  of: a map\n  date: 2016-09-28\n'
    await writeFile(join(dir, 'centre', 'more.yaml'), leak)
    expect(await count()).toBe(before + 1)
  })

  it('says what is wrong with a minute, with its file and line, and leaves it out alone', async () => {
    const before = (await opened()).current().entries.length
    await writeFile(join(dir, 'centre', 'more.yaml'), '- does: leak\n  at: 2016-09-28T12:00+03:00\n  off: a map\n')
    const { entries, diagnostics } = (await opened()).current()
    expect(entries).toHaveLength(before)
    const places = diagnostics.map(({ spans }) => [spans[0]?.file, spans[0]?.range.start.line])
    expect(places).toContainEqual(['centre/more.yaml', 3])
  })
})
