import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORMS, INCIDENT_KINDS, minuteOf, offeredOf, type Fields } from './form-record.ts'

const MADE = { id: '7f3a', at: '2016-09-17T10:05+03:00' }
const LABELS = { title: 'Incident', rows: [['Where', 'Talbiseh'] as const, ['By whom', ''] as const] }
const fields: Fields = {
  form: 'incident',
  who: 'A. Monitor',
  side: 'monitor',
  at: '2016-09-17T10:00+03:00',
  place: 'Talbiseh',
  words: 'Two shells fell.',
  incident: 'shelling',
  blamed: '',
  killed: '2',
  injured: '',
  aid: 'none',
  consignment: '',
  seal: '',
  seal_state: 'intact',
}

type Offered = { readonly quote: string; readonly start: number; readonly end: number }

describe('what is written down', () => {
  it('is a document of its own, with a claim that quotes its words', () => {
    const { document, claims } = offeredOf(fields, LABELS, MADE)
    expect(document).toMatchObject({ name: 'field-incident-7f3a.txt', published: MADE.at })
    expect(document!.text).toBe('Incident\nWhere: Talbiseh\n\nTwo shells fell.\n\n7f3a\n')
    expect(claims).toMatchObject([
      { kind: 'shelling', actor_blamed: null, figures: [{ what: 'killed', value: 2, unit: 'people' }] },
    ])
  })

  it('of a seal that goes on is a document without a claim', () => {
    expect(offeredOf({ ...fields, form: 'seal' }, LABELS, MADE).claims).toEqual([])
    expect(offeredOf({ ...fields, form: 'seal', aid: 'aid_denial' }, LABELS, MADE).claims).toMatchObject([
      { kind: 'aid_denial', figures: [] },
    ])
  })

  it('is quoted where it stands, whatever the words are', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom(...FORMS),
        fc.constantFrom(...INCIDENT_KINDS),
        (said, place, form, kind) => {
          const offered = { ...fields, form, incident: kind, words: said, place, aid: 'aid_delivery' } as const
          const { document, claims } = offeredOf(offered, { ...LABELS, rows: [['Where', place]] }, MADE)
          for (const { quote, start, end } of claims as Offered[]) expect(document!.text.slice(start, end)).toBe(quote)
        },
      ),
    )
  })
})

it('a minute of this device is the same instant', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
      expect(Date.parse(minuteOf(date))).toBe(Math.floor(date.getTime() / 60_000) * 60_000)
    }),
  )
})
