// One act with two deadlines, one depth with two lengths.
import { fieldsOf, type AnyClause, type Clearance } from '@trucekeeper/agreement'
import { actEntry } from '@trucekeeper/codes'
import { refsIn } from '../../conditions.ts'
import type { Finding } from '../../rule.ts'
import type { Subject } from '../../subject.ts'
import { folded } from '../../wording/index.ts'
import { stepOf } from './steps.ts'

type Duty = Extract<AnyClause, { kind: 'duty' }>

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
  for (const [first, ...others] of groups.values()) {
    for (const duty of others) {
      const pair = `${first!.id} ${duty.id}`
      if (said.has(pair) || isSame(first!, duty, 'by') || settled(first!.id, duty.id)) continue
      if (waitsFor(first!, duty) || waitsFor(duty, first!) || !isSame(first!, duty, 'from')) continue
      said.add(pair)
      yield {
        at: subject.spot(duty, 'by'),
        message: `\`${duty.id}\` and \`${first!.id}\` ask for the same by different times`,
        help: 'keep one of them, or say in what they differ',
        also: [{ ...subject.spot(first!, 'by'), label: 'due then' }],
        clauses: [duty.id, first!.id],
      }
    }
  }
}

/** What two duties share that ask for the same: who, for whom, what, where and how far. */
function samesOf(duty: Duty): string[] {
  const { fields } = duty
  const names = (refs: readonly { readonly id: string }[] | undefined) =>
    (refs ?? [])
      .map(({ id }) => id)
      .toSorted()
      .join()
  const depths = fields.clears
    .map((one) => writeDepth(one))
    .toSorted()
    .join(';')
  const what = fields.act
    .flatMap((act) => [...actEntry(act).does])
    .toSorted()
    .join()
  return fields.on.who.map(({ id }) => [id, names(fields.to), what, names(fields.in), depths, stepOf(duty)].join('|'))
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
        const at = (each: { duty: Duty; clearance: Clearance }) => ({
          range: each.clearance.line.at,
          heading: each.duty.heading,
        })
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

function writeDepth({ metres, side, line, of }: Clearance): string {
  return [metres, side, line.id, folded(of).toLowerCase()].join(' ')
}
