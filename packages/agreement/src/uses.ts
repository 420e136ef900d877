// Every name a clause uses, with what the name has to stand for.
import type { AnyClause } from './ast.ts'
import { refsOf } from './condition.ts'
import type { ClauseKind } from './kinds.ts'
import type { Group, Moment, SpanOf } from './phrases.ts'
import type { Ref } from './values.ts'

const ACTORS: readonly ClauseKind[] = ['party', 'guarantor', 'body']
const CLAUSES: readonly ClauseKind[] = ['duty', 'ban', 'leave', 'gate', 'power', 'term', 'procedure', 'measure']

/** What a name may stand for, by the word used in messages and in the codes of diagnostics. */
export const ROLES = {
  party: ACTORS,
  zone: ['zone'],
  line: ['line'],
  anchor: ['anchor'],
  measure: ['measure'],
  clause: CLAUSES,
  duty: ['duty'],
  ban: ['ban'],
  gate: ['gate'],
  term: ['term'],
  power: ['power'],
  account: ['account'],
  'open-term': ['open-term'],
  consequence: ['procedure', 'power'],
} as const satisfies Record<string, readonly ClauseKind[]>
export type Role = keyof typeof ROLES

export interface Use {
  readonly ref: Ref
  readonly as: Role
}

/** Every name a clause uses. */
export function usesOf(clause: AnyClause): Use[] {
  const uses: Use[] = []
  const one = (as: Role, ref: Ref | undefined) => ref && uses.push({ ref, as })
  const many = (as: Role, refs: readonly Ref[] | undefined) => refs?.forEach((ref) => uses.push({ ref, as }))
  const group = (value: Group | undefined) => many('party', value?.who)
  const moment = (value: Moment | null | undefined) => one('anchor', value?.anchor ?? undefined)
  const span = (value: SpanOf | undefined) => {
    if (value?.kind === 'term') one('term', value.term)
    if (value?.kind === 'range') for (const edge of [value.from, value.to]) moment(edge)
  }
  const condition = (value: Parameters<typeof refsOf>[0] | undefined) => value && uses.push(...refsOf(value))
  const evidence = (fields: {
    attest?: readonly Ref[] | undefined
    'decided-by'?: Ref | undefined
    'on-breach'?: readonly Ref[] | undefined
    touches?: readonly Ref[] | undefined
  }) => {
    many('party', fields.attest)
    one('account', fields['decided-by'])
    many('consequence', fields['on-breach'])
    many('open-term', fields.touches)
  }
  switch (clause.kind) {
    case 'agreement':
      group(clause.fields.by)
      one('account', clause.fields['decided-by'])
      break
    case 'party':
    case 'guarantor':
    case 'body':
      one('party', clause.fields['answered-by'])
      break
    case 'zone':
      one('line', clause.fields.along)
      many('zone', clause.fields.within)
      group(clause.fields.redraw)
      break
    case 'line':
      group(clause.fields.redraw)
      break
    case 'anchor':
      one('power', clause.fields['designated-by'])
      break
    case 'measure':
      if (clause.fields.counts.kind === 'breaches') one('ban', clause.fields.counts.of)
      many('zone', clause.fields.in)
      moment(clause.fields.from)
      span(clause.fields.during)
      many('party', clause.fields.reports)
      many('open-term', clause.fields.touches)
      break
    case 'duty':
      group(clause.fields.on)
      many('party', clause.fields.to)
      many('zone', clause.fields.in)
      many('zone', clause.fields.toward)
      many(
        'line',
        clause.fields.clears.map(({ line }) => line),
      )
      condition(clause.fields.after)
      moment(clause.fields.from)
      moment(clause.fields.by)
      one('duty', clause.fields.together?.duty)
      span(clause.fields.during)
      evidence(clause.fields)
      break
    case 'ban':
      group(clause.fields.on)
      many('zone', clause.fields.in)
      span(clause.fields.during)
      evidence(clause.fields)
      break
    case 'leave':
      many('party', clause.fields.to)
      many('line', clause.fields.along)
      many('zone', clause.fields.in)
      span(clause.fields.during)
      many('ban', clause.fields.excepts)
      break
    case 'gate':
      one('party', clause.fields.opens)
      condition(clause.fields.when)
      group(clause.fields.certify?.who)
      span(clause.fields.during)
      one('account', clause.fields['decided-by'])
      many('open-term', clause.fields.touches)
      break
    case 'power':
      group(clause.fields['held-by'])
      // What a designation designates is a moment; everything else works on clauses.
      many(clause.fields.effect.effect === 'designate' ? 'anchor' : 'clause', clause.fields.effect.targets)
      condition(clause.fields.when)
      break
    case 'term':
      moment(clause.fields.starts)
      one('power', clause.fields.extends)
      many('clause', clause.fields.survives)
      break
    case 'procedure':
      clause.fields.step.forEach(({ actor }) => group(actor))
      group(clause.fields.decides)
      span(clause.fields.during)
      break
    case 'prevails':
      one('clause', clause.fields.wins)
      many('clause', clause.fields.over)
      break
    case 'open-term':
      group(clause.fields.interprets)
      break
    case 'reading':
      one('open-term', clause.fields.of)
      many('party', clause.fields.by)
      break
    case 'account':
      if (clause.fields.trusts.kind === 'these') many('party', clause.fields.trusts.who)
      break
    case 'accept':
      many('clause', clause.fields.on)
      break
  }
  return uses
}
