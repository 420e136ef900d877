import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECEIVED, shelling } from './fixture.ts'
import { contentId, nameAct, nameClaim, nameDocument, nameWithdrawal, takeAct, takeClaim, takeEntry } from './index.ts'

const refusals = (offered: unknown, received = RECEIVED) => {
  const taken = takeClaim(offered, received)
  return taken.ok ? [] : taken.refusals
}
/** As it comes off the wire, where `__proto__` is a key like any other. */
const wire = (extra: string) => JSON.parse(JSON.stringify(shelling).replace('{', `{${extra},`)) as unknown

describe('a claim at the door', () => {
  it('is taken and named', () => {
    expect(takeClaim(shelling, RECEIVED)).toEqual({ ok: true, value: nameClaim(shelling) })
    expect(nameClaim(shelling).id).toMatch(/^clm_[0-9a-f]{20}$/)
  })

  it('has a name that hangs on its content alone, not on the order of its fields', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(shelling), { minLength: Object.keys(shelling).length }),
        (entries) => {
          const taken = takeClaim(Object.fromEntries(entries), RECEIVED)
          expect(taken.ok && taken.value.id).toBe(nameClaim(shelling).id)
        },
      ),
    )
  })

  it('has another name as soon as one word of it is another', () => {
    expect(nameClaim({ ...shelling, negated: true }).id).not.toBe(nameClaim(shelling).id)
    expect(nameClaim({ ...shelling, figures: [] }).id).not.toBe(nameClaim(shelling).id)
  })

  it('may bring its name along when it is the right one', () => {
    expect(refusals(nameClaim(shelling))).toEqual([])
    expect(refusals({ ...nameClaim(shelling), negated: true })).toMatchObject([
      { code: 'id-mismatch', path: 'claim.id', help: expect.stringContaining('leave the id out') },
    ])
  })

  it.each([
    [{ ...shelling, certainty: 0.9 }, 'claim.certainty', '`claim` has no field `certainty`', 'leave it out'],
    [wire('"__proto__":{"ok":true}'), 'claim.__proto__', '`claim` has no field `__proto__`', 'leave it out'],
    [wire('"constructor":1'), 'claim.constructor', '`claim` has no field `constructor`', 'leave it out'],
    [
      { ...shelling, figures: [{ what: 'dead', value: 3, unit: 'person', average: 2 }] },
      'claim.figures.0.average',
      '`claim.figures.0` has no field `average`',
      'leave it out',
    ],
    [{ ...shelling, kind: 'blast' }, 'claim.kind', '`claim.kind` is `"blast"`, which is no value of it', '`shelling`'],
    [{ ...shelling, credibility: 7 }, 'claim.credibility', '`claim.credibility` is `7`', '`1`, `2`'],
    [{ ...shelling, reliability: 'a' }, 'claim.reliability', '`claim.reliability` is `"a"`', '`A`'],
    [{ ...shelling, kind: undefined }, 'claim.kind', '`claim.kind` is missing', 'docs/claims.md'],
    [{ ...shelling, start: '40' }, 'claim.start', '`claim.start` `"40"`: expected number', 'docs/claims.md'],
    [{ ...shelling, quote: '' }, 'claim.quote', '`claim.quote` `""`', 'docs/claims.md'],
    [{ ...shelling, date: '13/09/2016' }, 'claim.date', '`claim.date` `"13/09/2016"` is no date', 'docs/claims.md'],
    [{ ...shelling, published: '2016-09' }, 'claim.published', 'is neither a day', 'docs/claims.md'],
    [{ ...shelling, doc_sha256: 'ABC' }, 'claim.doc_sha256', 'is no SHA-256', 'docs/claims.md'],
    [{ ...shelling, end: 41 }, 'claim.end', 'from `40` to `41` there are 1', 'the exact words'],
    [{ ...shelling, speaker: 'rus\ud800' }, 'claim.speaker', 'holds half a character', 'without cutting'],
    [null, 'claim', '`claim` `null`: expected object', 'docs/claims.md'],
    [[shelling], 'claim', 'expected object, received array', 'docs/claims.md'],
  ])('is refused with the field, a sentence and help: %#', (offered, path, message, help) => {
    const [refusal, ...more] = refusals(offered)
    expect(more).toEqual([])
    expect(refusal).toEqual({
      code: 'claim-malformed',
      path,
      message: expect.stringContaining(message),
      help: expect.stringContaining(help),
    })
  })

  it('is told of all that is wrong in one go', () => {
    const wrong = { ...shelling, kind: 'blast', places: 'aleppo', extra: 1 }
    expect(refusals(wrong).map(({ path }) => path)).toEqual(['claim.kind', 'claim.places', 'claim.extra'])
  })

  it('never makes the door throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(shelling)), (value, field) => {
        expect(takeClaim(value, RECEIVED).ok).toBe(false)
        const said = refusals({ ...shelling, [field]: value })
        expect(said.filter(({ path, help }) => !path.startsWith('claim') || help === '')).toEqual([])
      }),
    )
  })
})

describe('a claim and the time it came in', () => {
  it('is refused when it speaks of a day that had nowhere begun', () => {
    expect(refusals({ ...shelling, date: '2016-09-15' })).toMatchObject([
      { code: 'claim-after-receipt', path: 'claim.date', help: expect.stringContaining('correct the date') },
    ])
  })

  it('is not refused over a day that had begun somewhere on earth', () => {
    expect(refusals({ ...shelling, date: '2016-09-14' })).toEqual([])
  })

  it.each(['planned', 'threatened', 'demanded', 'conditional'] as const)(
    'may speak of what lies ahead when it is %s',
    (modality) => {
      expect(refusals({ ...shelling, modality, date: '2016-12-01' })).toEqual([])
    },
  )

  it('cannot have been published after it came in, planned or not', () => {
    for (const modality of ['asserted', 'planned'] as const) {
      expect(refusals({ ...shelling, modality, published: '2016-09-13T21:00+03:00' })).toMatchObject([
        { code: 'claim-after-receipt', path: 'claim.published' },
      ])
    }
  })
})

describe('an entry at the door', () => {
  const act = {
    power: 'extend-truce',
    stage: 'exercised' as const,
    by: ['russia', 'united-states'],
    at: '2016-09-14T18:00+03:00',
    length: '48 hours',
    doc: '09.txt',
    quote: 'for another 48 hours',
    start: 0,
    end: 20,
  }
  const document = {
    doc: '09.txt',
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    outlet: null,
    published: '2016-09-14',
    media_type: 'text/plain',
  }
  const withdrawal = { withdraws: 'clm_0', by: 'desk', reason: 'read twice' }
  const entry = (type: string, body: unknown) => ({
    type,
    received_at: '2016-09-14T19:00+03:00',
    recorded_by: 'desk',
    body,
  })

  it('is taken when it bears the name of its content', () => {
    for (const sound of [
      entry('claim', nameClaim(shelling)),
      entry('act', nameAct(act)),
      entry('document', nameDocument(document)),
      entry('withdrawal', nameWithdrawal(withdrawal)),
    ]) {
      expect(takeEntry(sound)).toEqual({ ok: true, value: sound })
    }
  })

  it('is refused when its name belongs to another kind of entry', () => {
    const disguised = { ...nameClaim(shelling), id: contentId('doc', shelling) }
    const taken = takeEntry(entry('claim', disguised))
    expect(taken.ok ? [] : taken.refusals).toMatchObject([{ code: 'id-mismatch', path: 'entry.body.id' }])
  })

  it.each([
    [entry('rumour', nameClaim(shelling)), 'entry.type'],
    [{ ...entry('act', nameAct(act)), received_at: '2016-09-14' }, 'entry.received_at'],
    [entry('act', { ...nameAct(act), by: [] }), 'entry.body.by'],
    [{ ...entry('act', nameAct(act)), note: 'x' }, 'entry.note'],
    [7, 'entry'],
  ])('is refused at the field that is wrong: %#', (offered, path) => {
    const taken = takeEntry(offered)
    expect(taken.ok ? [] : taken.refusals.map((refusal) => refusal.path)).toEqual([path])
  })

  it('is made of an act as a desk writes it, which has no name yet', () => {
    expect(takeAct(act)).toEqual({ ok: true, value: nameAct(act) })
    expect(takeAct({ ...act, id: 'act_0' }).ok).toBe(false)
  })
})
