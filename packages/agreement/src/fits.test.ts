import { describe, expect, it } from 'vitest'
import { goesOnWith } from './fits.ts'
import { fieldsOf } from './kinds.ts'

describe('what a field goes on with', () => {
  const { after, by, on } = fieldsOf('duty')

  it('is what its own reader takes at that place, even where more has to follow', () => {
    expect(goesOnWith(after!, '', ['met', 'held', 'not', 'north', '+'])).toEqual(['met', 'held', 'not'])
    expect(goesOnWith(after!, 'held(calm, 7 days, ', ['continuous', 'cumulative', '7', 'or'])).toEqual([
      'continuous',
      'cumulative',
    ])
    expect(goesOnWith(after!, 'met(a) ', ['and', 'or', 'jointly', ')'])).toEqual(['and', 'or'])
    expect(goesOnWith(by!, 'dawn +', ['48 hours', '48', 'hours'])).toEqual(['48 hours'])
    expect(goesOnWith(on!, 'hill and lake', ['jointly', 'each', 'north'])).toEqual(['jointly', 'each'])
  })

  it('is nothing once words before it cannot be read', () => {
    expect(goesOnWith(after!, 'mett(a) ', ['and', 'or'])).toEqual([])
  })
})
