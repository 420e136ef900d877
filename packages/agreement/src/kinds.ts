// The kinds of clause and their fields: one table that gives the parser, the printer, the messages and the types.
import { DISCLOSURE_LEVELS, PARTY_ROLES, SIDES } from '@trucekeeper/codes'
import { condition } from './condition.ts'
import {
  acts,
  certifier,
  clearance,
  countable,
  effectOn,
  group,
  moment,
  SIDES_OF_LINE,
  spanOf,
  step,
  threshold,
  together,
  trust,
  window,
} from './phrases.ts'
import {
  day,
  duration,
  geometry,
  howMany,
  instant,
  metres,
  names,
  oneOf,
  proseHash,
  reach,
  ref,
  refs,
  text,
  whole,
  zoneName,
  type Reader,
} from './values.ts'

export interface Field<T, Many extends boolean = boolean, Needed extends boolean = boolean> {
  readonly reader: Reader<T>
  /** Whether the field may stand several times. */
  readonly many: Many
  readonly needed: Needed
  /** One line for help and completion. */
  readonly about: string
}

const needed = <T>(reader: Reader<T>, about: string): Field<T, false, true> => ({
  reader,
  many: false,
  needed: true,
  about,
})
const may = <T>(reader: Reader<T>, about: string): Field<T, false, false> => ({
  reader,
  many: false,
  needed: false,
  about,
})
const some = <T>(reader: Reader<T>, about: string): Field<T, true, false> => ({
  reader,
  many: true,
  needed: false,
  about,
})

/** What a missing report means, written in the clause itself. */
export const SILENCES = ['unknown', 'breached', 'met'] as const
export type Silence = (typeof SILENCES)[number]

const silence = oneOf(SILENCES, 'what it means when nobody reports')
const side = oneOf(SIDES, 'the side in whose name they speak')
const role = oneOf(PARTY_ROLES, 'a role')
const place = {
  name: may(text, 'what it is called'),
  'known-as': may(names, 'other names for it in reports'),
  geometry: may(geometry, 'a feature of a file beside the agreement'),
  tolerance: may(metres, 'how far the drawn edge may be from the real one'),
  edition: may(text, 'which map, in which edition'),
  redraw: may(group, 'who may redraw it'),
}
const actor = {
  name: needed(text, 'what it is called'),
  'known-as': may(names, 'other names for it in reports'),
  side: may(side, 'the side in whose name it speaks'),
  role: may(role, 'what it is in the arrangement'),
  'answered-by': may(ref, 'the guarantor who answers for it'),
  forces: may(names, 'forces under it, as reports name them'),
  'part-of': may(names, 'wider groups, as data sets name them, of which it is only a part'),
}
const evidence = {
  attest: may(refs, 'who may attest it'),
  silence: may(silence, 'what it means when nobody reports'),
  'decided-by': may(ref, 'the account that decides it'),
  'on-breach': may(refs, 'what follows a breach'),
  touches: may(refs, 'open terms it rests on'),
}

export const KIND_TABLE = {
  agreement: {
    title: needed(text, 'what it is called'),
    clock: needed(zoneName, 'the time zone of its days'),
    made: may(day, 'when it was made'),
    by: may(group, 'who made it'),
    'decided-by': needed(ref, 'the account that decides where a clause names none'),
    status: may(text, 'public, confidential, leaked'),
    'pax-id': may(text, 'its number in PA-X'),
    'cf-id': may(text, 'its number in the ETH/PRIO ceasefire data'),
    stage: may(text, 'its stage, in the words of PA-X'),
    endorsed: may(text, 'who endorsed it, under which number'),
    disclosure: may(
      oneOf(DISCLOSURE_LEVELS, 'a level'),
      'to whom is shown what nobody has spoken of; the public where it is silent',
    ),
  },
  party: actor,
  guarantor: actor,
  body: actor,
  zone: {
    ...place,
    along: may(ref, 'the line it lies along'),
    side: may(oneOf(SIDES_OF_LINE, 'a side of the line'), 'on which side of the line'),
    depth: may(metres, 'how deep it reaches from the line'),
    length: may(reach, 'how long the text says it is, along the line'),
    within: may(refs, 'zones it lies in'),
    places: may(names, 'places in it, as reports name them'),
  },
  line: place,
  anchor: {
    at: may(instant, 'when it is, where that is fixed'),
    'designated-by': may(ref, 'the power that designates it'),
    form: may(text, 'in which form'),
  },
  measure: {
    counts: needed(countable, 'what is counted'),
    in: may(refs, 'where'),
    per: needed(window, 'in which window'),
    holds: needed(threshold, 'when it holds'),
    from: needed(moment, 'from when it is counted'),
    during: may(spanOf, 'over which span'),
    reports: may(refs, 'whose reports count'),
    silence: may(silence, 'what a day without a report means'),
    baseline: may(text, 'what it is held against'),
    touches: may(refs, 'open terms it rests on'),
  },
  duty: {
    on: needed(group, 'who has to do it'),
    to: may(refs, 'for whose benefit'),
    act: needed(acts, 'what has to be done'),
    in: may(refs, 'where'),
    number: some(howMany, 'how many of whom or what'),
    toward: may(refs, 'where they or it go'),
    clears: some(clearance, 'how far from a line what has to go'),
    after: may(condition, 'what has to be so before it begins'),
    from: may(moment, 'when it begins'),
    by: may(moment, 'its deadline'),
    together: may(together, 'the duty it runs with'),
    during: may(spanOf, 'over which span'),
    ...evidence,
  },
  ban: {
    on: needed(group, 'who must not'),
    act: needed(acts, 'what must not be done'),
    in: may(refs, 'where'),
    during: needed(spanOf, 'over which span'),
    except: may(text, 'what is not forbidden'),
    ...evidence,
  },
  leave: {
    to: needed(refs, 'who may'),
    may: needed(text, 'what they may do'),
    along: may(refs, 'by which way'),
    in: may(refs, 'where'),
    during: may(spanOf, 'over which span'),
    limits: may(text, 'within which limits'),
    excepts: may(refs, 'bans it makes an exception to'),
  },
  gate: {
    opens: needed(ref, 'what comes into being'),
    when: needed(condition, 'what has to be so'),
    certify: may(certifier, 'who certifies that it is so'),
    reopens: may(oneOf(['never', 'again'], 'whether it opens again once closed'), 'whether it opens again once closed'),
    during: may(spanOf, 'over which span it can open'),
    'decided-by': may(ref, 'the account that decides it'),
    touches: may(refs, 'open terms it rests on'),
  },
  power: {
    'held-by': needed(group, 'who may use it'),
    effect: needed(effectOn, 'what it does'),
    when: may(condition, 'what has to be so first'),
    form: may(text, 'in which form'),
    expires: may(duration, 'how long it may be used once it can be'),
  },
  term: {
    starts: needed(moment, 'when it starts'),
    lasts: may(duration, 'how long it lasts; without it, until ended'),
    extends: may(ref, 'the power that extends it'),
    survives: may(refs, 'clauses that outlive it'),
  },
  procedure: {
    step: some(step, 'who does what, and within which time'),
    decides: may(group, 'who decides'),
    follows: may(text, 'what follows'),
    during: may(spanOf, 'over which span'),
  },
  prevails: {
    wins: needed(ref, 'the clause that wins'),
    over: needed(refs, 'the clauses it wins over'),
    on: may(text, 'on which subject'),
  },
  'open-term': {
    words: needed(text, 'the words that are left open'),
    interprets: may(group, 'who interprets them'),
  },
  reading: {
    of: needed(ref, 'the open term it reads'),
    by: needed(refs, 'who reads it so'),
    says: needed(text, 'what they take it to mean'),
  },
  account: {
    name: needed(text, 'what it is called'),
    trusts: needed(trust, 'whose word counts'),
    sources: may(whole, 'how many independent sources a fact needs'),
  },
  accept: {
    on: may(refs, 'the clauses for which the lint is accepted'),
    because: needed(text, 'the reason'),
  },
} as const satisfies Record<string, Record<string, Field<unknown>>>

export type ClauseKind = keyof typeof KIND_TABLE
export const CLAUSE_KINDS = Object.keys(KIND_TABLE) as ClauseKind[]

/** The one field that every kind may have: the hash of the prose it was written against. */
export const READS = may(proseHash, 'the hash of the prose it was written against')

export function fieldsOf(kind: ClauseKind): Readonly<Record<string, Field<unknown>>> {
  return KIND_TABLE[kind]
}

type Held<F> =
  F extends Field<infer T, infer Many, infer Needed>
    ? Many extends true
      ? readonly T[]
      : Needed extends true
        ? T
        : T | undefined
    : never

/** The typed content of a kind's fields, under their own names. */
export type FieldsOf<K extends ClauseKind> = {
  readonly [F in keyof (typeof KIND_TABLE)[K]]: Held<(typeof KIND_TABLE)[K][F]>
}
