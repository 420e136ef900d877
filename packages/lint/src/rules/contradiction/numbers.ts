// One act with two deadlines, one depth with two lengths.
import { fieldsOf, type AnyClause, type Clearance } from '@trucekeeper/agreement'
import { actEntry, type Kind } from '@trucekeeper/codes'
import { refsIn } from '../../conditions.ts'
import { numberOf as metresOf } from '../../clearances.ts'
import type { Finding } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { folded } from '../../wording/index.ts'
import { numberOf, stepOf } from './steps.ts'

type Duty = Extract<AnyClause, { kind: 'duty' }>

/** What is done again and again, by one convoy after another. */
const REPEATED: ReadonlySet<Kind> = new Set<Kind>(['aid_delivery', 'evacuation'])

/** Of many duties to do the same, each is held against so many that stand before it. */
const NEIGHBOURS = 8

export function* numberFindings(subject: Subject, settled: (a: string, b: string) => boolean): Generator<Finding> {
  yield* twoDeadlines(subject, settled)
  yield* twoDepths(subject, settled)
}

/** Two duties to do the same at the same place, due at different times, and not steps of one thing. */
function* twoDeadlines(subject: Subject, settled: (a: string, b: string) => boolean): Generator<Finding> {
  const groups = new Map<string, Duty[]>()
  for (const duty of subject.of('duty')) {
    if (!duty.fields.by) continue
    for (const key of samesOf(duty)) {
      const group = groups.get(key)
      if (group) group.push(duty)
      else groups.set(key, [duty])
    }
  }
  const said = new Set<string>()
  for (const group of groups.values()) {
    for (const [index, duty] of group.entries()) {
      const other = group
        .slice(Math.max(0, index - NEIGHBOURS), index)
        .find((each) => isSameDemand(each, duty) && !settled(each.id, duty.id))
      if (!other || said.has(duty.id)) continue
      said.add(duty.id)
      yield {
        at: subject.spot(duty, 'by'),
        message: `\`${duty.id}\` and \`${other.id}\` ask for the same by different times`,
        help: 'keep one of them, or say in what they differ',
        also: [{ ...subject.spot(other, 'by'), label: 'due then' }],
        clauses: [duty.id, other.id],
      }
    }
  }
}

/** Due at different times; what only one of them says does not tell them apart. */
function isSameDemand(one: Duty, other: Duty): boolean {
  const [depths, others] = [depthsOf(one), depthsOf(other)]
  return (
    !isSame(one, other, 'by') &&
    (isSame(one, other, 'from') || !one.fields.from || !other.fields.from) &&
    (depths === others || depths === '' || others === '') &&
    !waitsFor(one, other) &&
    !waitsFor(other, one)
  )
}

function depthsOf({ fields }: Duty): string {
  return fields.clears
    .map(({ metres, side, line, of }) => [metres, side, line.id, folded(of).toLowerCase()].join(' '))
    .toSorted()
    .join(';')
}

/** What two duties share that ask for the same: who, for whom, what and where. */
function samesOf(duty: Duty): string[] {
  const { fields } = duty
  const names = (refs: readonly { readonly id: string }[] | undefined) =>
    (refs ?? [])
      .map(({ id }) => id)
      .toSorted()
      .join()
  const kinds = fields.act.flatMap((act): readonly Kind[] => actEntry(act).does).toSorted()
  const number = kinds.some((kind) => REPEATED.has(kind)) ? numberOf(duty) : ''
  return fields.on.who.map(({ id }) =>
    [id, names(fields.to), kinds.join(), names(fields.in), stepOf(duty), number].join('|'),
  )
}

function* twoDepths(subject: Subject, settled: (a: string, b: string) => boolean): Generator<Finding> {
  const first = new Map<string, { duty: Duty; clearance: Clearance }>()
  for (const duty of subject.of('duty')) {
    for (const clearance of duty.fields.clears) {
      for (const who of duty.fields.on.who) {
        const { line, side, of } = clearance
        const by = duty.fields.by ? fieldsOf('duty').by!.reader.write(duty.fields.by) : ''
        const key = [who.id, line.id, side, folded(of).toLowerCase(), by].join('|')
        const other = first.get(key)
        if (!other) first.set(key, { duty, clearance })
        if (!other || other.clearance.metres === clearance.metres || settled(duty.id, other.duty.id)) continue
        if (other.duty !== duty && (waitsFor(duty, other.duty) || waitsFor(other.duty, duty))) continue
        const at = (each: { duty: Duty; clearance: Clearance }) => metresOf(subject, each.duty, each.clearance)
        yield {
          at: at({ duty, clearance }),
          message: `\`${duty.id}\` keeps \`${folded(of)}\` ${clearance.metres} m from \`${line.id}\`, and \`${other.duty.id}\` ${other.clearance.metres} m`,
          help: 'give one depth, or say for which weapons or by when each holds',
          also: [{ ...at(other), label: `${other.clearance.metres} m here` }],
          clauses: [...new Set([duty.id, other.duty.id])],
        }
        break
      }
    }
  }
}

function isSame(one: Duty, other: Duty, field: 'by' | 'from'): boolean {
  const written = ({ fields }: Duty) => (fields[field] ? fieldsOf('duty')[field]!.reader.write(fields[field]) : null)
  return written(one) === written(other)
}

function waitsFor({ fields }: Duty, { id }: Duty): boolean {
  return fields.after !== undefined && refsIn(fields.after, 'met').some((ref) => ref.id.split('.')[0] === id)
}
