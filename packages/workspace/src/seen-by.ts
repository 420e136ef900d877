// What a desk sees of a record: what is for every desk, what it holds itself, and what was released to it.
import type { Release } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import type { FollowedFolder } from './live.ts'
import { Masks } from './masked.ts'
import type { Instant } from '@trucekeeper/time'
import type { Sees } from './seen.ts'
import { showsAs } from './shown-as.ts'
import { Unpublished } from './unpublished.ts'
import type { Questions } from './workspace.ts'

/** The id of a desk; `desks` for what all of them see alike, `public` for what anybody does. */
export type Audience = string

/**
 * The entries that an audience sees. What was released to it stands where the release stands and has its receipt, as if it
 * had come in then without a holder; its leaf stays where it was. Of one entry that it sees twice it sees the first. What
 * others hold leaves no trace but gaps between the places.
 */
export function seenBy(entries: readonly LoggedEntry[], audience: Audience): readonly LoggedEntry[] {
  return new Sight(audience).after(entries)
}

/** The same for entries that grow: what was handed on before is handed on again, and only what came in is looked at. */
export function seesAs(audience: Audience): Sees {
  let sight = new Sight(audience)
  return (entries) => {
    if (!sight.beginsWith(entries)) sight = new Sight(audience)
    return sight.after(entries)
  }
}

/** The folder as each audience sees it: one view for each that ever asks. `now` is the clock by which embargoes end. */
export function viewsByAudience(
  folder: Pick<FollowedFolder, 'view'>,
  now: () => Instant = Date.now,
): (audience: Audience) => Questions {
  const views = new Map<Audience, Questions>()
  return (audience) => {
    const view = views.get(audience) ?? folder.view(seesAs(audience), showsAs(audience, now))
    views.set(audience, view)
    return view
  }
}

/** Whether what is released so is seen there. */
export function reaches(to: Release['to'], audience: Audience): boolean {
  if (typeof to !== 'string') return to.includes(audience)
  return to === PUBLIC || audience !== PUBLIC
}

const PUBLIC = 'public'

/** Entries only ever come to what an audience sees, at its end. */
class Sight {
  readonly #audience: Audience
  readonly #ids = new Set<string>()
  /** What others hold, by who holds it and its id. */
  readonly #held = new Map<string, LoggedEntry>()
  readonly #masks = new Masks()
  readonly #unpublished = new Unpublished()
  #looked: readonly LoggedEntry[] = []
  #seen: readonly LoggedEntry[] = []

  constructor(audience: Audience) {
    this.#audience = audience
  }

  beginsWith(entries: readonly LoggedEntry[]): boolean {
    return entries.length >= this.#looked.length && this.#looked.every((logged, at) => logged === entries[at])
  }

  after(entries: readonly LoggedEntry[]): readonly LoggedEntry[] {
    const all = entries.slice(this.#looked.length).flatMap((logged) => this.#shownBy(logged))
    const more = this.#audience === PUBLIC ? all.filter((logged) => !this.#unpublished.has(logged)) : all
    this.#looked = entries
    const fresh = more.filter(({ entry }) => !this.#ids.has(entry.body.id) && this.#ids.add(entry.body.id))
    if (fresh.length > 0) this.#seen = [...this.#seen, ...fresh]
    return this.#seen
  }

  /** What is seen once this has come in: itself, what it releases, or nothing. */
  #shownBy(logged: LoggedEntry): readonly LoggedEntry[] {
    const { entry } = logged
    const { held_by } = entry
    if (held_by === undefined) return this.#masks.shown(logged)
    if (held_by === this.#audience) return [logged]
    if (entry.type !== 'release') {
      const key = keyOf(held_by, entry.body.id)
      if (!this.#held.has(key)) this.#held.set(key, logged)
      return []
    }
    if (!reaches(entry.body.to, this.#audience)) return []
    return entry.body.releases
      .flatMap((id) => this.#held.get(keyOf(held_by, id)) ?? [])
      .toSorted((a, b) => a.index - b.index)
      .map((held) => asReleased(held, logged))
  }
}

const keyOf = (holder: string, id: string) => `${holder}\n${id}`

function asReleased({ index: leaf, entry }: LoggedEntry, { index, entry: release }: LoggedEntry): LoggedEntry {
  const { held_by: _, ...open } = entry
  return { index, leaf, entry: { ...open, received_at: release.received_at } as LoggedEntry['entry'] }
}
