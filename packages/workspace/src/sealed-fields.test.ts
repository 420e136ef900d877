// A withheld field, read by the desk that may: a ledger of its own, with its keys beside it.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nameClaim, nameMinute, type Entry } from '@trucekeeper/claims'
import { followFolder } from './live.ts'
import { openFolderLedger } from './record.ts'
import { folderRecorder, type Recorder } from './recorder/index.ts'
import { hiddenByLevels, sealedFields } from './sealed-fields.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const NOTE = 'Two shells fell on Talbiseh.'

let dir: string
let recorder: Recorder
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sealed-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  recorder = folderRecorder(dir, { now: () => Date.parse('2016-09-17T12:00:00+03:00') })
  const claim = {
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
  const document = { name: 'note.txt', text: NOTE, outlet: null, published: '2016-09-17T10:05+03:00' }
  const request = { key: 'key of this', digest: 'one', by: 'somebody', desk: 'party-a' }
  const written = await recorder.claims(request, { document, claims: [claim] })
  if (!written.ok) throw new Error(written.wrong.map(({ message }) => message).join('; '))
})
afterEach(async () => {
  await recorder.close()
  await rm(dir, { recursive: true, force: true })
})

/** Where the fields of the claim are: nobody says so but the record itself. */
async function placeOf(field: string, desk: string): Promise<number[]> {
  const { read } = sealedFields(dir)
  const found = await Promise.all([0, 1, 2, 3, 4].map((index) => read({ index, field, desk })))
  return found.flatMap((one, index) => (one ? [index] : []))
}

it('is found by the desk that holds it, and by no other', async () => {
  const [index] = await placeOf('body.quote', 'party-a')
  const { read } = sealedFields(dir)
  expect(await read({ index: index!, field: 'body.quote', desk: 'party-a' })).toEqual({ found: NOTE })
  expect(await placeOf('body.quote', 'party-b')).toEqual([])
})

it('is not who holds it, nor what is not withheld, nor of an entry that is not there', async () => {
  const [index] = await placeOf('body.quote', 'party-a')
  const { read } = sealedFields(dir)
  const missing = [
    { index: index!, field: 'held_by' },
    { index: index!, field: 'type' },
    { index: index!, field: 'body.nothing' },
    { index: 99, field: 'body.quote' },
    { index: -1, field: 'body.quote' },
  ]
  for (const wanted of missing) expect(await read({ ...wanted, desk: 'party-a' })).toBeNull()
})

it('is not told to a desk that by its level is not shown the claim, or that field of it', async () => {
  const claim = (quote: string, at: number) =>
    nameClaim({
      doc: `note-${at}.txt`,
      quote,
      start: 0,
      end: quote.length,
      speaker: 'a nurse',
      speaker_side: 'unknown',
      via: null,
      outlet: null,
      published: '2016-09-17',
      kind: 'shelling',
      modality: 'asserted',
      negated: false,
      places: [],
      date: null,
      date_basis: null,
      actor_blamed: null,
      target: null,
      figures: [],
    })
  const claims = ['Shells fell.', 'Rockets fell.', 'Fire ceased.'].map(claim)
  const envelope = { received_at: '2016-09-17T12:30+03:00', recorded_by: 'desk' }
  const levels = [null, 'speaker'].map((field, at) =>
    nameMinute({
      does: 'disclose',
      at: '2016-09-17T12:30+03:00',
      of: ['russia', 'united-states'],
      subject: { claim: claims[at]!.id, field },
      level: 'monitors',
      embargo_until: null,
      told_of: true,
      reason: 'the source is in danger',
    }),
  )
  await recorder.close()
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const first = ledger.value.size
  const sealing = { withhold: ['body.speaker'] }
  for (const body of claims) await ledger.value.append([{ type: 'claim', ...envelope, body }], sealing)
  await ledger.value.append(levels.map((body): Entry => ({ type: 'minute', ...envelope, body })))
  await ledger.value.close()
  const { read } = sealedFields(dir, hiddenByLevels(followFolder(dir)))
  const told = (desk: string) =>
    Promise.all(claims.map((_, at) => read({ index: first + at, field: 'body.speaker', desk })))
  const found = { found: 'a nurse' }
  expect(await told('un')).toEqual([found, found, found])
  expect(await told('humanitarian')).toEqual([null, null, found])
})
