// The fields of one clause in both versions: what each says now, what it said, and what follows from that.
import type { AnyClause } from '../ast.ts'
import { fieldsOf, type Field } from '../kinds.ts'
import { canonical } from './canonical.ts'
import type { Change, ChangeWord } from './change.ts'
import type { Judgement, Pair } from './judge.ts'
import { judgeOf } from './judges.ts'

/** Words of a field's value beyond which it is not shown in a message. */
const LONGEST_SHOWN = 100

/** `from` is the old clause under its own name, where it stands in the old text. */
export function fieldChanges(pair: Pair, from: AnyClause, oldFile: string, newFile: string): Change[] {
  const [was, is] = [pair.old.fields, pair.now.fields] as [
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ]
  return Object.entries(fieldsOf(pair.now.kind)).flatMap(([name, field]) => {
    const [before, after] = [held(was[name]), held(is[name])]
    if (before === undefined && after === undefined) return []
    // The shapes of one feature may differ from file to file.
    if (name !== 'geometry' && saying(name, before) === saying(name, after)) return []
    const judged = judgeOf(pair.now.kind, name)(before, after, pair)
    const change: ChangeWord = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
    return judged.map((judgement): Change => ({
      path: `${pair.now.id}.${name}`,
      change,
      severity: judgement.severity,
      message: sentence(pair.now.id, name, field, before, after, judgement, judged.length > 1),
      gains: judgement.who.gains,
      loses: judgement.who.loses,
      old: { file: oldFile, range: from.fieldAt[name] ?? from.at, heading: from.heading },
      new: { file: newFile, range: pair.now.fieldAt[name] ?? pair.now.at, heading: pair.now.heading },
    }))
  })
}

/** A field that may stand several times and does not stand at all is not there. */
function held(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** Steps are taken in their order; everywhere else order says nothing. */
function saying(name: string, value: unknown): string {
  return name === 'step' && Array.isArray(value) ? value.map(canonical).join() : canonical(value)
}

function sentence(
  id: string,
  name: string,
  field: Field<unknown>,
  before: unknown,
  after: unknown,
  { means }: Judgement,
  several: boolean,
): string {
  const [was, is] = [before, after].map((value) => (value === undefined ? null : written(field, value)))
  const what = `\`${name}\` of \`${id}\``
  const short = (text: string | null | undefined) => (text ?? '').length <= LONGEST_SHOWN
  // Where each of several parts is told of, the whole is told by none of them; words too long to quote stand in the text.
  if (several || !short(was) || !short(is) || (was === is && means !== '')) {
    return `${what} ${was === null ? 'is new' : is === null ? 'is gone' : 'changes'}${means === '' ? '' : `: ${means}`}`
  }
  const tail = means === '' ? '' : `: ${means}`
  if (was === null) return `${what} is new, \`${is}\`${tail}`
  return is === null ? `${what} is gone, \`${was}\`${tail}` : `${what} is \`${is}\` now, and was \`${was}\`${tail}`
}

function written({ reader, many }: Field<unknown>, value: unknown): string {
  return many ? (value as unknown[]).map((each) => reader.write(each)).join('; ') : reader.write(value)
}
