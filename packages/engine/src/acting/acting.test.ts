// Acts before they are done: each is refused with the clause that forbids it, or shown in what it changes.
import type { Act } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  act as anyAct,
  mirroredAct,
  mirroredClaim,
  mirrored,
  record as anyRecord,
} from '../../../../test/arbitraries/record.ts'
import { EVERYTHING } from '../testing/everything.ts'
import { acted, CALM, kept, mirroredPact, on, pact, recordOf, said, shelled, statusAt, time } from '../testing/pact.ts'
import { agreement, both } from '../testing/powers.ts'
import { checkAct } from './index.ts'

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => kept(from + index))
const check = (act: Act, claims: ReturnType<typeof said>[] = [], acts: Act[] = [], at = Date.parse(act.at)) =>
  checkAct(agreement, recordOf(claims, acts), act, at)
const refusals = (...asked: Parameters<typeof check>) => {
  const found = check(...asked)
  return found.ok ? [] : found.refusals
}
const codes = (...asked: Parameters<typeof check>) => refusals(...asked).map(({ code }) => code)
const effect = (...asked: Parameters<typeof check>) => {
  const found = check(...asked)
  if (!found.ok) throw new Error(found.refusals.map(({ why }) => why).join('\n'))
  return found.effect
}
const HEADING = 'Pact › 1. All of it'

describe('a gate certified early', () => {
  const early = acted({ power: 'certify', by: both, at: time(4, 6) })

  it('is refused by the gate, with what is missing, how many days, and when it can be', () => {
    expect(refusals(early, days(2, 3))).toEqual([
      {
        clause: 'joint',
        heading: HEADING,
        code: 'gate-not-ready',
        why: '`joint` cannot be certified yet: 2 of 3 days are done; missing: quiet: 1 more day of 3',
        help: 'at the earliest it can be on 5 September, 00:00',
      },
    ])
  })

  it('is refused where a day is not known', () => {
    const [found] = refusals({ ...early, at: time(5, 6) }, [kept(2), kept(4)])
    expect(found!.why).toContain('3 September is unknown')
  })

  it('may be proposed before it is so', () => {
    expect(codes(acted({ power: 'certify', by: ['east'], stage: 'proposed', at: time(4, 6) }), days(2, 3))).toEqual([])
  })
})

describe('a gate certified in time', () => {
  const certificate = acted({ power: 'certify', by: both, at: time(5, 6) })

  it('opens, and the sentences say so', () => {
    const found = effect(certificate, days(2, 4))
    expect(found.takes_effect).toBe(true)
    expect(found.gates).toMatchObject([{ gate: 'joint', state: { from: 'counting', to: 'open' } }])
    expect(found.standings).toContainEqual({ clause: 'joint', from: 'dormant', to: 'in_force', ended: null })
    expect(found.sentences[0]).toBe('if east and west exercise `certify` on 5 September, 06:00 (certify joint):')
    expect(found.sentences).toContain('joint: counting becomes open')
    expect(found.undo).toBeNull()
  })

  it('is refused later than the text allows, and again once it was done', () => {
    const late = acted({ power: 'certify', by: both, at: time(6, 6) })
    expect(codes(late, days(2, 5))).toEqual(['certified-too-late'])
    expect(refusals(late, days(2, 5))[0]!.help).toContain('`begin-again`, held by east and west jointly')
    expect(codes({ ...late, at: time(5, 9) }, days(2, 4), [certificate])).toEqual(['already-certified'])
  })

  it('is refused while the gate is suspended', () => {
    const held = acted({ power: 'hold', by: ['west'], at: time(4, 6) })
    expect(refusals(certificate, days(2, 4), [held])).toMatchObject([{ clause: 'joint', code: 'gate-suspended' }])
  })
})

describe('what a power asks for first', () => {
  it('has to be so by the account that decides', () => {
    const found = refusals(acted({ power: 'begin-work', by: both, at: time(5, 6), sets: time(6) }), days(2, 4))
    expect(found.map(({ code }) => code)).toEqual(['another-power'])
    const own = pact(`${CALM}
power begin-work
  held-by      east and west jointly
  effect       designate works
  when         passed(day-d + 4 days)

anchor works
  designated-by begin-work
`)
    const designation = acted({ power: 'begin-work', by: both, at: time(3), sets: time(6) })
    const answer = checkAct(own, recordOf([]), designation, on(3))
    expect(answer).toMatchObject({ ok: false, refusals: [{ clause: 'begin-work', code: 'asked-for-first' }] })
    expect(checkAct(own, recordOf([]), { ...designation, at: time(5, 13) }, on(5, 13)).ok).toBe(true)
  })

  it('lets the power be used only for as long as the text says, also where a report tells that it was', () => {
    const own = pact(`${CALM}
power begin-work
  held-by      east and west jointly
  effect       terminate truce
  when         passed(day-d + 4 days)
  expires      36 hours
`)
    const end = (day: number, hour: number) => acted({ power: 'begin-work', by: both, at: time(day, hour) })
    const check = (act: Act) => checkAct(own, recordOf([]), act, Date.parse(act.at))
    expect(check(end(7, 0)).ok).toBe(true)
    expect(check(end(7, 1))).toMatchObject({
      ok: false,
      refusals: [{ clause: 'begin-work', heading: HEADING, code: 'power-expired' }],
    })
    const offer = acted({ power: 'begin-work', by: ['east'], stage: 'proposed', at: time(6) })
    const lapsed = (day: number) =>
      statusAt(own, on(day), [], [offer]).powers.find(({ id }) => id === 'begin-work')!.notices[0]!.lapsed
    expect(lapsed(6)).toBeNull()
    expect(lapsed(8)).toContain('begin-work: `begin-work` may be used for 36 hours once it can be')
    const { terms, powers } = statusAt(own, on(9), [], [end(7, 1)])
    expect(terms.find(({ id }) => id === 'truce')!.standing).toBe('in_force')
    expect(powers.find(({ id }) => id === 'begin-work')!.notices[0]!.without_effect).toContain('for 36 hours')
  })
})

describe('an extension', () => {
  const longer = (more: Partial<Act> = {}) =>
    acted({ power: 'extend', by: both, at: time(20, 10), length: '72 hours', ...more })

  it('puts the end off, with what ends with it, until it is ended', () => {
    const found = effect(longer())
    expect(found.terms).toEqual([{ term: 'truce', from: '2016-09-21T12:00:00+03:00', to: '2016-09-24T12:00:00+03:00' }])
    expect(found.sentences).toContain('truce: ends on 24 September, 12:00 instead of 21 September, 12:00')
    expect(found.deadlines).toMatchObject([{ clause: 'truce', to: '2016-09-24T12:00:00+03:00' }])
    expect(found.undo).toMatchObject({ power: 'stop', by: ['east', 'west'], until: '2016-09-24T12:00:00+03:00' })
  })

  it('without a length has no end', () => {
    expect(effect(longer({ length: null })).sentences).toContain(
      'truce: has no end any more, instead of ending on 21 September, 12:00',
    )
  })

  it('is refused once the term is over, even as a proposal', () => {
    for (const stage of ['exercised', 'proposed'] as const)
      expect(refusals(longer({ at: time(21, 13), stage }))).toMatchObject([
        {
          clause: 'truce',
          heading: HEADING,
          code: 'term-over',
          why: '`truce` ran out on 21 September, 12:00; what is over cannot be extended',
        },
      ])
  })

  it('is proposed and accepted at different hours, by those who name the same', () => {
    const proposed = longer({ by: ['east'], stage: 'proposed' })
    const accepted = (more: Partial<Act> = {}) => longer({ by: ['west'], stage: 'accepted', at: time(20, 15), ...more })
    expect(effect(proposed)).toMatchObject({ takes_effect: false, terms: [], undo: { stage: 'lifted', by: ['east'] } })
    expect(effect(accepted({ length: null }), [], [proposed]).terms).toHaveLength(1)
    expect(codes(accepted({ length: '48 hours' }), [], [proposed])).toEqual(['differs-from-proposal'])
    expect(codes(accepted(), [], [])).toEqual(['nothing-proposed'])
  })

  it('is refused under a power that the term does not name, in another length than one of time', () => {
    expect(refusals(longer({ power: 'other-way' }))).toMatchObject([
      { clause: 'truce', code: 'another-power', help: 'act under `extend`' },
    ])
    expect(codes(longer({ length: 'a while' }))).toEqual(['length-unreadable'])
  })
})

describe('beginning the days again', () => {
  it('is refused to one of two who hold it jointly', () => {
    expect(refusals(acted({ power: 'begin-again', by: ['east'], at: time(4, 6) }))).toMatchObject([
      {
        clause: 'begin-again',
        heading: HEADING,
        code: 'not-joined-by-all',
        why: '`begin-again` is held by east and west jointly; west has not joined in',
      },
    ])
  })

  it('by both says how many days are lost and when the gate can open then', () => {
    const found = effect(acted({ power: 'begin-again', by: both, at: time(4, 6) }), days(2, 3))
    expect(found.gates).toMatchObject([{ done: { from: 2, to: 0 }, earliest: { to: '2016-09-08T00:00:00+03:00' } }])
  })
})

describe('an extension', () => {
  const END = '2016-09-21T12:00:00+03:00'
  const extended = (at: string) => acted({ power: 'extend', by: both, at, length: '72 hours' })

  it('comes before the end, to the second and by whatever clock', () => {
    expect(effect(extended('2016-09-21T11:59:59+03:00')).terms).toMatchObject([{ term: 'truce', from: END }])
    for (const at of [END, '2016-09-21T09:00:00Z', '2016-09-21T18:00:00+09:00', '2016-09-21T12:00:01+03:00'])
      expect(refusals(extended(at))).toMatchObject([{ clause: 'truce', heading: HEADING, code: 'term-over' }])
  })

  it('by a name that reports use tells the id of whom it means', () => {
    const [found] = refusals({ ...extended(time(4)), by: ['eastland', 'west'] })
    expect(found).toMatchObject({ code: 'actor-unknown', help: expect.stringMatching(/^did you mean `east`\? /) })
  })
})

describe('a suspension', () => {
  const held = acted({ power: 'hold', by: ['west'], at: time(4, 6) })

  it('shuts the gate until who made it lifts it', () => {
    const found = effect(held, days(2, 3))
    expect(found.standings).toContainEqual({ clause: 'joint', from: 'dormant', to: 'suspended', ended: null })
    expect(found.undo).toMatchObject({
      power: 'hold',
      stage: 'lifted',
      by: ['west'],
      until: '2016-09-21T12:00:00+03:00',
    })
    const lifted = acted({ power: 'hold', by: ['west'], stage: 'lifted', at: time(4, 9) })
    expect(effect(lifted, days(2, 3), [held]).standings).toMatchObject([{ clause: 'joint', from: 'suspended' }])
  })

  it('is not lifted by another, nor resumed by another on the same footing', () => {
    const lifted = acted({ power: 'hold', by: ['east'], stage: 'lifted', at: time(4, 9) })
    const resumed = acted({ power: 'go-on', by: ['east'], at: time(4, 9) })
    for (const act of [lifted, resumed])
      expect(refusals(act, [], [held])).toMatchObject([
        {
          clause: act.power,
          heading: HEADING,
          code: 'not-the-suspender',
          why: '`joint` was suspended by west under `hold`; east cannot lift what west suspended',
        },
      ])
  })

  it('that two made stands until both have lifted it', () => {
    const made = acted({ power: 'hold', by: both, at: time(4, 6) })
    const east = acted({ power: 'hold', by: ['east'], stage: 'lifted', at: time(4, 9) })
    const west = acted({ power: 'hold', by: ['west'], stage: 'lifted', at: time(4, 10) })
    expect(effect(east, days(2, 3), [made])).toMatchObject({ standings: [] })
    expect(effect(east, days(2, 3), [made]).sentences[1]).toBe(
      'what east did is taken back; `joint` stays suspended, for not all who suspended it have lifted it',
    )
    expect(effect(west, days(2, 3), [made, east]).standings).toMatchObject([{ clause: 'joint', from: 'suspended' }])
    const together = acted({ power: 'hold', by: both, stage: 'lifted', at: time(4, 9) })
    expect(effect(together, days(2, 3), [made]).standings).toMatchObject([{ clause: 'joint', from: 'suspended' }])
  })

  it('is resumed by who made it, by all together, and by whom the text gives that alone', () => {
    expect(codes(acted({ power: 'go-on', by: ['west'], at: time(4, 9) }), [], [held])).toEqual([])
    expect(codes(acted({ power: 'together', by: both, at: time(4, 9) }), [], [held])).toEqual([])
    expect(codes(acted({ power: 'rule', by: ['relief'], at: time(4, 9) }), [], [held])).toEqual([])
  })

  it('is not made twice by the same, nor resumed where there is none', () => {
    expect(codes({ ...held, id: 'act_other', at: time(5) }, [], [held])).toEqual(['already-suspended'])
    expect(codes(acted({ power: 'go-on', by: ['west'], at: time(4, 9) }))).toEqual(['not-suspended'])
  })

  it('threatened changes nothing and can be taken back', () => {
    const threat = acted({ power: 'hold', by: ['west'], stage: 'threatened', at: time(4, 6) })
    expect(effect(threat)).toMatchObject({ takes_effect: false, standings: [], gates: [] })
    expect(codes(acted({ power: 'hold', by: ['west'], stage: 'lifted', at: time(4, 9) }), [], [threat])).toEqual([])
    expect(codes(acted({ power: 'hold', by: ['east'], stage: 'lifted', at: time(4, 9) }), [], [threat])).toEqual([
      'nothing-to-lift',
    ])
  })

  it('takes the form that the power names', () => {
    expect(effect(held).sentences).toContain('the form it takes: notice to the other')
    expect(codes({ ...held, form: 'a word in passing' })).toEqual(['other-form'])
  })
})

describe('a withdrawal', () => {
  const out = acted({ power: 'stop', by: ['east'], at: time(4, 6) })

  it('ends the term for good', () => {
    const found = effect(out)
    expect(found.terms).toMatchObject([{ term: 'truce', to: '2016-09-04T06:00:00+03:00' }])
    expect(found.sentences.at(-1)).toBe('it cannot be undone by any power of this text')
  })

  it('is refused the second time, whoever makes it', () => {
    for (const by of both)
      expect(refusals(acted({ power: 'stop', by: [by], at: time(5, 6) }), [], [out])).toMatchObject([
        { clause: 'stop', heading: HEADING, code: 'already-ended' },
      ])
  })

  it('cannot be lifted', () => {
    const lifted = acted({ power: 'stop', by: ['east'], stage: 'lifted', at: time(5, 6) })
    expect(codes(lifted, [], [out])).toEqual(['nothing-to-lift'])
  })
})

describe('acting for another', () => {
  it('is refused to a guarantor for its party and to a party for its guarantor', () => {
    expect(refusals(acted({ power: 'north-leaves', by: ['east'], at: time(4) }))).toMatchObject([
      { code: 'acting-for-another', why: '`north-leaves` is held by north; east cannot act for north' },
    ])
    expect(codes(acted({ power: 'stop', by: ['south'], at: time(4) }))).toEqual(['acting-for-another'])
  })

  it('is refused to those who hold nothing, or whom the agreement does not name', () => {
    expect(codes(acted({ power: 'stop', by: ['watch'], at: time(4) }))).toEqual(['not-a-holder'])
    expect(codes(acted({ power: 'stop', by: ['nobody'], at: time(4) }))).toEqual(['actor-unknown'])
    expect(codes(acted({ power: 'stop', by: ['watch'], stage: 'demanded', at: time(4) }))).toEqual([])
  })
})

describe('a designation', () => {
  const named = (more: Partial<Act> = {}) =>
    acted({ power: 'set-works', by: both, at: time(3), sets: time(6), ...more })

  it('is refused twice once the moment has come, and moves it before', () => {
    expect(effect(named({ at: time(4), sets: time(8) }), [], [named()]).takes_effect).toBe(true)
    expect(refusals(named({ at: time(7), sets: time(8) }), [], [named()])).toMatchObject([
      { clause: 'works', code: 'anchor-has-come' },
    ])
  })

  it('is refused without a moment', () => {
    expect(codes(named({ sets: null }))).toEqual(['moment-missing'])
  })
})

describe('an amendment', () => {
  it('is told to change nothing that is evaluated', () => {
    const found = effect(acted({ power: 'rewrite', by: both, at: time(4) }))
    expect(found.evaluated).toBe(false)
    expect(found.sentences[1]).toContain('the agreement has to be entered anew')
  })
})

describe('a name that is no power', () => {
  it('is told with the powers there are', () => {
    const [found] = refusals(acted({ power: 'truce', by: both, at: time(4) }))
    expect(found).toMatchObject({ code: 'power-unknown', why: '`truce` is a term and no power', heading: HEADING })
    expect(found!.help).toContain('`extend`')
  })
})

describe('the parties', () => {
  const [one, other] = [pact(EVERYTHING), mirroredPact(EVERYTHING)]

  it('swapped everywhere, swap refusals and effects', () => {
    fc.assert(
      fc.property(anyRecord, anyAct, ({ claims, acts }, act) => {
        const before = acts.filter(({ id }) => id !== act.id)
        const at = Date.parse(act.at)
        const here = checkAct(one, recordOf(claims, before), act, at)
        const there = checkAct(
          other,
          recordOf(claims.map(mirroredClaim), before.map(mirroredAct)),
          mirroredAct(act),
          at,
        )
        expect(gist(there, (words) => words)).toEqual(gist(here, mirrored))
      }),
      { numRuns: 120 },
    )
  })

  function gist(answer: ReturnType<typeof checkAct>, name: (words: string) => string) {
    if (!answer.ok) return answer.refusals.map(({ clause, code }) => `${name(clause)} ${code}`).toSorted()
    const { takes_effect, standings, terms, gates } = answer.effect
    return {
      takes_effect,
      standings: standings.map(({ clause, from, to }) => `${name(clause)} ${from} ${to}`).toSorted(),
      terms,
      gates: gates.map(({ gate, state, done, earliest }) => [gate, state, done, earliest]),
    }
  }
})

describe('a shelling after the days were done', () => {
  it('does not take the certificate away', () => {
    expect(codes(acted({ power: 'certify', by: both, at: time(5, 6) }), [...days(2, 4), shelled(5)])).toEqual([])
  })
})
