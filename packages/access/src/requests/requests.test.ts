// Access requests: outcomes, clocks, cuts, the funnel, and where the days went.
import { describe, expect, it } from 'vitest'
import { accessOverview } from '../overview.ts'
import type { Question } from '../said.ts'
import { recordsOf, sheetOf } from '../testing/sheets.ts'

const at = (text: string) => Date.parse(text)
const LATE: Question = { at: at('2016-08-31T00:00Z'), knownAt: null, sources: null }
const request = (cells: Record<string, string> = {}) => ({
  request_id: 'r1',
  period: '2016-08',
  requester: 'united-nations',
  addressed_to: 'ministry',
  areas: 'east; west',
  people: '1000',
  items: 'food; medicine',
  submitted_at: '2016-08-01T00:00Z',
  reply_due_at: '2016-08-08T00:00Z',
  ...cells,
})
const step = (name: string, decision: string, when: string, cells: Record<string, string> = {}) => ({
  request_id: 'r1',
  step: name,
  decided_by: 'ministry',
  decision,
  at: when,
  ...cells,
})

function overview(steps: Record<string, string>[], question = LATE, requests = [request()]) {
  const sheets = [sheetOf('requests.csv', requests), ...(steps.length > 0 ? [sheetOf('steps.csv', steps)] : [])]
  return accessOverview(recordsOf(...sheets), question)
}
const only = (...parameters: Parameters<typeof overview>) => overview(...parameters).requests[0]!

describe('what has become of a request', () => {
  it('is pending until the reply is due and unanswered from then on', () => {
    expect(only([], { ...LATE, at: at('2016-08-07T00:00Z') })).toMatchObject({
      outcome: 'pending',
      replyLateDays: null,
    })
    expect(only([])).toMatchObject({ outcome: 'unanswered', replyLateDays: 23, approved: 'no' })
  })

  it('is approved in principle, which is not approved', () => {
    const steps = [step('monthly_plan_reply', 'approved_in_principle', '2016-08-10T00:00Z')]
    expect(only(steps)).toMatchObject({ outcome: 'approved_in_principle', approved: 'no', replyLateDays: 2 })
  })

  it('is approved partly when areas, people or items were cut, and says which', () => {
    const cells = { areas: 'west', people: '400', items: 'food', conditions: 'no surgical kits' }
    expect(only([step('facilitation_letter', 'approved', '2016-08-10T00:00Z', cells)])).toMatchObject({
      outcome: 'approved_partly',
      approved: 'yes',
      cut: { areas: ['east'], people: { low: 600, high: 600 }, items: ['medicine'] },
      steps: [{ conditions: [{ conditions: 'no surgical kits' }] }],
    })
  })

  it('is what the last decision made of it', () => {
    const steps = [
      step('monthly_plan_reply', 'approved', '2016-08-05T00:00Z'),
      step('governor', 'denied', '2016-08-12T00:00Z', { decided_by: 'governor', reason: 'security' }),
    ]
    expect(only(steps)).toMatchObject({ outcome: 'denied', steps: [{}, { reasons: [{ reason: 'security' }] }] })
  })

  it('is contested when one source has an approval of which another has heard nothing', () => {
    const steps = [
      step('facilitation_letter', 'approved', '2016-08-05T00:00Z', { source: 'ministry' }),
      step('facilitation_letter', 'no_reply', '2016-08-12T00:00Z', { source: 'united-nations' }),
    ]
    expect(only(steps)).toMatchObject({ outcome: 'contested', approved: 'contested' })
  })
})

describe('the days of a step', () => {
  it('run from when it was asked for to when it was decided', () => {
    const steps = [step('governor', 'asked', '2016-08-04T00:00Z'), step('governor', 'approved', '2016-08-09T00:00Z')]
    expect(only(steps).steps[0]).toMatchObject({ openedBy: 'asked', days: { low: 5, high: 5 }, state: 'decided' })
  })

  it('run on while it is open or on hold', () => {
    const steps = [
      step('governor', 'asked', '2016-08-04T00:00Z'),
      step('governor', 'on_hold_security', '2016-08-09T00:00Z'),
    ]
    expect(only(steps).steps[0]).toMatchObject({
      state: 'open',
      decision: 'on_hold_security',
      days: { low: 27, high: 27 },
    })
  })

  it('run from the step before where nobody says when it was asked for', () => {
    const steps = [
      step('monthly_plan_reply', 'approved', '2016-08-05T00:00Z'),
      step('governor', 'approved', '2016-08-09T00:00Z', { decided_by: 'governor' }),
    ]
    expect(only(steps).steps[1]).toMatchObject({ openedBy: 'step_before', days: { low: 4, high: 4 } })
  })

  it('are added up by step and by who decides it, the most first', () => {
    const requests = [request(), request({ request_id: 'r2' })]
    const steps = [
      step('governor', 'denied', '2016-08-11T00:00Z', { decided_by: 'governor' }),
      step('governor', 'approved', '2016-08-05T00:00Z', { decided_by: 'governor', request_id: 'r2' }),
      step('monthly_plan_reply', 'approved', '2016-08-03T00:00Z', { request_id: 'r2' }),
    ]
    expect(overview(steps, LATE, requests).delays).toMatchObject([
      { step: 'governor', decider: 'governor', count: 2, days: { low: 12, high: 12 }, denied: 1 },
      { step: 'monthly_plan_reply', count: 1, days: { low: 2, high: 2 } },
    ])
  })
})

describe('the funnel', () => {
  const consignments = sheetOf('consignments.csv', [{ consignment_id: 'c1', destination: 'east', request_id: 'r1' }])
  const event = (status: string, when: string, cells = {}) => ({ consignment_id: 'c1', status, at: when, ...cells })
  const funnel = (events: Record<string, string>[]) =>
    accessOverview(
      recordsOf(
        consignments,
        sheetOf('requests.csv', [request(), request({ request_id: 'r2' })]),
        sheetOf('steps.csv', [step('facilitation_letter', 'approved', '2016-08-11T00:00Z')]),
        sheetOf('events.csv', events),
      ),
      LATE,
    ).funnel.map(({ stage, requests }) => `${stage} ${requests.low}-${requests.high}`)

  it('counts each request as far as anybody recorded it', () => {
    expect(funnel([event('loaded', '2016-08-12T00:00Z'), event('waiting_at_crossing', '2016-08-13T00:00Z')])).toEqual([
      'requested 2-2',
      'approved_in_principle 1-1',
      'approved 1-1',
      'loaded 1-1',
      'sealed 0-0',
      'at_crossing 1-1',
      'crossed 0-0',
      'delivered 0-0',
      'monitored 0-0',
    ])
  })

  it('counts what is contested only into the higher number', () => {
    const delivered = event('delivered', '2016-08-13T00:00Z', { source: 'army' })
    expect(funnel([delivered, event('delivery_not_completed', '2016-08-14T00:00Z')])).toContain('delivered 0-1')
  })

  it('counts a decision that was withdrawn only until then', () => {
    const approved = step('facilitation_letter', 'approved', '2016-08-10T00:00Z', { recorded_at: '2016-08-11T00:00Z' })
    const steps = [
      { ...approved, entry_id: 's1' },
      { ...approved, entry_id: 's2', recorded_at: '2016-08-20T00:00Z', withdraws: 's1' },
    ]
    const counted = (question = LATE) => {
      const { funnel: stages, requests } = overview(steps, question, [request({ recorded_at: '2016-08-01T00:00Z' })])
      return [stages.find(({ stage }) => stage === 'approved')!.requests.high, requests[0]!.outcome]
    }
    expect(counted({ ...LATE, knownAt: at('2016-08-15T00:00Z') })).toEqual([1, 'approved'])
    expect(counted()).toEqual([0, 'unanswered'])
  })

  it('counts no request that was withdrawn', () => {
    const made = request({ recorded_at: '2016-08-01T00:00Z', entry_id: 'q1' })
    const back = { ...made, entry_id: 'q2', recorded_at: '2016-08-05T00:00Z', withdraws: 'q1' }
    const requested = (question = LATE) => overview([], question, [made, back]).funnel[0]!.requests
    expect(requested({ ...LATE, knownAt: at('2016-08-04T00:00Z') })).toEqual({ low: 1, high: 1 })
    expect(requested()).toEqual({ low: 0, high: 0 })
  })

  it('adds up the days between stages, and those of requests that stand still', () => {
    const [requested, , approved] = overview([step('facilitation_letter', 'approved', '2016-08-11T00:00Z')]).funnel
    expect(requested).toMatchObject({ standing: { requests: 0 } })
    expect(approved).toMatchObject({ standing: { requests: 1, days: 20 }, people: { low: 1000, high: 1000 } })
  })
})
