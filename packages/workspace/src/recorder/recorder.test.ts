import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { foldLedger, readLedger } from '@trucekeeper/ledger'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveWorkspace } from '../live.ts'
import { ledgerFolder, openFolderLedger } from '../record.ts'
import { folderRecorder, type Recorder, type RecordRequest as Request, type Written } from './index.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const NOW = Date.parse('2016-09-17T12:00:00+03:00')
const REPORT =
  'Government forces shelled Talbiseh on Friday, an opposition commander said.\n\nAid trucks were still waiting at the border, the United Nations said.\n'

let dir: string
let recorder: Recorder
let sent = 0

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'recorder-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports/08-observatory-13.txt'), join(dir, 'reports/08-observatory-13.txt'))
  recorder = folderRecorder(dir, { person: 'a monitor', now: () => NOW })
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

const asking = (key = `key ${(sent += 1)}`, digest = key): Request => ({ key, digest, by: null })

function valueOf<T>(written: Written<T>): T {
  if (!written.ok) throw new Error(written.wrong.map(({ message }) => message).join('; '))
  return written.value
}

async function entries() {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok) throw new Error(reader.refusal.message)
  return Array.fromAsync(reader.value.entries())
}

async function folded() {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok) throw new Error(reader.refusal.message)
  return foldLedger(reader.value.entries())
}

const file = (name: string, text = REPORT) => ({
  name,
  bytes: new TextEncoder().encode(text),
  published: '2016-09-16',
  outlet: 'An agency',
})

const NOTE = 'Two shells fell on Talbiseh.'
const seen = {
  quote: NOTE,
  start: 0,
  end: NOTE.length,
  speaker: 'a monitor',
  speaker_side: 'monitor',
  via: null,
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['Talbiseh'],
  date: '2016-09-17T10:00+03:00',
  date_basis: 'explicit',
  actor_blamed: null,
  target: null,
  figures: [],
}
const note = (text = NOTE) => ({
  name: 'note-1.txt',
  text,
  outlet: null,
  published: '2016-09-17T10:05+03:00',
})

describe('a request', () => {
  it('sent twice is done once and answered the same', async () => {
    const request = asking()
    const offered = { document: note(), claims: [seen] }
    const first = valueOf(await recorder.claims(request, offered))
    const size = (await entries()).length
    expect(valueOf(await recorder.claims(request, offered))).toEqual(first)
    expect(await entries()).toHaveLength(size)
    expect(first.entries.map(({ type, recorded_by }) => [type, recorded_by])).toEqual([
      ['document', 'a monitor'],
      ['claim', 'a monitor'],
    ])
  })

  it('is remembered by who comes after a restart, and by a file that lost its last line', async () => {
    const request = asking()
    const offered = { document: note(), claims: [seen] }
    const first = valueOf(await recorder.claims(request, offered))
    await recorder.close()
    recorder = folderRecorder(dir, { person: 'a monitor' })
    expect(await recorder.claims(request, offered)).toEqual({ ok: true, value: first, isRepeated: true })
    await recorder.close()
    const kept = join(dir, 'answered-requests.jsonl')
    await writeFile(kept, (await readFile(kept, 'utf8')).slice(0, -20))
    const size = (await entries()).length
    // The clock went on: what is answered is the receipt that stands in the record.
    recorder = folderRecorder(dir, { person: 'a monitor' })
    expect(await recorder.claims(request, offered)).toEqual({ ok: true, value: first, isRepeated: false })
    expect(await entries()).toHaveLength(size)
  })

  it('with the key of another is refused, and another person may have the same key', async () => {
    const request = asking()
    await recorder.claims(request, { document: note(), claims: [seen] })
    const other = { document: note('Shots were heard in Talbiseh.'), claims: [] }
    expect(await recorder.claims({ ...request, digest: 'other' }, other)).toMatchObject({ why: 'key-reused' })
    expect(await recorder.claims({ ...request, digest: 'other', by: 'another' }, other)).toMatchObject({ ok: true })
  })

  it('of one key that comes many times at once is done once', async () => {
    const request = asking()
    const all = await Promise.all(
      Array.from({ length: 8 }, () => recorder.claims(request, { document: note(), claims: [seen] })),
    )
    expect(new Set(all.map((one) => JSON.stringify(valueOf(one))))).toHaveLength(1)
    expect(all.filter((one) => one.ok && one.isRepeated)).toHaveLength(7)
  })

  it('waits for somebody else who writes', async () => {
    await recorder.claims(asking(), { document: note(), claims: [] })
    await recorder.close()
    const ledger = await openFolderLedger(dir)
    if (!ledger.ok) throw new Error(ledger.refusal.message)
    setTimeout(() => void ledger.value.close(), 300)
    recorder = folderRecorder(dir, { person: 'a monitor', now: () => NOW })
    expect(await recorder.claims(asking(), { document: note(), claims: [seen] })).toMatchObject({ ok: true })
  })
})

describe('a record that begins with a request', () => {
  it('begins with the reports of its folder', async () => {
    await recorder.claims(asking(), { document: note(), claims: [seen] })
    const [key, document] = await entries()
    expect(key?.entry.type).toBe('key')
    expect(document?.entry.body).toMatchObject({ doc: '08-observatory-13.txt' })
  })

  it('is seen by a workspace that is open', async () => {
    const workspace = liveWorkspace(dir)
    await recorder.claims(asking(), { document: note(), claims: [seen] })
    const { entries: before } = await workspace.record()
    await recorder.claims(asking(), { document: note(`${NOTE} Nobody was hurt.`), claims: [seen] })
    expect((await workspace.record()).entries).toBe(before + 2)
  })
})

describe('claims', () => {
  it('are refused all together, each fault at its place', async () => {
    const claims = [seen, { ...seen, kind: 'blast' }, { ...seen, quote: 'Three shells fell on Talbis.' }]
    const written = await recorder.claims(asking(), { document: note(), claims })
    expect(written).toMatchObject({ ok: false, why: 'refused' })
    expect(!written.ok && written.wrong.map(({ code, path }) => [code, path])).toEqual([
      ['claim-malformed', 'claims.1.kind'],
      ['claim-not-its-words', 'claims.2.quote'],
    ])
    expect((await folded()).claims.map(({ doc }) => doc)).not.toContain('note-1.txt')
  })

  it('about a document that nobody has are refused', async () => {
    const claims = [{ ...seen, doc: 'gone.txt', outlet: null, published: '2016-09-17' }]
    expect(await recorder.claims(asking(), { document: null, claims })).toMatchObject({
      wrong: [{ code: 'claim-without-document', path: 'claims.0.doc' }],
    })
  })
})

describe('a document', () => {
  it('gives proposals that count for nothing until a person confirms them', async () => {
    const taken = valueOf(await recorder.document(asking(), file('new.txt')))
    expect(taken.documents).toMatchObject([{ doc: 'new.txt', proposals: 2 }])
    expect((await folded()).claims.filter(({ doc }) => doc === 'new.txt')).toEqual([])
    const { documents } = await recorder.inbox()
    expect(documents).toMatchObject([{ doc: 'new.txt', open: 2, decided: 0 }])
    const { claims, text } = (await recorder.inboxDocument(documents[0]!.id))!
    for (const { claim } of claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote)
    await recorder.decision(asking(), { claim: claims[0]!.claim.id, does: 'accept', reason: null, corrections: [] })
    expect((await folded()).claims.filter(({ doc }) => doc === 'new.txt')).toHaveLength(1)
  })

  it('of other bytes under a name that is taken gets another name, and the same bytes none', async () => {
    await recorder.document(asking(), file('new.txt'))
    const other = valueOf(await recorder.document(asking(), file('new.txt', `${REPORT}More follows.\n`)))
    expect(other.documents[0]!.doc).toMatch(/^new-[0-9a-f]{8}\.txt$/)
    const size = (await entries()).length
    await recorder.document(asking(), file('new.txt'))
    expect(await entries()).toHaveLength(size)
  })

  it.each([
    ['../../etc/passwd.txt', REPORT, 'document-unnamed'],
    ['new.exe', REPORT, 'document-unnamed'],
    ['new.pdf', '%PDF-1.7 torn', null],
    [
      'new.txt',
      `---\npublished: 2016-09-16\nacts:\n  - power: extend-truce\n    stage: proposed\n    by: [russia]\n    at: 2016-09-16T15:00+03:00\n    length: 72 hours\n    quote: shelled Talbiseh\n---\n${REPORT}`,
      'document-with-acts',
    ],
  ])('named %s is refused with a reason, and kept under its digest', async (name, text, code) => {
    const written = await recorder.document(asking(), file(name, text))
    expect(written).toMatchObject({ ok: false, why: 'refused' })
    if (code !== null) expect(written).toMatchObject({ wrong: [{ code }] })
    expect((await recorder.inbox()).documents).toEqual([])
  })

  it('that lies in the folder waits until somebody takes it in', async () => {
    await recorder.claims(asking(), { document: note(), claims: [] })
    await writeFile(join(dir, 'reports/late.txt'), `---\npublished: 2016-09-16T18:00+03:00\n---\n${REPORT}`)
    expect((await recorder.inbox()).waiting).toEqual(['late.txt'])
    expect(await recorder.waiting(asking(), '../agreement.md')).toMatchObject({ why: 'unknown' })
    await recorder.waiting(asking(), 'late.txt')
    expect(await recorder.inbox()).toMatchObject({ documents: [{ doc: 'late.txt', open: 2 }], waiting: [] })
  })
})

describe('a decision', () => {
  async function proposed() {
    await recorder.document(asking(), file('new.txt'))
    return inDocument()
  }
  async function inDocument() {
    const { documents } = await recorder.inbox()
    return (await recorder.inboxDocument(documents[0]!.id))!.claims
  }
  const decide = (
    claim: string,
    does: 'accept' | 'reject',
    reason: string | null = null,
    corrections: { field: 'kind' | 'speaker'; words: string }[] = [],
  ) => recorder.decision(asking(), { claim, does, reason, corrections })

  it('to correct enters what stands and takes back what was read', async () => {
    const [{ claim }] = (await proposed()) as [Awaited<ReturnType<typeof inDocument>>[number]]
    valueOf(await decide(claim.id, 'accept', null, [{ field: 'kind', words: 'air_strike' }]))
    const [after] = await inDocument()
    expect(after).toMatchObject({ state: 'corrected', by: 'a monitor' })
    expect((await folded()).claims.find(({ id }) => id === after!.stands_as)).toMatchObject({ kind: 'air_strike' })
  })

  it('to reject needs a reason, and may be taken up again', async () => {
    const [first] = await proposed()
    expect(await decide(first!.claim.id, 'reject')).toMatchObject({ wrong: [{ path: 'reason' }] })
    valueOf(await decide(first!.claim.id, 'reject', 'a headline'))
    expect((await inDocument())[0]).toMatchObject({ state: 'rejected', reason: 'a headline' })
  })

  it('is undone by taking back what stands, and can then be made anew', async () => {
    const [first] = await proposed()
    valueOf(await decide(first!.claim.id, 'accept'))
    const stands = (await inDocument())[0]!.stands_as!
    valueOf(await recorder.withdrawal(asking(), { withdraws: stands, reason: 'pressed the wrong key' }))
    expect((await inDocument())[0]).toMatchObject({ state: 'rejected', reason: 'pressed the wrong key' })
    expect((await folded()).claims.map(({ id }) => id)).not.toContain(stands)
    const again = valueOf(await decide(first!.claim.id, 'accept'))
    const standsNow = again.entries.find(({ type }) => type === 'claim')!.id
    expect(standsNow).not.toBe(stands)
    expect((await folded()).claims.map(({ id }) => id)).toContain(standsNow)
  })

  it('about words that a correction does not find is refused at its place', async () => {
    const [first] = await proposed()
    expect(await decide(first!.claim.id, 'accept', null, [{ field: 'kind', words: 'blast' }])).toMatchObject({
      wrong: [{ path: 'corrections.0.kind' }],
    })
  })
})

describe('matters', () => {
  it('are joined by a ruling with its reason, which can be taken back', async () => {
    const one = { ...seen, date: '2016-09-13' }
    const other = { ...seen, date: '2016-09-15', places: ['Aleppo'] }
    const entered = valueOf(await recorder.claims(asking(), { document: note(), claims: [one, other] }))
    const claims = entered.entries.filter(({ type }) => type === 'claim').map(({ id }) => id)
    const together = async () =>
      (await recorder.clusters()).matters.some((matter) => claims.every((id) => matter.claims.includes(id)))
    expect(await together()).toBe(false)
    const ruled = valueOf(
      await recorder.ruling(asking(), { does: 'join', claims, reason: 'one strike, told of twice' }),
    )
    expect(await together()).toBe(true)
    await recorder.withdrawal(asking(), { withdraws: ruled.entries[0]!.id, reason: 'two after all' })
    expect(await together()).toBe(false)
    expect(
      await recorder.ruling(asking(), { does: 'join', claims: ['clm_00000000000000000000', claims[0]!], reason: 'x' }),
    ).toMatchObject({ why: 'refused', wrong: [{ code: 'rules-unknown' }] })
  })
})
