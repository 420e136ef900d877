// What ACLED calls a note, told from the kind of its first claim, and how well that is told: F1 weighted by how often each label occurs.
import { kindEntry, type Kind } from '@trucekeeper/claims'

/** One event in the columns of an ACLED export; others may stand beside them. */
export interface AcledNote {
  readonly event_type: string
  readonly sub_event_type: string
  readonly notes: string
}

/** The label of a note from which nothing is read that ACLED has a place for. */
export const NO_EVENT = '-'

const EVENT_TYPES: readonly string[] = [
  'Explosions/Remote violence',
  'Battles',
  'Violence against civilians',
  'Strategic developments',
]
const REMOTE: readonly string[] = ['Air/drone strike', 'Shelling/artillery/missile attack']
/** Fire and looting at one object are of the sub-event they were delivered by, which the kind alone does not say. */
const AS_DELIVERED: Partial<Record<Kind, readonly (readonly [string, readonly string[]])[]>> = {
  attack_on_infrastructure: [
    ['Strategic developments', ['Looting/property destruction']],
    ['Explosions/Remote violence', REMOTE],
  ],
  attack_on_aid: [
    ['Violence against civilians', ['Attack']],
    ['Explosions/Remote violence', REMOTE],
  ],
}
/** Violence of no nearer kind is a clash to the list of codes; to ACLED it is an attack where its victims are civilians. */
const TOWARDS_CIVILIANS: readonly (readonly [string, readonly string[]])[] = [
  ['Violence against civilians', ['Attack', 'Sexual violence']],
]

/** Event types with their sub-events that a kind may stand for, the likeliest first. `wide` lets violence of no nearer kind be towards civilians. */
export function labelsOf(kind: string, wide: boolean): readonly (readonly [string, readonly string[]])[] {
  if (kind === NO_EVENT) return []
  const delivered = AS_DELIVERED[kind as Kind]
  if (delivered) return delivered
  const said = kindEntry(kind as Kind).acled ?? ''
  const listed = said.split(/ or (?=[^|]* \/ )/).flatMap((part): (readonly [string, readonly string[]])[] => {
    const type = EVENT_TYPES.find((one) => part.startsWith(`${one} / `))
    if (type === undefined) return []
    const subs = part.slice(type.length + 3).split(' | ')
    return [[type, subs.map((sub) => sub.replace(/ \(.*$/, ''))]]
  })
  return wide && kind === 'violence_general' ? [...TOWARDS_CIVILIANS, ...listed] : listed
}

/** The kind of the first claim of a note, or `-`. */
export type KindOf = (text: string) => string

interface Told {
  readonly gold: string
  readonly read: string
}

/** Where a kind stands for several labels the one of the note counts as read; elsewhere the likeliest. */
function told(gold: string, may: readonly string[]): Told {
  return { gold, read: may.includes(gold) ? gold : (may[0] ?? NO_EVENT) }
}

export interface AcledScore {
  readonly label: 'event types' | 'sub-event types'
  readonly weighted: number
  readonly right: number
  readonly of: number
  readonly each: readonly { readonly label: string; readonly of: number; readonly f1: number }[]
}

/** Protests and riots are of no kind of the list, so of them nothing should be read. */
function placed({ event_type: type, sub_event_type: sub }: AcledNote): readonly [string, string] {
  return EVENT_TYPES.includes(type) ? [type, sub] : [NO_EVENT, NO_EVENT]
}

export function acledScores(notes: readonly AcledNote[], kindOf: KindOf, wide: boolean): readonly AcledScore[] {
  const read = notes.map((note) => ({ gold: placed(note), may: labelsOf(kindOf(note.notes), wide) }))
  const types = read.map(({ gold, may }) =>
    told(
      gold[0],
      may.map(([type]) => type),
    ),
  )
  const subs = read.map(({ gold, may }) =>
    told(
      gold[1],
      may.flatMap(([, some]) => some),
    ),
  )
  return [scored('event types', types), scored('sub-event types', subs)]
}

function scored(label: AcledScore['label'], all: readonly Told[]): AcledScore {
  const each = [...new Set(all.map(({ gold }) => gold))].toSorted().map((one) => {
    const of = all.filter(({ gold }) => gold === one).length
    const said = all.filter(({ read }) => read === one).length
    const right = all.filter(({ gold, read }) => gold === one && read === one).length
    return { label: one, of, f1: (2 * right) / (of + said) }
  })
  const weighted = each.reduce((sum, { f1, of }) => sum + f1 * of, 0) / all.length
  return { label, weighted, right: all.filter(({ gold, read }) => gold === read).length, of: all.length, each }
}

/** Prints the scores of the notes, and with `all` each note told wrongly. */
export function printAcled(notes: readonly AcledNote[], kindOf: KindOf, all: boolean): void {
  for (const wide of [false, true]) {
    console.log(wide ? 'violence of no nearer kind also towards civilians' : 'as the list of codes has it')
    for (const { label, weighted, right, of, each } of acledScores(notes, kindOf, wide)) {
      console.log(`  ${label.padEnd(36)} weighted F1 ${weighted.toFixed(3)}  ${right} of ${of}`)
      for (const one of each) console.log(`    ${one.label.padEnd(36)} ${one.f1.toFixed(2)}  of ${one.of}`)
    }
  }
  if (!all) return
  for (const note of notes) {
    const [type, sub] = placed(note)
    const kind = kindOf(note.notes)
    const may = labelsOf(kind, true)
    const right = type === NO_EVENT ? may.length === 0 : may.some(([, subs]) => subs.includes(sub))
    if (!right) console.log(`${note.sub_event_type} read ${kind}: ${note.notes}`)
  }
}
