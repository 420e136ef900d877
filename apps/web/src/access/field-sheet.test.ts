import { describe, expect, it } from 'vitest'
import { offeredOf, type Fields } from '../record-field/form-record.ts'
import { fieldSheetOf, isAccessSheet } from './field-sheet.ts'

const fields: Fields = {
  form: 'seal',
  who: 'Team 4',
  side: 'monitor',
  at: '2016-09-17T10:05+03:00',
  place: '',
  words: 'The seal of the second truck was cut.\n\nNobody said by whom: "not us".',
  incident: 'shelling',
  blamed: '',
  killed: '',
  injured: '',
  aid: 'none',
  consignment: 'convoy-1',
  seal: 'S-301',
  seal_state: 'broken',
}

describe('a form of the field', () => {
  const rows = [
    ['Speaking for', 'monitors'],
    ['When', '2016-09-17T10:05+03:00'],
    ['The seal is', 'broken'],
  ] as const
  const { document } = offeredOf(fields, { title: 'Seal check', rows }, { id: 'a1', at: '2016-09-17T10:06+03:00' })

  it('is read back as it was written, whatever stands in its words', () => {
    const { name, text } = document!
    expect(isAccessSheet(name)).toBe(true)
    expect(fieldSheetOf(text)).toEqual({
      title: 'Seal check',
      rows,
      words: fields.words,
      start: text.indexOf('The seal of'),
    })
  })

  it('is no other document, and no other document is one', () => {
    expect(
      isAccessSheet(
        offeredOf({ ...fields, form: 'incident' }, { title: '', rows }, { id: 'a1', at: '' }).document!.name,
      ),
    ).toBe(false)
    expect(fieldSheetOf('A report of an agency.')).toBeNull()
    expect(fieldSheetOf('A report\nwithout labels\n\nof an agency\n\nend')).toBeNull()
  })
})
