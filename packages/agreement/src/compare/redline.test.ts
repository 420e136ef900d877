// A redline gives both texts back, and keeps together what belongs together.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedProse, redline } from './redline.ts'

const marked = (old: string, now: string) =>
  redline(old, now)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'deleted' ? '-' : '+'}<${text}>`))
    .join('')

const words = fc
  .array(
    fc.constantFrom(
      'shall',
      'may',
      '48',
      '3,500',
      'hours',
      '2016-09-12',
      '12 September 2016',
      'mañana',
      'خط',
      ',',
      '.',
      '\n\n',
      '\n',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(' '))

describe('a redline', () => {
  it('marks words, and keeps numbers, dates and times whole', () => {
    expect(marked('It lasts 3,500 days.', 'It lasts 3,200 days.')).toBe('It lasts-< 3,500>+< 3,200> days.')
    expect(marked('until 12 September 2016', 'until 12 October 2016')).toBe(
      'until-< 12 September 2016>+< 12 October 2016>',
    )
    expect(marked('at 2016-09-12T19:00+03:00.', 'at 2016-09-12T18:00+03:00.')).toBe(
      'at-< 2016-09-12T19:00+03:00>+< 2016-09-12T18:00+03:00>.',
    )
    expect(marked('Both go.', 'Both may go.')).toBe('Both+< may> go.')
  })

  it('takes white space for what it is', () => {
    expect(redline('one  two\nthree', ' one two three ')).toEqual([{ kind: 'same', text: 'one two three' }])
  })

  it('gives the old text by what stayed and went, and the new one by what stayed and came', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (old, now) => {
        const pieces = redline(old, now)
        const only = (kind: 'deleted' | 'added') =>
          pieces.map((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.text : '')).join('')
        expect(only('deleted')).toBe(foldedProse(old))
        expect(only('added')).toBe(foldedProse(now))
      }),
    )
  })

  it('marks no more than it has to', () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, at) => {
        const parts = foldedProse(text).split(' ')
        const now = parts.toSpliced(at % (parts.length + 1), 0, 'unheard').join(' ')
        const changed = redline(text, now).filter(({ kind }) => kind !== 'same')
        expect(changed.filter(({ kind }) => kind === 'deleted').length).toBeLessThanOrEqual(
          changed.length === 1 ? 0 : 1,
        )
        expect(changed.map((piece) => piece.text).join('')).toContain('unheard')
      }),
    )
  })

  it('lets one text take the place of the other where they have nothing in common, however long they are', () => {
    const [old, now] = ['a ', 'b '].map((word) => word.repeat(20_000)) as [string, string]
    expect(redline(old, now).map(({ kind }) => kind)).toEqual(['deleted', 'added'])
  })
})
