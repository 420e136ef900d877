// Sequence and simultaneity, said of a convoy that crosses after the road was opened.
import { describe, expect, it } from 'vitest'
import { formulaOf } from '../reference/notation.ts'
import { sequence, simultaneous } from './sequence.ts'
import { pointsOf, said, verdicts } from './testing/points.ts'

const [opened, crossed] = [formulaOf('opened'), formulaOf('crossed')]
const afterwards = sequence(opened, crossed, 6)
const together = simultaneous(opened, crossed, 6)
/** Nothing else happened: it is denied at every time-point where it is not reported. */
const closed = (text: string) =>
  pointsOf(text).map(({ time, evidence }) => ({
    time,
    evidence: [
      ...evidence,
      ...['opened', 'crossed']
        .filter((atom) => !evidence.some((one) => one.atom === atom))
        .map((atom) => ({ atom, side: 'against' as const })),
    ],
  }))

describe('a sequence', () => {
  it('is met when the second comes within the time, and at no other time-point', () => {
    expect(verdicts(afterwards, closed('0:+opened 6:+crossed 7:'))).toEqual(['breached', 'met', 'breached'])
  })
  it('is breached when the second comes too late', () => {
    expect(verdicts(afterwards, closed('0:+opened 7:+crossed'))).toEqual(['breached', 'breached'])
  })
  it('is breached when the second comes first', () => {
    expect(verdicts(afterwards, closed('0:+crossed 3:+opened'))).toEqual(['breached', 'breached'])
  })
  it('does not take two things at one time for one after the other', () => {
    expect(verdicts(afterwards, closed('3:+opened,+crossed 3:+crossed'))).toEqual(['breached', 'breached'])
  })
  it('is contested when one side denies the first', () => {
    expect(verdicts(afterwards, closed('0:+opened,-opened 5:+crossed')).at(-1)).toBe('contested')
  })
  it('is unknown when nobody reported whether the first happened', () => {
    expect(verdicts(afterwards, pointsOf('0: 5:+crossed')).at(-1)).toBe('unknown')
  })
  it('is decided at once', () => {
    expect(said(afterwards, pointsOf('0:+opened 5:+crossed')).map(({ known }) => known)).toEqual([1, 2])
  })
  it('is of any formulas, so sequences make longer ones', () => {
    const thrice = sequence(sequence(opened, crossed, 6), opened, 6)
    expect(verdicts(thrice, closed('0:+opened 4:+crossed 9:+opened')).at(-1)).toBe('met')
  })
  it('refuses a time in which nothing can follow', () => {
    expect(() => sequence(opened, crossed, 0)).toThrow('a sequence takes 1 or more, not 0')
  })
})

describe('simultaneity', () => {
  it('is met at the later of the two, whichever it is', () => {
    expect(verdicts(together, closed('0:+opened 6:+crossed'))).toEqual(['breached', 'met'])
    expect(verdicts(together, closed('0:+crossed 6:+opened'))).toEqual(['breached', 'met'])
  })
  it('is met when both come at one time-point, even where no time is allowed between them', () => {
    expect(verdicts(simultaneous(opened, crossed, 0), closed('3:+opened,+crossed'))).toEqual(['met'])
  })
  it('is breached when they lie too far apart', () => {
    expect(verdicts(together, closed('0:+opened 7:+crossed'))).toEqual(['breached', 'breached'])
  })
  it('is contested at the later when the earlier is', () => {
    expect(verdicts(together, closed('0:+crossed,-crossed 2:+opened')).at(-1)).toBe('contested')
  })
  it('is the same with the two the other way round', () => {
    const trace = closed('0:+crossed,-crossed 2:+opened 3:+crossed 9: 20:+opened 21:+opened,-opened,+crossed')
    expect(verdicts(simultaneous(crossed, opened, 6), trace)).toEqual(verdicts(together, trace))
  })
  it('refuses a time that is none', () => {
    expect(() => simultaneous(opened, crossed, -1)).toThrow('simultaneity takes 0 or more, not -1')
  })
})
