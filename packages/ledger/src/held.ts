// What desks hold each for itself: the same content held by two is two entries, and neither is told of the other's.
import { sha256Hex } from '@trucekeeper/claims'
import type { Known } from './ids.ts'

/** Who holds an entry; undefined for nobody, which is for every desk. */
export type Holder = string | undefined

/** The id by which an entry is known within a record: its own, and of what is held one made with the holder's. */
export function heldId(id: string, holder: Holder): string {
  return holder === undefined ? id : `${id.slice(0, id.indexOf('_'))}_${sha256Hex(`${holder}\n${id}`).slice(0, 20)}`
}

/** Entries of a record by their own ids, as far as one who holds something may know of them. */
export interface Held {
  /** The entry of that id which this holder would enter twice: their own, or one for every desk. */
  present(id: string, holder: Holder): Known | undefined
  /** The entry of that id held by exactly this holder. */
  own(id: string, holder: Holder): Known | undefined
  /** Any entry of that id: what is held by others can have been released. */
  any(id: string, holder: Holder): Known | undefined
}

/** Over ids made by `heldId`; `holders` are all who hold anything. */
export function heldOver(find: (id: string) => Known | undefined, holders: ReadonlySet<string>): Held {
  const own: Held['own'] = (id, holder) => find(heldId(id, holder))
  const present: Held['present'] = (id, holder) => own(id, holder) ?? find(id)
  return {
    own,
    present,
    any(id, holder) {
      let found = present(id, holder)
      for (const other of holders) found ??= own(id, other)
      return found
    },
  }
}
