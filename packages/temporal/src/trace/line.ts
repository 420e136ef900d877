// One line of a trace, read in full: any JSON with a time and atoms, or the place of what is wrong in it.
import { didYouMean } from '@trucekeeper/diagnostics'
import type { TraceEvent, TracePoint } from '../first-order/event.ts'
import { readJson, type Json } from '../json.ts'

export interface LineFault {
  readonly code: string
  readonly message: string
  readonly help: string
  /** UTF-16 units from the start of the line. */
  readonly start: number
  readonly end: number
}

export type LineRead =
  | { readonly ok: true; readonly point: TracePoint }
  | { readonly ok: false; readonly fault: LineFault }

type Place = Pick<Json, 'start' | 'end'>

const DEEPEST = 64
const KEYS = ['t', 'atoms']
const ATOM = 'write "p", or {"name":"p","args":[1,"x"]} with numbers and strings as arguments'
const EXAMPLE = 'a line is {"t":12,"atoms":["p"]}'

/** What to say of a line that is sound but for its time, which comes before `latest`. */
export function timeGoesBack(text: string, time: number, latest: number): LineFault {
  const read = readJson(text, DEEPEST)
  const line = read.ok && read.value.kind === 'object' ? read.value : null
  const { start, end } = line?.members.find(({ key }) => key.text === 't')?.value ?? { start: 0, end: 1 }
  const message = `time goes back from ${latest} to ${time}`
  return { code: 'time-goes-back', message, help: 'order the lines by time', start, end }
}

/** Reads `{"t":12,"atoms":["p",{"name":"q","args":[1,"x"]}]}`, keys in any order; other keys are passed over. */
export function readTraceLine(text: string): LineRead {
  const read = readJson(text, DEEPEST)
  if (!read.ok) return read
  const line = read.value
  if (line.kind !== 'object') return fault(line, 'not-a-time-point', 'a line that is no object', EXAMPLE)
  const under = (key: string) => line.members.find((member) => member.key.text === key)?.value
  const [time, atoms] = [under('t'), under('atoms')]
  for (const [key, value] of [
    ['t', time],
    ['atoms', atoms],
  ] as const) {
    if (value !== undefined) continue
    const meant = line.members.find((member) => !KEYS.includes(member.key.text) && didYouMean(member.key.text, [key]))
    const help = meant ? `did you mean \`${key}\` by \`${meant.key.text}\`?` : EXAMPLE
    return fault(meant?.key ?? line, 'missing-key', `a time-point without its \`${key}\``, help)
  }
  if (time!.kind !== 'number' || !Number.isSafeInteger(time!.value)) {
    const written = text.slice(time!.start, time!.end)
    return fault(time!, 'bad-time', `the time \`${written}\` is no whole number`, 'times are integers of any unit')
  }
  if (atoms!.kind !== 'array') return fault(atoms!, 'not-a-list', '`atoms` must be a list', EXAMPLE)
  const events: TraceEvent[] = []
  for (const item of atoms!.items) {
    const event = eventOf(item)
    if (event === null) {
      return fault(item, 'not-an-atom', 'an atom that is neither a name nor a name with arguments', ATOM)
    }
    events.push(event)
  }
  return { ok: true, point: { time: time!.value + 0, events } }
}

function eventOf(item: Json): TraceEvent | null {
  if (item.kind === 'string') return { name: item.value, args: [] }
  if (item.kind !== 'object') return null
  const under = (key: string) => item.members.find((member) => member.key.text === key)?.value
  const [name, args] = [under('name'), under('args')]
  if (name?.kind !== 'string' || (args !== undefined && args.kind !== 'array')) return null
  const values = (args?.items ?? []).flatMap((arg) =>
    arg.kind === 'string' || arg.kind === 'number' ? [arg.value] : [],
  )
  return values.length === (args?.items.length ?? 0) ? { name: name.value, args: values } : null
}

function fault({ start, end }: Place, code: string, message: string, help: string): LineRead {
  return { ok: false, fault: { code, message, help, start, end } }
}
