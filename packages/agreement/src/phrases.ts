// The longer phrases of the language: who together, until when, what is done, how it is counted.
import { ACT_WORDS, EFFECTS, KIND_NAMES, type Effect } from '@trucekeeper/codes'
import type { Duration } from '@trucekeeper/time'
import type { Cursor } from './cursor.ts'
import { duration, instant, metres, ref, refs, whole, zoneName, type Reader, type Ref } from './values.ts'

/** Several who act or are bound: `jointly` all of them together, `each` every one apart, `any` whichever. */
export interface Group {
  readonly who: readonly Ref[]
  readonly how: 'jointly' | 'each' | 'any'
}

/** What may stand after a comma that does not bring another name. */
const ENDS_GROUP = new Set(['each', 'within'])

/** `russia` · `russia and united-states jointly` · `russia or united-states` · `government and opposition, each` */
export const group: Reader<Group> = {
  expects: 'one name, `a and b jointly`, `a and b, each` or `a or b`',
  read(cursor) {
    const first = ref.read(cursor)
    if (!first) return null
    const who = [first]
    let how: Group['how'] = 'any'
    if (cursor.takeIf('or')) {
      do {
        const next = ref.read(cursor)
        if (!next) return null
        who.push(next)
      } while (cursor.takeIf('or'))
      return { who, how }
    }
    while (
      cursor.peek()?.text === 'and' ||
      (cursor.peek()?.text === ',' && !ENDS_GROUP.has(cursor.peek(1)?.text ?? ''))
    ) {
      cursor.take()
      const next = ref.read(cursor)
      if (!next) return null
      who.push(next)
    }
    if (cursor.peek(1)?.text === 'each') cursor.takeIf(',')
    if (cursor.takeIf('jointly')) how = 'jointly'
    else if (cursor.takeIf('each')) how = 'each'
    else if (who.length > 1) return cursor.expected('how they act', ['jointly', 'each'])
    return { who, how }
  },
  write({ who, how }) {
    const written = who.map(ref.write)
    if (how === 'any') return written.join(' or ')
    return how === 'jointly' ? `${written.join(' and ')} jointly` : `${written.join(' and ')}, each`
  },
}

/** A point in time: an instant, or an anchor, either of them moved on by a duration. */
export interface Moment {
  readonly anchor: Ref | null
  readonly instant: string | null
  readonly plus: Duration | null
}

/** `day-d` · `day-d + 48 hours` · `2016-09-12T19:00+03:00` */
export const moment: Reader<Moment> = {
  expects: 'an anchor, an anchor `+ 48 hours`, or a time with an offset',
  read(cursor) {
    const fixed = /^\d{4}-/.test(cursor.peek()?.text ?? '') ? instant.read(cursor) : null
    if (!fixed && /^\d{4}-/.test(cursor.peek()?.text ?? '')) return null
    const anchor = fixed ? null : ref.read(cursor)
    if (!fixed && !anchor) return null
    const plus = cursor.takeIf('+') ? duration.read(cursor) : null
    if (cursor.misreadings.length > 0) return null
    return { anchor, instant: fixed, plus }
  },
  write({ anchor, instant: fixed, plus }) {
    return `${anchor ? ref.write(anchor) : fixed}${plus ? ` + ${duration.write(plus)}` : ''}`
  },
}

/** The stretch over which a clause runs: a term, or from a moment, to a moment or without end. */
export type SpanOf =
  | { readonly kind: 'term'; readonly term: Ref }
  | { readonly kind: 'range'; readonly from: Moment; readonly to: Moment | null }

/** `term truce` · `from day-d` · `from day-d to day-d + 7 days` */
export const spanOf: Reader<SpanOf> = {
  expects: '`term NAME`, `from MOMENT` or `from MOMENT to MOMENT`',
  words: ['term', 'from'],
  read(cursor) {
    if (cursor.takeIf('term')) {
      const term = ref.read(cursor)
      return term && { kind: 'term', term }
    }
    if (!cursor.takeIf('from')) return cursor.expected(this.expects, ['term', 'from'])
    const from = moment.read(cursor)
    if (!from) return null
    const to = cursor.takeIf('to') ? moment.read(cursor) : null
    return cursor.misreadings.length > 0 ? null : { kind: 'range', from, to }
  },
  write(value) {
    if (value.kind === 'term') return `term ${ref.write(value.term)}`
    return `from ${moment.write(value.from)}${value.to ? ` to ${moment.write(value.to)}` : ''}`
  },
}

/** What is done or not done: act words, each of which stands for kinds of claim. */
export const acts: Reader<readonly string[]> = {
  expects: 'an act such as `attack` or `deliver-aid`, or a kind of event such as `air_strike`',
  words: [...ACT_WORDS, ...KIND_NAMES],
  read(cursor) {
    const found: string[] = []
    do {
      const token = cursor.takeIf(...ACT_WORDS, ...KIND_NAMES)
      if (!token) return cursor.expected('an act', ACT_WORDS)
      found.push(token.text)
    } while (cursor.takeIf(',', 'and'))
    return found
  },
  write: (value) => value.join(', '),
}

/** How far from a line something has to stay, for which weapons, on which side. */
export interface Clearance {
  readonly metres: number
  readonly side: Side
  readonly line: Ref
  /** In the words of the text: `heavy weapons`. */
  readonly of: string
}

export const SIDES_OF_LINE = ['north', 'south', 'east', 'west', 'either'] as const
export type Side = (typeof SIDES_OF_LINE)[number]

/** `3500 m north of castello-road, heavy weapons` */
export const clearance: Reader<Clearance> = {
  expects: 'a depth such as `3500 m north of castello-road, heavy weapons`',
  read(cursor) {
    const depth = metres.read(cursor)
    if (depth === null) return null
    const side = cursor.takeIf(...SIDES_OF_LINE)
    if (!side) return cursor.expected('a side of the line', SIDES_OF_LINE)
    cursor.takeIf('side')
    if (!cursor.takeIf('of')) return cursor.expected('`of`', ['of'])
    const line = ref.read(cursor)
    if (!line) return null
    if (!cursor.takeIf(',')) return cursor.expected('a comma and what has to stay away')
    const of = cursor.rest()
    if (of === '') return cursor.expected('what has to stay away, such as `heavy weapons`')
    return { metres: depth, side: side.text as Side, line, of }
  },
  write: ({ metres: depth, side, line, of }) => `${depth} m ${side} of ${ref.write(line)}, ${of}`,
}

/** A duty that runs with another: each falls due once the other has been done, within the tolerance. */
export interface Together {
  readonly duty: Ref
  readonly within: Duration
}

/** `pull-back-government within 24 hours` */
export const together: Reader<Together> = {
  expects: 'a duty and a tolerance such as `pull-back-government within 24 hours`',
  read(cursor) {
    const duty = ref.read(cursor)
    if (!duty) return null
    if (!cursor.takeIf('within')) return cursor.expected('`within` and a duration', ['within'])
    const within = duration.read(cursor)
    return within && { duty, within }
  },
  write: ({ duty, within }) => `${ref.write(duty)} within ${duration.write(within)}`,
}

/** What a measure counts: breaches of a ban, or acts. */
export type Countable =
  | { readonly kind: 'breaches'; readonly of: Ref }
  | { readonly kind: 'acts'; readonly acts: readonly string[] }

export const countable: Reader<Countable> = {
  expects: '`breaches of` a ban, or an act such as `deliver-aid`',
  read(cursor) {
    if (!cursor.takeIf('breaches')) {
      const counted = acts.read(cursor)
      return counted && { kind: 'acts', acts: counted }
    }
    if (!cursor.takeIf('of')) return cursor.expected('`of`', ['of'])
    const of = ref.read(cursor)
    return of && { kind: 'breaches', of }
  },
  write: (value) => (value.kind === 'breaches' ? `breaches of ${ref.write(value.of)}` : acts.write(value.acts)),
}

/** The window in which something is counted: calendar days of a zone. */
export interface Window {
  readonly zone: string
}

export const window: Reader<Window> = {
  expects: '`calendar day` and a time zone, such as `calendar day, Asia/Damascus`',
  read(cursor) {
    if (!cursor.takeIf('calendar')) return cursor.expected(this.expects, ['calendar'])
    if (!cursor.takeIf('day')) return cursor.expected('`day`', ['day'])
    cursor.takeIf(',')
    const zone = zoneName.read(cursor)
    return zone === null ? null : { zone }
  },
  write: ({ zone }) => `calendar day, ${zone}`,
}

export const RELATIONS = ['<=', '<', '>=', '>', '='] as const
export type Relation = (typeof RELATIONS)[number]

export interface Threshold {
  readonly relation: Relation
  readonly value: number
}

/** `while count <= 3` */
export const threshold: Reader<Threshold> = {
  expects: 'a threshold such as `while count <= 3`',
  read(cursor) {
    cursor.takeIf('while')
    if (!cursor.takeIf('count')) return cursor.expected('`count`', ['count'])
    return comparison(cursor)
  },
  write: ({ relation, value }) => `while count ${relation} ${value}`,
}

export function comparison(cursor: Cursor): Threshold | null {
  const sign = cursor.takeIf(...RELATIONS)
  if (!sign) return cursor.expected('a comparison', RELATIONS)
  const value = whole.read(cursor)
  return value === null ? null : { relation: sign.text as Relation, value }
}

/** What a power does, and to which clauses. */
export interface EffectOn {
  readonly effect: Effect
  readonly targets: readonly Ref[]
}

/** `extend truce` · `suspend joint-centre` */
export const effectOn: Reader<EffectOn> = {
  expects: 'an effect and what it works on, such as `extend truce`',
  words: EFFECTS,
  read(cursor) {
    const token = cursor.takeIf(...EFFECTS)
    if (!token) return cursor.expected('an effect', EFFECTS)
    const targets = refs.read(cursor)
    return targets && { effect: token.text as Effect, targets }
  },
  write: ({ effect, targets }) => `${effect} ${refs.write(targets)}`,
}

/** One step of a procedure: who does what, and within which time. */
export interface Step {
  readonly actor: Group
  readonly does: string
  readonly within: Duration | null
}

/** `russia and united-states, each: ask the party for its account, within 24 hours` */
export const step: Reader<Step> = {
  expects: 'a step such as `monitors do "record what was seen" within 24 hours`',
  read(cursor) {
    const actor = group.read(cursor)
    if (!actor) return null
    if (!cursor.takeIf('does', 'do')) return cursor.expected('`do` and the step in quotation marks', ['do'])
    const does = cursor.peek()
    if (does?.kind !== 'string') return cursor.expected('the step in quotation marks')
    cursor.take()
    const within = cursor.takeIf('within') ? duration.read(cursor) : null
    return cursor.misreadings.length > 0 ? null : { actor, does: does.text, within }
  },
  write({ actor, does, within }) {
    return `${group.write(actor)} do "${does}"${within ? ` within ${duration.write(within)}` : ''}`
  },
}

/** Who may certify, and how soon. */
export interface Certifier {
  readonly who: Group
  readonly within: Duration | null
}

export const certifier: Reader<Certifier> = {
  expects: 'who certifies, such as `russia and united-states jointly, within 24 hours`',
  read(cursor) {
    const who = group.read(cursor)
    if (!who) return null
    cursor.takeIf(',')
    const within = cursor.takeIf('within') ? duration.read(cursor) : null
    return cursor.misreadings.length > 0 ? null : { who, within }
  },
  write: ({ who, within }) => `${group.write(who)}${within ? `, within ${duration.write(within)}` : ''}`,
}

/** Whose word an account takes. */
export type Trust = { readonly kind: 'everyone' } | { readonly kind: 'these'; readonly who: readonly Ref[] }

export const trust: Reader<Trust> = {
  expects: '`everyone`, or the names of those whose word counts',
  words: ['everyone'],
  read(cursor) {
    if (cursor.takeIf('everyone')) return { kind: 'everyone' }
    const who = refs.read(cursor)
    return who && { kind: 'these', who }
  },
  write: (value) => (value.kind === 'everyone' ? 'everyone' : refs.write(value.who)),
}
