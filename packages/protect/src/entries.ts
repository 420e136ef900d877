// What the service writes down: everybody let in, everything registered, and every question before its answer.
import type { PROTECTED_OBJECTS } from '@trucekeeper/codes'
import type { CivilDay, Instant } from '@trucekeeper/time'
import type { RefusalCode } from './refusal.ts'

export const DESKS = ['party', 'guarantor', 'owner', 'public'] as const
export type Desk = (typeof DESKS)[number]
export type ProtectedKind = (typeof PROTECTED_OBJECTS)[number]
export type LonLat = readonly [longitude: number, latitude: number]

export interface Person {
  readonly id: string
  readonly organisation: string
  readonly desk: Desk
  /** What others who have to consent read: a name and whom they act for, as whoever runs the service wrote it. */
  readonly called?: string
}

/** `by` is the id of a person; null for whoever runs the service. */
export type Entry = { readonly at: Instant; readonly by: string | null } & Deed

export type Deed =
  /** `example`: everything in it is made up, and nothing real may be put there. */
  | { readonly does: 'begin'; readonly mark_key: string; readonly example?: true }
  | { readonly does: 'enrol'; readonly person: Person }
  | { readonly does: 'revoke'; readonly organisation: string; readonly reason: string }
  | { readonly does: 'register'; readonly site: string; readonly kind: ProtectedKind; readonly place: LonLat }
  | { readonly does: 'verify'; readonly site: string }
  | { readonly does: 'say_gone'; readonly site: string; readonly reason: string }
  | {
      readonly does: 'notify_movement'
      readonly movement: string
      /** The cells of length 5 that it crosses; no route is kept. */
      readonly cells: readonly string[]
      readonly first_day: CivilDay
      readonly last_day: CivilDay
      readonly vehicles: number
    }
  | { readonly does: 'confirm_movement'; readonly movement: string }
  | {
      readonly does: 'ask'
      readonly id: string
      readonly organisation: string
      readonly cells: readonly string[]
      readonly first_day: CivilDay
      readonly last_day: CivilDay
    }
  | {
      readonly does: 'request_point'
      readonly request: string
      readonly site: string
      readonly purpose: string
      readonly from: Instant
      readonly to: Instant
    }
  | { readonly does: 'consent'; readonly request: string }
  | { readonly does: 'show_point'; readonly request: string }
  | { readonly does: 'trace'; readonly mark: string }
  /** The entries are those of an older copy; `seen` is how many there were. Whoever asked meanwhile may have spent what they could. */
  | { readonly does: 'accept_copy'; readonly reason: string; readonly seen: number }
  /** Whoever runs the service looked at the entries. */
  | { readonly does: 'overview' }
  /** What was not done. `organisation` is null where nobody who is known asked. */
  | {
      readonly does: 'refuse'
      readonly tried: string
      readonly code: RefusalCode
      readonly organisation: string | null
      /** How many it tells of, where it is more than one: this one is the last of them. */
      readonly times?: number
    }
