import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inReadingOrder, unshaped } from './bidi.ts'

const pieces = (...texts: string[]) => texts.map((text) => ({ text }))
const drawn = (text: string) => Array.from(text, (letter) => ({ text: letter }))

describe('the order of reading', () => {
  it.each([
    ['a word', 'شيجلا', 'الجيش'],
    ['numbers inside, which run to the right', 'ةرم 30 اوقرخ', 'خرقوا 30 مرة'],
    ['Arabic digits', 'ايندم ١٢', '١٢ مدنيا'],
    ['a Latin name inside', 'نإ Reuters تلاق', 'قالت Reuters إن'],
    ['an Arabic name inside a Latin line', 'said شيجلا here', 'said الجيش here'],
    ['Hebrew', 'םולש', 'שלום'],
  ])('of %s', (_, seen, read) => expect(inReadingOrder(drawn(seen))).toBe(read))

  it('keeps the two letters of a lam-alef as they are', () => {
    expect(inReadingOrder(pieces('ق', 'لا', 'ط', 'إ'))).toBe('إطلاق')
  })

  it('puts a vowel sign behind its letter', () => {
    expect(inReadingOrder(pieces('م', 'ك', '\u064f'))).toBe('كُم')
  })

  it('of a line without Arabic is the order in which it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'Ж', '1', ' ', '(', ')', 'é', '.')), (letters) => {
        expect(inReadingOrder(pieces(...letters))).toBe(letters.join(''))
      }),
    )
  })

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ا', 'ب', '1', 'x', ' ')), (letters) => {
        expect([...inReadingOrder(pieces(...letters))].toSorted()).toEqual(letters.toSorted())
      }),
    )
  })
})

describe('the shape of a letter', () => {
  it('is its letter', () => {
    expect(unshaped('\ufed7\ufe8e\ufedd \ufefb')).toBe('قال لا')
    expect(unshaped('\ufb01re')).toBe('fire')
  })

  it('of anything but letters is left alone', () => {
    expect(unshaped('½ km², № 5, 10 ﷼…')).toContain('½ km², № 5')
  })
})
