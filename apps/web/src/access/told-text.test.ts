import { describe, expect, it } from 'vitest'
import { amountText, codeText, daysText, figureText, momentText, toldText } from './told-text.ts'

const figure = { value: null, low: null, high: null, qualifier: null, definition: null, as_of: '', quote: null }

describe('what is told', () => {
  it('is unknown, one value, or every value with who gives it', () => {
    const say = (n: number) => `${n}`
    expect(toldText({ state: 'unknown', values: [] }, say)).toBe('unknown')
    expect(toldText({ state: 'known', values: [{ value: 18, sources: ['a'] }] }, say)).toBe('18')
    const values = [
      { value: 18, sources: ['a', 'b'] },
      { value: 20, sources: ['c'] },
    ]
    expect(toldText({ state: 'contested', values }, say)).toBe('18 (a, b); 20 (c)')
  })

  it('has a word for each code, and shows an unknown code as it is', () => {
    expect(codeText('outcome', 'on_hold_security')).toBe('on hold, for security')
    expect(codeText('outcome', 'lost_in_post')).toBe('lost in post')
  })

  it('gives days as one number where the least is the most', () => {
    expect(daysText({ low: 2.32, high: 7.14 })).toBe('2.3–7.1 d')
    expect(daysText({ low: 14, high: 14.01 })).toBe('14 d')
  })

  it('gives a moment as a span where it lies between two', () => {
    const [from, to] = ['2016-09-13T00:00:00+03:00', '2016-09-13T16:20:00+03:00']
    expect(momentText({ from, to }, 'Asia/Damascus')).toBe('13 Sept, 00:00 to 13 Sept, 16:20')
    expect(momentText({ from: to, to }, 'Asia/Damascus')).toBe('13 Sept, 16:20')
  })
})

describe('a figure', () => {
  it('keeps the words of its source', () => {
    expect(figureText({ ...figure, value: 1_000_000, qualifier: 'almost' }, 'people')).toBe('almost 1,000,000')
    expect(figureText({ ...figure, high: 0.5, qualifier: 'fewer than' }, 'share')).toBe('fewer than 50 %')
  })

  it('that is a range stays one', () => {
    expect(figureText({ ...figure, low: 250_000, high: 300_000 }, 'people')).toBe('250,000–300,000')
    expect(amountText(0.123, 'share')).toBe('12.3 %')
  })
})
