// A file of minutes as people write it down beside the reports: a YAML list, what it rests on named by its words.
import { nameMinute, takeMinute, type Entry, type Minute } from '@trucekeeper/claims'
import { lineStarts, position, type Diagnostic } from '@trucekeeper/diagnostics'
import { parseInstant } from '@trucekeeper/time'
import { isMap, isNode, isSeq, parseDocument, type Node } from 'yaml'
import { filledOut } from './filled-out.ts'
import { resolved, type Ground, type Named } from './resolved.ts'

export interface MinutesFile {
  /** From the folder of the agreement on: `centre/cases.yaml`. */
  readonly file: string
  readonly source: string
}

export interface MinutesRead {
  readonly entries: readonly Entry[]
  /** What is wrong with a minute leaves out that minute, and what rests on it. */
  readonly diagnostics: readonly Diagnostic[]
}

const BESIDE = ['as', 'received', 'recorded_by']
/** Who enters minutes where the file does not say. */
const CENTRE = 'centre'

/** Minutes of a file, in its order; `named` holds what earlier ones are called, and is added to. */
export function minutesIn({ file, source }: MinutesFile, dispatches: readonly Ground[], named: Named): MinutesRead {
  const starts = lineStarts(source)
  const diagnostics: Diagnostic[] = []
  const say = (range: readonly [number, number], code: string, message: string, help: string) => {
    const span = { start: position(starts, range[0]), end: position(starts, range[1]) }
    diagnostics.push({
      code,
      severity: 'error',
      message,
      help,
      spans: [{ file, range: span, heading: [], label: '' }],
    })
  }
  const read = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: true, strict: true })
  for (const error of read.errors)
    say(
      error.pos,
      'minutes-malformed',
      `the minutes cannot be read: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}`,
      'write a list, each minute begun with `- does:`',
    )
  if (read.errors.length > 0 || read.contents === null) return { entries: [], diagnostics }
  if (!isSeq(read.contents)) {
    say(rangeOf(read.contents), 'minutes-malformed', 'the minutes are no list', 'begin each minute with `- does:`')
    return { entries: [], diagnostics }
  }
  const entries = read.contents.items.flatMap((item, index): Entry[] => {
    const at = (path: readonly (string | number)[]) => {
      const node = read.getIn([index, ...path], true)
      return rangeOf(isNode(node) ? node : item)
    }
    if (!isMap(item)) {
      say(rangeOf(item), 'minute-malformed', 'this is no minute', 'begin it with `- does:` and what was done')
      return []
    }
    const written = item.toJS(read, { maxAliasCount: 0 }) as Record<string, unknown>
    const beside = Object.fromEntries(BESIDE.map((key) => [key, written[key]]))
    const body = Object.fromEntries(Object.entries(written).filter(([key]) => !BESIDE.includes(key)))
    const found = resolved(body, dispatches, named)
    for (const { path, message, help } of found.wrong) say(at(path), 'minute-without-ground', message, help)
    if (found.wrong.length > 0) return []
    const taken = takeMinute(filledOut(found.value))
    if (!taken.ok) {
      for (const { path, message, help } of taken.refusals) say(at(pathIn(path)), 'minute-malformed', message, help)
      return []
    }
    const received = textOf(beside.received) ?? taken.value.at
    const receivedAt = parseInstant(received)
    if (receivedAt === null || receivedAt < parseInstant(taken.value.at)!) {
      say(
        at(['received']),
        'minute-misdated',
        receivedAt === null
          ? `\`${received}\` is no time with an offset`
          : `it was received at \`${received}\`, before it was done at \`${taken.value.at}\``,
        'write `received: 2016-09-16T18:00+03:00`, the hour of `at` or a later one',
      )
      return []
    }
    const name = textOf(beside.as)
    if (name !== null && named.has(name)) {
      say(at(['as']), 'minute-named-twice', `another minute is called \`${name}\``, 'give this one another name')
      return []
    }
    if (name !== null) named.set(name, taken.value.id)
    return [entryOf(taken.value, received, textOf(beside.recorded_by) ?? CENTRE)]
  })
  return { entries, diagnostics }
}

function entryOf(minute: Minute, received_at: string, recorded_by: string): Entry {
  const { id: _, ...body } = minute
  return { type: 'minute', received_at, recorded_by, body: nameMinute(body) }
}

/** `minute.claims.0` as the way to it in the file. */
function pathIn(path: string): (string | number)[] {
  return path
    .split('.')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? (node as Node).range : null
  return range ? [range[0], range[1]] : [0, 0]
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
