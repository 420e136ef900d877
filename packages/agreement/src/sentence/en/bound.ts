// What has to be done, what must not be, what may be, and how it is counted.
import type { Clause } from '../../ast.ts'
import type { Clearance, Group } from '../../phrases.ts'
import type { HowMany } from '../../values.ts'
import type { Names } from '../names.ts'
import type { Phrases } from '../phrases.ts'
import { amount, counted, doing } from './acts.ts'
import { condition } from './condition.ts'
import {
  account,
  actor,
  actors,
  clause,
  clauseCalled,
  clauses,
  group,
  openWords,
  place,
  places,
  subject,
} from './names.ts'
import { duration, during, moment } from './times.ts'
import { ifSaid, listed, metres, number, quoted, sentence } from './words.ts'

export const BOUND = {
  duty: ({ fields }, names) => {
    const main = [
      `${subject(fields.on, 'must', names)} ${doing(fields.act, 'and')}`,
      ifSaid(fields.to, (to) => `for the benefit of ${actors(to, names)}`),
      ifSaid(fields.in, (zones) => `in ${places(zones, names)}`),
      ifSaid(fields.toward, (zones) => `toward ${places(zones, names)}`),
      fields.number.length === 0 ? null : `for ${listed(fields.number.map(many), 'and')}`,
    ]
    const times = [
      ifSaid(fields.from, (from) => `from ${moment(from, names)}`),
      ifSaid(fields.by, (by) => `no later than ${moment(by, names)}`),
      ifSaid(fields.together, ({ duty, within }) => `within ${duration(within)} of ${clause(duty, names)} being met`),
      ifSaid(fields.during, (span) => during(span, names)),
    ].filter((time) => time !== null)
    const clears = fields.clears.map((each) => clearance(each, names))
    const what = main.filter((part) => part !== null).join(' ')
    return sentence(
      ...(clears.length === 0
        ? [[what, ...times].join(', ')]
        : [`${what}: ${listed(clears, 'and')}`, times.length === 0 ? null : times.join(', ')]),
      ifSaid(fields.after, (value) => `this falls to be done only when ${condition(value, names)}`),
      ...evidence('met', fields, names),
    )
  },
  ban: ({ fields }, names) =>
    sentence(
      `${forbidden(fields.on, names)} ${doing(fields.act, 'or')}${zonesOf(fields, names)} ${during(fields.during, names)}${
        fields.except === undefined ? '' : `, except for ${quoted(fields.except)}`
      }`,
      ...evidence('kept', fields, names),
    ),
  leave: ({ fields }, names) =>
    sentence(
      [
        `${actors(fields.to, names)} may ${quoted(fields.may)}`,
        fields.along ? ` along ${places(fields.along, names)}` : '',
        zonesOf(fields, names),
        fields.during ? ` ${during(fields.during, names)}` : '',
      ].join(''),
      ifSaid(fields.limits, (limits) => `the limits are ${quoted(limits)}`),
      ifSaid(fields.excepts, (bans) => `this is an exception to ${clauses(bans, names)}`),
    ),
  measure: ({ id, fields }, names) =>
    sentence(
      `${clauseCalled(names.called(id))} counts ${counted(fields.counts, names)}${zonesOf(fields, names)} on each calendar day of ${
        fields.per.zone
      }, from ${moment(fields.from, names)}${fields.during ? `, ${during(fields.during, names)}` : ''}`,
      `it holds on a day with ${amount(fields.holds)}`,
      ifSaid(fields.reports, (who) => `the reports of ${actors(who, names)} count`),
      ifSaid(fields.silence, (meaning) => `a day without a report ${SILENT_DAY[meaning]}`),
      ifSaid(fields.baseline, (baseline) => `it is held against ${quoted(baseline)}`),
      restsOn(fields.touches, names),
    ),
} as const satisfies Partial<Phrases>

const SILENT_DAY = {
  unknown: 'stays unknown',
  breached: 'counts as one on which it does not hold',
  met: 'counts as one on which it holds',
} as const

const SILENCE = {
  unknown: (kept: string) => `whether it is ${kept} stays unknown`,
  breached: () => 'it counts as breached',
  met: (kept: string) => `it counts as ${kept}`,
} as const

/** A duty is met, a ban is kept. */
function evidence(kept: string, fields: Clause<'duty' | 'ban'>['fields'], names: Names): (string | null)[] {
  return [
    ifSaid(fields.attest, (who) => `${actors(who, names)} may attest it`),
    ifSaid(fields.silence, (meaning) => `if nobody reports, ${SILENCE[meaning](kept)}`),
    ifSaid(fields['decided-by'], (ref) => `${account(ref, names)} decides it`),
    ifSaid(fields['on-breach'], (refs) => `a breach opens the way to ${clauses(refs, names)}`),
    restsOn(fields.touches, names),
  ]
}

/** What a clause leaves open, said wherever it rests on it. */
export function restsOn(refs: Clause<'duty'>['fields']['touches'], names: Names): string | null {
  return ifSaid(
    refs,
    (touched) =>
      `it rests on words left open: ${listed(
        touched.map((ref) => openWords(ref, names)),
        'and',
      )}`,
  )
}

function zonesOf({ in: zones }: Pick<Clause<'ban'>['fields'], 'in'>, names: Names): string {
  return zones ? ` in ${places(zones, names)}` : ''
}

/** `neither A nor B may`: `each must not` would leave room for one of them. */
function forbidden(on: Group, names: Names): string {
  const several = on.who.map((ref) => actor(ref, names))
  if (several.length === 1 || on.how === 'any') return `${group(on, names)} must not`
  if (on.how === 'jointly') return `${listed(several, 'and')}, bound jointly, must not`
  return several.length === 2 ? `neither ${several.join(' nor ')} may` : `none of ${listed(several, 'and')} may`
}

function clearance({ metres: depth, side, line, of }: Clearance, names: Names): string {
  const where = side === 'either' ? 'on either side' : side
  return `${quoted(of)} to ${metres(depth)} ${where} of ${place(line, names)}`
}

function many({ count, about, of }: HowMany): string {
  return `${about ? 'about ' : ''}${number(count)} ${quoted(of)}`
}
