// Access requests step by step, how many came how far, and figures with their source and definition.
import { FUNNEL_STAGES } from '@trucekeeper/access'
import { ACCESS_STEPS } from '@trucekeeper/codes'
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const request = kind(
  'request',
  'An access request: its outcome, and each step with its days.',
  {
    request: z.string().describe('its id'),
    outcome: z.string().optional().describe('`pending`, `unanswered`, `approved`, `denied` …'),
    approved: z.enum(['yes', 'no', 'contested']).optional(),
    step: z.enum(ACCESS_STEPS).optional().describe('one of its steps'),
    decision: z.string().nullable().optional().describe('of that step'),
    days: z.number().optional().describe('of that step, from being asked, whole'),
    cut: z.string().optional().describe('something that was asked for and taken off'),
  },
  (world, expected) => {
    const all = world.access()?.requests ?? []
    const found = all.find(({ requestId }) => requestId === expected.request)
    if (!found) return missing(all.map(({ requestId }) => requestId))
    const step = found.steps.find((one) => one.step === expected.step)
    if (expected.step !== undefined && !step) return missing(found.steps.map((one) => one.step))
    return new Compare()
      .is('outcome', found.outcome, expected.outcome)
      .is('approved', found.approved, expected.approved)
      .is(`decision of ${expected.step}`, step?.decision ?? null, expected.decision)
      .is(`days of ${expected.step}`, Math.floor(step?.days.low ?? 0), expected.days)
      .has('cut', [...found.cut.items, ...found.cut.areas], expected.cut).found
  },
)

export const funnel = kind(
  'funnel',
  'How many requests, and for how many people, came as far as a stage.',
  {
    funnel: z.enum(FUNNEL_STAGES),
    requests: z.int().optional().describe('at least'),
    'requests at most': z.int().optional(),
    people: z.int().optional().describe('at least'),
  },
  (world, expected) => {
    const all = world.access()?.funnel ?? []
    const found = all.find(({ stage }) => stage === expected.funnel)
    if (!found) return missing(all.map(({ stage }) => stage))
    return new Compare()
      .is('requests', found.requests.low, expected.requests)
      .is('requests at most', found.requests.high, expected['requests at most'])
      .is('people', found.people.low, expected.people).found
  },
)

export const figure = kind(
  'figure',
  'A number that a source gives, with its range and its definition; those of several sources stay side by side.',
  {
    figure: z.string().describe('what is counted: `besieged_people`, `killed` …'),
    about: z.string().describe('of what: an area, a consignment, a month'),
    source: z.string().optional().describe('whose figure; of all, where it is left out'),
    value: z.number().nullable().optional(),
    'at most': z.number().nullable().optional(),
    qualifier: z.string().nullable().optional().describe('`about`, `almost`, `fewer than` …'),
    definition: z.string().nullable().optional(),
    words: z.string().optional().describe('part of the words it is taken from'),
    differ: z.boolean().optional().describe('whether sources exclude each other or count differently'),
    low: z.number().optional().describe('the least that anybody gives'),
    high: z.number().optional().describe('the most'),
  },
  (world, expected) => {
    const all = world.access()?.figures ?? []
    const card = all.find(({ what, about }) => what === expected.figure && about === expected.about)
    if (!card) return missing(all.map(({ what, about }) => `${what} of ${about}`))
    const compare = new Compare()
      .is('differ', card.differ, expected.differ)
      .is('least', card.spread.low, expected.low)
      .is('most', card.spread.high, expected.high)
    if (expected.source === undefined) return compare.found
    const own = card.figures.find(({ source }) => source === expected.source)
    if (!own) return missing(card.figures.map(({ source }) => source))
    return compare
      .is('value', own.value, expected.value)
      .is('at most', own.high, expected['at most'])
      .is('qualifier', own.qualifier, expected.qualifier)
      .is('definition', own.definition, expected.definition)
      .says('words', own.quote, expected.words).found
  },
)
