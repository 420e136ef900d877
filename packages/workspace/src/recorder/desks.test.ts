// Desks that write into one record: nothing of what one holds in any answer to another, until it is released.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followFolder } from '../live.ts'
import { viewsByAudience } from '../seen-by.ts'
import { folderRecorder, type OfferedClaims, type Recorder, type RecordRequest, type Written } from './index.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../../examples/aleppo-2016')
const NOW = Date.parse('2016-09-17T12:00:00+03:00')
const NOTE = 'Two shells fell on Talbiseh.'
const [A, B] = ['party-a', 'party-b'] as const

let dir: string
let recorder: Recorder
let clock = NOW
let sent = 0

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'desks-'))
  clock = NOW
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await cp(join(EXAMPLE, 'reports/08-observatory-13.txt'), join(dir, 'reports/08-observatory-13.txt'))
  recorder = folderRecorder(dir, { now: () => (clock += 1_000) })
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

type Asked = Partial<RecordRequest>
function asking(desk: string, more: Asked = {}): RecordRequest {
  const key = `key ${(sent += 1)}`
  return { key, digest: key, by: `somebody of ${desk}`, desk, ...more }
}

function valueOf<T>(written: Written<T>): T {
  if (!written.ok) throw new Error(written.wrong.map(({ message }) => message).join('; '))
  return written.value
}
const codesOf = (written: Written<unknown>) => (written.ok ? [] : written.wrong.map(({ code, path }) => [code, path]))
const approved = async () => undefined

const noted = (text = NOTE, name = 'note.txt'): OfferedClaims => ({
  document: { name, text, outlet: null, published: '2016-09-17T10:05+03:00' },
  claims: [
    {
      quote: text,
      start: 0,
      end: text.length,
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
    },
  ],
})

const views = () => viewsByAudience(followFolder(dir))
/** Everything that an audience can ask for, as bytes. */
async function answersTo(audience: string, at = clock): Promise<string> {
  const folder = views()(audience)
  const lookback = await folder.lookback()
  return JSON.stringify([
    await folder.record(),
    await folder.entries({ after: null, limit: 1_000 }),
    await folder.status({ at }),
    await folder.claims(),
    await lookback.documents({}),
    await folder.document('note.txt'),
    await recorder.inbox(audience),
    await recorder.clusters(audience),
    await recorder.held(audience, { after: null, limit: 1_000 }),
  ])
}
const report = (name: string) => ({
  name,
  bytes: new TextEncoder().encode('Government forces shelled Talbiseh on Friday, an opposition commander said.\n'),
  published: '2016-09-16',
  outlet: 'An agency',
})

describe('what a desk writes', () => {
  it('is in no answer to another desk, to all together or to the public, whatever it is', async () => {
    // Begins the ledger.
    valueOf(await recorder.claims(asking('un', { for_desks: true }), noted('A shell fell on Talbiseh.', 'un.txt')))
    const before = await Promise.all([B, 'desks', 'public'].map((audience) => answersTo(audience, NOW)))
    const first = valueOf(await recorder.claims(asking(A), noted()))
    const [, claim] = first.entries
    const taken = valueOf(await recorder.document(asking(A), report('report.txt')))
    const open = (await recorder.inboxDocument(taken.documents[0]!.id, A))!.claims[0]!.claim.id
    const decision = { claim: open, does: 'accept', reason: null, corrections: [] } as const
    valueOf(await recorder.decision(asking(A), decision))
    const ruled = [claim!.id, (await recorder.inboxDocument(taken.documents[0]!.id, A))!.claims[0]!.stands_as!]
    valueOf(await recorder.ruling(asking(A), { does: 'join', claims: ruled, reason: 'One thing.' }))
    valueOf(await recorder.withdrawal(asking(A), { withdraws: claim!.id, reason: 'It was a drill.' }))
    expect(await Promise.all([B, 'desks', 'public'].map((audience) => answersTo(audience, NOW)))).toEqual(before)
    expect(await answersTo(A)).toContain('It was a drill.')
  })

  it('that another holds too is answered as if nobody did, in the same words and with a receipt of its own', async () => {
    const first = valueOf(await recorder.claims(asking(A), noted()))
    const then = valueOf(await recorder.claims(asking(B), noted()))
    expect(then.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id))
    for (const [at, entry] of then.entries.entries()) {
      expect(entry.index).not.toBe(first.entries[at]!.index)
      expect(entry).toMatchObject({ recorded_by: 'somebody of party-b', received_at: '2016-09-17T12:00:02+03:00' })
    }
    const again = valueOf(await recorder.claims(asking(B), noted()))
    expect(again.entries).toEqual(then.entries)
  })

  it('takes no name from another: a name is the same whether or not somebody has it', async () => {
    const nameOf = async (desk: string) => {
      const { documents } = valueOf(await recorder.document(asking(desk), report('report.txt')))
      return documents[0]!.doc
    }
    const other = { ...report('report.txt'), bytes: new TextEncoder().encode('Nothing happened, the army said.\n') }
    const { documents } = valueOf(await recorder.document(asking(A), other))
    expect(documents[0]!.doc).toMatch(/^report-[0-9a-f]{16}\.txt$/)
    const [b, un] = [await nameOf(B), await nameOf('un')]
    expect(b).toBe(un)
    expect(b).toMatch(/^report-[0-9a-f]{16}\.txt$/)
  })

  it('cannot be withdrawn, joined, decided on or quoted by another: as what is not there, in the same words', async () => {
    const { entries } = valueOf(await recorder.claims(asking(A), noted()))
    const taken = valueOf(await recorder.document(asking(A), report('report.txt')))
    const [doc, claim] = entries
    const nameOf = (id: string, text: string) => text.replaceAll(id, 'ID')
    const text = (await views()(A).entries({ after: null, limit: 99 })).entries.find(({ id }) => id === doc!.id)!
    const pairs = [
      [claim!.id, `clm_${'0'.repeat(20)}`],
      [taken.entries[1]!.id, `clm_${'1'.repeat(20)}`],
    ] as const
    for (const [theirs, none] of pairs)
      for (const ask of [
        (id: string) => recorder.withdrawal(asking(B), { withdraws: id, reason: 'It is wrong.' }),
        (id: string) =>
          recorder.ruling(asking(B), { does: 'part', claims: [id, `clm_${'f'.repeat(20)}`], reason: 'They are two.' }),
        (id: string) => recorder.decision(asking(B), { claim: id, does: 'reject', reason: 'No.', corrections: [] }),
        (id: string) =>
          recorder.release(asking(B), { releases: [id], to: 'desks', reason: 'They should know.' }, approved),
      ])
        expect(nameOf(theirs, JSON.stringify(await ask(theirs)))).toBe(nameOf(none, JSON.stringify(await ask(none))))
    const docName = text.summary.split(' · ').at(-1)!
    const quoting = (name: string): OfferedClaims => ({
      document: null,
      claims: [{ ...(noted().claims[0] as object), doc: name, outlet: null, published: '2016-09-17' }],
    })
    const asked = async (name: string) => nameOf(name, JSON.stringify(await recorder.claims(asking(B), quoting(name))))
    expect(await asked(docName)).toBe(await asked('no-such.txt'))
    expect(await recorder.inboxDocument(taken.documents[0]!.id, B)).toBeNull()
  })

  it('is done once for a key, each desk and each person for themselves', async () => {
    const key = { key: 'the same key', digest: 'the same' }
    const first = valueOf(await recorder.claims(asking(A, key), noted()))
    expect(valueOf(await recorder.claims(asking(A, key), noted())).entries).toEqual(first.entries)
    const other = valueOf(await recorder.claims(asking(B, key), noted()))
    expect(other.entries[0]!.recorded_by).toBe('somebody of party-b')
    const moved = valueOf(await recorder.claims(asking('un', { ...key, by: 'somebody of party-a' }), noted()))
    expect(moved.entries[0]!.index).not.toBe(first.entries[0]!.index)
  })
})

describe('a release', () => {
  it('shows it with its receipt from then on, to whom it is made and to nobody else', async () => {
    const { entries } = valueOf(await recorder.claims(asking(A), noted()))
    const releases = entries.map(({ id }) => id)
    const [b, un, nobody] = [await answersTo(B, NOW), await answersTo('un', NOW), await answersTo('public', NOW)]
    const made = valueOf(
      await recorder.release(asking(A), { releases, to: [B], reason: 'They should know.' }, approved),
    )
    expect(await answersTo('un', NOW)).toBe(un)
    expect(await answersTo('public', NOW)).toBe(nobody)
    expect(await answersTo(B, NOW)).not.toBe(b)
    const seen = await views()(B).entries({ after: null, limit: 99 })
    const shown = seen.entries.filter(({ id }) => releases.includes(id))
    expect(shown.map(({ received_at, index }) => [received_at, index])).toEqual(
      releases.map(() => [made.entries[0]!.received_at, made.entries[0]!.index]),
    )
    const before = Date.parse(made.entries[0]!.received_at) - 1
    const ids = async (knownAt?: number) => (await views()(B).claims(knownAt)).map(({ id }) => id)
    expect(await ids(before)).not.toContain(entries[1]!.id)
    expect(await ids()).toContain(entries[1]!.id)
    const { held, releases: list } = await recorder.held(A, { after: null, limit: 9 })
    expect(held.map(({ id, released_to }) => [id, released_to])).toEqual(releases.map((id) => [id, [B]]))
    expect(list).toMatchObject([{ releases, to: [B], reason: 'They should know.' }])
  })

  it('of a claim takes its document with it, or comes after it, whatever the others have already', async () => {
    const { entries } = valueOf(await recorder.claims(asking(A), noted()))
    valueOf(await recorder.claims(asking(B), noted()))
    const [doc, claim] = entries.map(({ id }) => id)
    const release = (releases: string[], to: 'desks' | string[]) =>
      recorder.release(asking(A), { releases, to, reason: 'They should know.' }, approved)
    const refusal = await release([claim!], [B])
    expect(codesOf(refusal)).toEqual([['release-needs', 'releases.0']])
    expect(JSON.stringify(refusal)).toContain(doc)
    valueOf(await release([doc!], [B]))
    expect(codesOf(await release([claim!], [B, 'un']))).toEqual([['release-needs', 'releases.0']])
    valueOf(await release([claim!], [B]))
  })

  it('to the public is made only once its text was approved', async () => {
    const { entries } = valueOf(await recorder.claims(asking(A), noted()))
    const releases = entries.map(({ id }) => id)
    const offered = { releases, to: 'public', reason: 'Everybody should know.' } as const
    const texts: string[] = []
    const refusing = async (text: string) => {
      texts.push(text)
      throw new Error('not approved')
    }
    await expect(recorder.release(asking(A), offered, refusing)).rejects.toThrow('not approved')
    expect((await recorder.held(A, { after: null, limit: 9 })).releases).toEqual([])
    expect(texts).toEqual([valueOf(await recorder.releaseText(A, offered))])
    expect(texts[0]).toContain(NOTE)
    valueOf(await recorder.release(asking(A), offered, async (text) => expect(text).toBe(texts[0])))
    expect((await views()('public').claims()).map(({ id }) => id)).toContain(releases[1])
  })

  it('is not made of what is for every desk, and what is for every desk speaks of nothing held', async () => {
    const shared = valueOf(await recorder.claims(asking(A, { for_desks: true }), noted('Shells fell.', 'all.txt')))
    const releases = shared.entries.map(({ id }) => id)
    const release = { releases, to: 'desks', reason: 'They should know.' } as const
    expect(codesOf(await recorder.release(asking(A), release, approved))[0]).toEqual(['releases-unknown', 'releases.0'])
    const own = valueOf(await recorder.claims(asking(A), noted()))
    const withdrawal = { withdraws: own.entries[1]!.id, reason: 'It was a drill.' }
    expect(codesOf(await recorder.withdrawal(asking(A, { for_desks: true }), withdrawal))).toEqual([
      ['held-by-desk', 'withdraws'],
    ])
    valueOf(await recorder.withdrawal(asking(A), withdrawal))
  })
})
