// What is left of an entry to whoever may not read the fields that it withholds.
import { PREFIXES, sha256Hex, type Claim, type Entry } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'

/** In a claim it can be left open who or what these are. */
const CAN_BE_OPEN = {
  'body.speaker': { speaker: null },
  'body.speaker_text': { speaker_text: null },
  'body.speaker_side': { speaker_side: 'unknown' },
  'body.via': { via: null },
  'body.outlet': { outlet: null },
  'body.actor_blamed': { actor_blamed: null },
  'body.target': { target: null },
  'body.victims': { victims: null },
  'body.weapon': { weapon: null },
  'body.figures': { figures: [] },
} as const satisfies Readonly<Record<string, Partial<Claim>>>
export type Open = keyof typeof CAN_BE_OPEN
/** Whether a claim can be shown without this field of it. */
export const canBeOpen = (name: string): name is Open => name in CAN_BE_OPEN

/** Withheld because what they name is: whoever sees that sees them. */
const NAMES = new Set(['body.id', 'body.doc', 'body.doc_sha256', 'body.withdraws', 'body.claims'])
const AUTHOR = 'recorded_by'
const NOT_TOLD = 'withheld'

/** Entries in the order in which they came in, so that what names a masked one names it as it is shown. */
export class Masks {
  /** By the id of a masked entry, the one under which it is shown. */
  readonly #shownAs = new Map<string, string>()

  /** The entry with its withheld fields closed; nothing where it cannot be without them. */
  shown(logged: LoggedEntry): readonly LoggedEntry[] {
    const { entry, withheld = [] } = logged
    const closed = withheld.filter((name) => !NAMES.has(name))
    if (closed.length === 0) return [this.renamed(logged)]
    const fields = closed.filter((name) => name !== AUTHOR)
    if (!fields.every(canBeOpen) || (fields.length > 0 && entry.type !== 'claim')) return []
    const author = closed.includes(AUTHOR) ? { recorded_by: NOT_TOLD } : {}
    if (fields.length === 0) return [{ ...logged, entry: { ...entry, ...author } as Entry }]
    const { index, entry: left } = this.without(logged, fields)
    return [{ index, entry: { ...left, ...author } as Entry }]
  }

  /** An entry without some of its fields, and with other words if any are given, under a name that is made of none of them. */
  without(logged: LoggedEntry, fields: readonly Open[], words: object = {}): LoggedEntry {
    const { entry } = logged
    const body = Object.assign({ ...entry.body }, ...fields.map((name) => CAN_BE_OPEN[name]), words)
    return { ...logged, entry: { ...entry, body: { ...body, id: this.#idFor(logged) } } as Entry }
  }

  /** What names an entry that goes by another name names it so, and goes by another itself. */
  renamed(logged: LoggedEntry): LoggedEntry {
    const { entry } = logged
    if (this.#shownAs.size === 0 || !NAMING.has(entry.type)) return logged
    const { id: _, ...said } = entry.body
    const text = JSON.stringify(said)
    const now = text.replaceAll(NAMED, (name) => this.#shownAs.get(name) ?? name)
    if (now === text) return logged
    return { ...logged, entry: { ...entry, body: { id: this.#idFor(logged), ...JSON.parse(now) } } as Entry }
  }

  /** An id is made of content: with it all that is closed could be guessed and tried. */
  #idFor({ index, entry }: LoggedEntry): string {
    const prefix = entry.body.id.split('_')[0]!
    const id = `${prefix}_${sha256Hex(`withheld ${index}`).slice(0, 20)}`
    this.#shownAs.set(entry.body.id, id)
    return id
  }
}

const NAMING: ReadonlySet<string> = new Set<Entry['type']>(['ruling', 'withdrawal', 'minute'])
const NAMED = new RegExp(`(?:${Object.values(PREFIXES).join('|')})_[0-9a-z]+`, 'g')
