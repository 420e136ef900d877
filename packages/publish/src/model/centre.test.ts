// What a report tells of the centre: what is open, what is new since the report before, who is late, and nothing of where protected things are.
import type { MinuteBody } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { describe, expect, it } from 'vitest'
import { evening } from '../testing/evening.ts'
import { minutesOf, mirrored, on, PACT } from '../testing/pact.ts'
import { htmlOf } from '../page/html.ts'
import { pageOf } from '../page/page.ts'
import { LANGUAGES } from '../words/index.ts'
import { centreAt } from './centre.ts'
import { correctionMinutes } from './corrections.ts'

const opening: MinuteBody = {
  does: 'open-case',
  at: on(12),
  case: 'a',
  of: 'west',
  clause: 'calm.north',
  accused: 'north',
  claims: [],
  summary: 'Shells on a road.',
}
const asked: MinuteBody = {
  does: 'case-step',
  at: on(13, 20),
  case: 'a',
  stage: 'tasked',
  step: 1,
  of: 'east',
  text: 'Asked.',
}
const finding = (of: string, found: 'supported' | 'refuted'): MinuteBody => {
  return {
    does: 'case-finding',
    at: on(14),
    case: 'a',
    of: [of],
    step: 2,
    finding: found,
    actor: null,
    reason: 'So.',
    claims: [],
  }
}
const sent: MinuteBody = { ...asked, at: on(14, 14), stage: 'sent_to_parties', step: null, text: 'Sent.' }
const reply: MinuteBody = { does: 'case-reply', at: on(14, 15), case: 'a', of: 'north', text: 'It was not us.' }
const closing: MinuteBody = {
  does: 'close-case',
  at: on(14, 16),
  case: 'a',
  of: ['east', 'west'],
  outcome: 'Two findings.',
  reason: 'Done.',
}
const undertaking: MinuteBody = {
  does: 'undertaking',
  at: on(13),
  of: 'east',
  for: 'north',
  to_do: 'Obtain calm.',
  clause: 'calm.north',
  due: on(14, 12),
  doc: 'a.txt',
  quote: 'We shall.',
  start: 0,
  end: 9,
}
const visit = (place: string): MinuteBody => {
  return {
    does: 'visit',
    at: on(14, 10),
    of: 'west',
    case: null,
    place,
    planned_at: on(14, 9),
    outcome: 'denied',
    denied_by: 'north',
    reason: 'No reason given.',
  }
}

const CUT = on(14, 18)
const BEFORE = { at: parseInstant(on(13, 18))! }
const recordOf = (...bodies: readonly MinuteBody[]) => ({ claims: [], rulings: [], minutes: minutesOf(...bodies) })
const told = (bodies: readonly MinuteBody[], known: readonly MinuteBody[] = []) =>
  centreAt(PACT, recordOf(...bodies), parseInstant(CUT)!, { ...BEFORE, minutes: minutesOf(...known) })

describe('cases', () => {
  it('are told as opened, taken forward or closed since the report before, and as unchanged otherwise', () => {
    const did = (...args: Parameters<typeof told>) => told(...args).cases.map((one) => [one.did, one.stage])
    expect(did([opening])).toEqual([['opened', 'received']])
    expect(did([opening], [opening])).toEqual([[null, 'received']])
    expect(did([opening, asked], [opening])).toEqual([['moved', 'tasked']])
    expect(did([opening, asked, closing], [opening])).toEqual([['closed', 'closed']])
    expect(did([opening, asked, closing], [opening, asked, { ...closing, at: on(13, 17) }])).toEqual([
      ['closed', 'closed'],
    ])
  })

  it('count as news what was done earlier and came into the minutes only since', () => {
    expect(told([opening], []).cases[0]!.did).toBe('opened')
  })

  it('leave out what was closed and told of', () => {
    const closed = [opening, { ...asked, at: on(12, 13) }, { ...closing, at: on(13, 10) }]
    expect(told(closed, closed).cases).toEqual([])
  })

  it('say who is late and what is next, and keep two findings two', () => {
    const [one] = told([opening, asked, finding('east', 'supported'), finding('west', 'refuted')]).cases
    expect(one!.late).toEqual([{ who: 'west', does: 'ask its party for information', due: on(13) }])
    expect(one!.next).toMatchObject({ who: ['west'] })
    expect(one!.agreed).toBe('two')
    expect(one!.findings.map(({ of, finding: found }) => [of, found])).toEqual([
      [['east'], 'supported'],
      [['west'], 'refuted'],
    ])
  })

  it('give the accused its reply, and say until when it may', () => {
    const all = [opening, asked, sent, reply]
    expect(told(all).replies('north')).toEqual({
      open: [{ case: 'a', until: null }],
      given: [{ case: 'a', of: 'north', at: on(14, 15), text: 'It was not us.' }],
    })
    expect(told(all).replies('south')).toEqual({ open: [], given: [] })
  })
})

describe('what is due', () => {
  it('lists steps of cases that are still wanted, and undertakings, and nothing that is past', () => {
    const { deadlines, undertakings } = told([opening, asked, undertaking])
    expect(deadlines).toEqual([{ at: on(15), of: 'case', id: 'a', what: 'assess it', who: ['east', 'west'] }])
    expect(undertakings).toMatchObject([{ state: 'open', late: true, pressed: 0 }])
  })

  it('asks for information until it is answered', () => {
    const ask: MinuteBody = {
      does: 'ask-information',
      at: on(14),
      of: 'east',
      to: 'west',
      about: 'Who fired?',
      due: on(16),
    }
    expect(told([ask]).deadlines).toMatchObject([{ of: 'request', who: ['west'], at: on(16) }])
  })
})

describe('visits', () => {
  it('denied are told with their place, but for what is protected', () => {
    expect(told([visit('The road at the mill')]).visits_denied).toMatchObject([
      { place: 'The road at the mill', denied_by: 'north' },
    ])
    expect(told([visit('The hospital of the town')]).visits_denied).toMatchObject([
      { place: null, reason: null, denied_by: 'north' },
    ])
  })

  it('are told once, in the report after they came in', () => {
    expect(told([visit('A road')], [{ ...visit('A road'), at: on(13) } as MinuteBody]).visits_denied).toHaveLength(1)
    const early = { ...visit('A road'), at: on(13, 10) } as MinuteBody
    expect(told([early], [early]).visits_denied).toEqual([])
  })
})

describe('the whole', () => {
  const all = [
    opening,
    asked,
    finding('east', 'supported'),
    finding('west', 'refuted'),
    sent,
    reply,
    undertaking,
    visit('A road'),
  ]

  it('says of one party what it would say of the other', () => {
    const { replies, ...rest } = told(all)
    const swapped = told(mirrored(all))
    // Ids are made of content, so they are others.
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(/min_[0-9a-f]{20}/g, 'MIN'))
    const { replies: theirs, ...other } = swapped
    expect(plain(other)).toEqual(plain(mirrored(rest)))
    expect(theirs('south')).toEqual(mirrored(replies('north')))
  })

  it.each(LANGUAGES)('stands on the page in %s, with its words as they are', (language) => {
    const report = evening({ agreement: PACT, record: recordOf(...all) })
    const html = htmlOf(pageOf(report, language))
    for (const words of ['Shells on a road.', 'It was not us.', 'Obtain calm.', 'A road', 'ask its party'])
      expect(html).toContain(words)
    expect(html).not.toContain('undefined')
  })
})

describe('a correction', () => {
  it('is offered for the minutes once, and told as entered afterwards', () => {
    const then = evening().clauses
    expect(then.length).toBeGreaterThan(0)
    const found = {
      report: 1,
      cut_off: on(13, 18),
      known_then: on(13, 18),
      known_now: CUT,
      clause: 'calm.north',
      account: 'all',
      what: 'verdict' as const,
      then: 'met',
      now: 'contested',
      entries: ['c9'],
      recorded: null,
    }
    const report = { ...evening(), corrections: { looked_back_to: 1, found: [found], recorded: [] } }
    const [minute] = correctionMinutes(report, CUT)
    expect(minute).toMatchObject({ does: 'correct-report', report: 1, said_then: 'met', said_now: 'contested' })
    expect(minute!.reason).toContain('c9')
    const known = evening({ record: { claims: [], rulings: [], minutes: [minute!] } })
    expect(known.corrections.recorded).toMatchObject([{ minute: minute!.id, said_now: 'contested' }])
    const again = evening({ record: { claims: [], rulings: [], minutes: [minute!] }, minutesBefore: [minute!] })
    expect(again.corrections.recorded).toMatchObject([{ minute: minute!.id }])
    const entered = { ...report, corrections: { ...report.corrections, found: [{ ...found, recorded: minute!.id }] } }
    expect(correctionMinutes(entered, CUT)).toEqual([])
  })
})
