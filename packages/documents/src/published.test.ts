import { describe, expect, it } from 'vitest'
import { publishedFrom } from './published.ts'

describe('a date of publication', () => {
  it.each([
    ['2016-09-16', '2016-09-16'],
    ['20160916', '2016-09-16'],
    ['2016-09-16T15:30+03:00', '2016-09-16T15:30:00+03:00'],
    ['2016-09-16T15:30:12.345Z', '2016-09-16T15:30:12Z'],
    ['2016-09-16T15:30:00+0300', '2016-09-16T15:30:00+03:00'],
    ['Fri, 16 Sep 2016 15:30:00 +0300', '2016-09-16T15:30:00+03:00'],
    ['16 September 2016 15:30 GMT', '2016-09-16T15:30:00Z'],
    ['Fri, 16 Sep 16 08:30:00 EDT', '2016-09-16T08:30:00-04:00'],
    ['16 Sep 2016', '2016-09-16'],
  ])('written `%s` is %s', (written, date) => expect(publishedFrom(written)).toBe(date))

  it.each(['2016-09-16 15:30', 'Fri, 16 Sep 2016 15:30:00', '2016-09-16T25:00Z', '2016-09-16T15:30+99:00'])(
    'whose hour cannot be placed, as in `%s`, is its day',
    (written) => expect(publishedFrom(written)).toBe('2016-09-16'),
  )

  it.each(['', 'yesterday', '2016-13-01', '2016-02-30', '09/10/2016', '31 Feb 2016', null, undefined])(
    'that is none, as in `%s`, is not invented',
    (written) => expect(publishedFrom(written)).toBeNull(),
  )
})
