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
type Open = keyof typeof CAN_BE_OPEN
const canBeOpen = (name: string): name is Open => name in CAN_BE_OPEN

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
    const { index, entry, withheld = [] } = logged
    const closed = withheld.filter((name) => !NAMES.has(name))
    if (closed.length === 0) return [this.#renamed(logged)]
    const hasAuthorClosed = closed.includes(AUTHOR)
    const fields = closed.filter((name) => name !== AUTHOR)
    if (!fields.every(canBeOpen) || (fields.length > 0 && entry.type !== 'claim')) return []
    const author = hasAuthorClosed ? { recorded_by: NOT_TOLD } : {}
    if (entry.type !== 'claim' || fields.length === 0) return [{ ...logged, entry: { ...entry, ...author } as Entry }]
    // An id is made of content: with it all that is closed could be guessed and tried.
    const id = `${PREFIXES.claim}_${sha256Hex(`withheld ${index}`).slice(0, 20)}`
    this.#shownAs.set(entry.body.id, id)
    const body: Claim = Object.assign({ ...entry.body, id }, ...fields.map((name) => CAN_BE_OPEN[name]))
    return [{ index, entry: { ...entry, ...author, body } }]
  }

  #renamed(logged: LoggedEntry): LoggedEntry {
    const { entry } = logged
    if (entry.type === 'withdrawal') {
      const withdraws = this.#shownAs.get(entry.body.withdraws)
      return withdraws ? { ...logged, entry: { ...entry, body: { ...entry.body, withdraws } } } : logged
    }
    if (entry.type !== 'ruling' || !entry.body.claims.some((id) => this.#shownAs.has(id))) return logged
    const claims = entry.body.claims.map((id) => this.#shownAs.get(id) ?? id)
    return { ...logged, entry: { ...entry, body: { ...entry.body, claims } } }
  }
}
