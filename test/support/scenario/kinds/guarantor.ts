// What guarantors undertook, and what each side said of their calls.
import { callsOf, hotlineLog, undertakingsOf } from '@trucekeeper/centre'
import { z } from 'zod'
import { Compare, kind, missing, perWorld, time } from '../kind.ts'

const HOUR_MS = 3_600_000

const callsIn = perWorld(({ agreement, record, at }) => callsOf(agreement, record, at))

export const undertaking = kind(
  'undertaking',
  'What a guarantor undertook to obtain from its party, and what came of it.',
  {
    undertaking: z.string().describe('part of what is to be done'),
    of: z.string(),
    for: z.string().nullable().optional().describe('the party; null for what the guarantor does itself'),
    state: z
      .string()
      .optional()
      .describe('`open`, `pressed`, or what came of it: `kept`, `partly`, `not_kept`, `not_known`'),
    pressed: z.int().optional().describe('how often its party was pressed'),
    due: time.nullable().optional(),
    'late by hours': z.number().optional(),
    because: z.string().optional().describe('part of the reason given last'),
    words: z.string().optional().describe('part of the words it rests on'),
  },
  ({ agreement, record, at }, expected) => {
    const { undertakings } = undertakingsOf(agreement, record, at)
    const found = undertakings.find(({ of, to_do }) => of === expected.of && to_do.includes(expected.undertaking))
    if (!found) return missing(undertakings.map(({ of, to_do }) => `${of}: ${to_do}`))
    return new Compare()
      .is('party', found.for, expected.for)
      .is('state', found.state, expected.state)
      .is('pressed', found.pressed.length, expected.pressed)
      .when('due', found.due, expected.due)
      .is('late by hours', found.late_by_ms / HOUR_MS, expected['late by hours'])
      .says('reason', found.outcomes.at(-1)?.reason ?? null, expected.because)
      .says('words', found.words.quote, expected.words).found
  },
)

export const call = kind(
  'call',
  'A call or a meeting, and who made public what was said.',
  {
    call: z.string().describe('its day, such as 2016-09-16'),
    channel: z.enum(['phone', 'meeting', 'hotline']).optional(),
    between: z.array(z.string()).optional(),
    'read-outs of': z.array(z.string()).optional(),
  },
  (world, expected) => {
    const calls = callsIn(world)
    const found = calls.find(
      (one) => one.at.startsWith(expected.call) && (expected.channel === undefined || one.channel === expected.channel),
    )
    if (!found) return missing(calls.map((one) => one.at.slice(0, 10)))
    return new Compare().names('between', found.between, expected.between).names(
      'read-outs',
      found.read_outs.map(({ of }) => of),
      expected['read-outs of'],
    ).found
  },
)

export const sentence = kind(
  'sentence',
  'A sentence of a read-out beside what another side made public of the same call.',
  {
    sentence: z.string().describe('part of it'),
    of: z.string(),
    beside: z.string().describe('the other side'),
    call: z.string().describe('the day of the call'),
    relation: z.enum(['agrees', 'silent', 'contradicts']),
    other: z.string().optional().describe('part of the sentence that it is held beside'),
  },
  (world, expected) => {
    const calls = callsIn(world).filter((one) => one.at.startsWith(expected.call))
    const own = calls.flatMap(({ read_outs }) => read_outs.filter(({ of }) => of === expected.of))
    const sentences = own.flatMap((one) => one.sentences ?? [])
    const found = sentences.find(({ quote }) => quote.includes(expected.sentence))
    if (!found) return missing(sentences.map(({ quote }) => quote))
    const beside = found.others.find(({ of }) => of === expected.beside)
    if (!beside) return missing(found.others.map(({ of }) => of))
    return new Compare().is('relation', beside.relation, expected.relation).says('other', beside.quote, expected.other)
      .found
  },
)

export const hotline = kind(
  'hotline',
  'What went over the hotline on a day.',
  { hotline: z.string().describe('the day'), entries: z.int() },
  ({ agreement, record, at }, expected) => {
    const day = hotlineLog(agreement, record, at).filter((one) => one.at.startsWith(expected.hotline))
    return new Compare().is('entries', day.length, expected.entries).found
  },
)
