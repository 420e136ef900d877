// What a recorder takes and gives: requests with their keys, entries as they were entered, documents as people review them.
import type { Claim, Entry, Release } from '@trucekeeper/claims'
import type { ActEffect } from '@trucekeeper/engine'
import type { EntryLine } from '../entry-lines.ts'
import type { DuplicateGroup, KeptApart, Matter } from '@trucekeeper/corroborate'

/** A request as far as it is told from others. */
export interface Request {
  /** Made up by who sends it, once for what is to be done once. */
  readonly key: string
  /** The digest of all that is asked under the key. */
  readonly digest: string
  /** Who asks; the one person of this machine where nobody signs in. */
  readonly by: string | null
  /** The desk that holds what is written; null or none where there are no desks. */
  readonly desk?: string | null
  /** Written for every desk at once, and held by none. */
  readonly for_desks?: boolean
}

/** An entry with its place in the record. One that was there before keeps the place and the receipt it had. */
export interface EnteredEntry {
  readonly index: number
  readonly type: Entry['type']
  readonly id: string
  readonly received_at: string
  readonly recorded_by: string
}

export interface Entered {
  readonly entries: readonly EnteredEntry[]
}

export interface Wrong {
  readonly code: string
  /** Where in the request: `claims.0.places.1`. */
  readonly path: string
  readonly message: string
  readonly help: string
  /** The clause of the agreement that does not allow it, under its heading; where one is concerned. */
  readonly clause?: string | null
  readonly heading?: string | null
}

/**
 * `refused`: something is wrong with what was sent. `not-allowed`: the agreement does not let it be
 * done. `key-reused`: the key came before, with something else. `unknown`:
 * there is no such thing. `busy`: somebody else writes, or the disk does not take more; sent again later it may be done.
 */
export type Written<T = Entered> =
  | { readonly ok: true; readonly value: T; readonly isRepeated: boolean }
  | {
      readonly ok: false
      readonly why: 'refused' | 'not-allowed' | 'key-reused' | 'unknown' | 'busy'
      readonly wrong: readonly Wrong[]
    }

/** Text written down by the sender, entered as a document of its own. */
export interface WrittenText {
  readonly name: string
  readonly text: string
  readonly outlet: string | null
  readonly published: string
}

export interface OfferedClaims {
  readonly document: WrittenText | null
  readonly claims: readonly unknown[]
}

export interface OfferedRuling {
  readonly does: 'join' | 'part'
  readonly claims: readonly string[]
  readonly reason: string
}

/** Words of a document of the record, or a notice that becomes a document; never both. */
export interface OfferedWords {
  /** `doc`: its name, or the SHA-256 of its bytes. */
  readonly words: { readonly doc: string; readonly quote: string } | null
  readonly notice: string | null
}

/** A minute without its id; `at` is now where it is left out. Words are for what is undertaken. */
export interface OfferedMinute extends OfferedWords {
  readonly minute: Readonly<Record<string, unknown>>
}

/** An act without its id and its words; `at` is now where it is left out. */
export interface OfferedAct extends OfferedWords {
  readonly act: Readonly<Record<string, unknown>>
}

/** An act with what it changes. */
export interface EnteredAct extends Entered {
  readonly effect: ActEffect
}

export interface OfferedWithdrawal {
  readonly withdraws: string
  readonly reason: string
}

export interface OfferedRelease {
  readonly releases: readonly string[]
  readonly to: Release['to']
  readonly reason: string
}

/** Something that a desk holds. */
export interface HeldEntry extends EntryLine {
  /** Ids of what the desk holds as well and what this speaks of: it is released with it, or before. */
  readonly needs: readonly string[]
  /** Who sees it besides the desk: `desks`, `public`, or desks by their ids. */
  readonly released_to: readonly string[]
}

export interface MadeRelease {
  readonly id: string
  readonly index: number
  readonly received_at: string
  readonly releases: readonly string[]
  readonly to: Release['to']
  readonly by: string
  readonly reason: string
}

export interface HeldPage {
  readonly held: readonly HeldEntry[]
  /** The index to ask on after; null where the desk holds no more. */
  readonly next: number | null
  readonly releases: readonly MadeRelease[]
}

export interface OfferedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly published: string | null
  readonly outlet: string | null
}

export interface OfferedDecision {
  readonly claim: string
  readonly does: 'accept' | 'reject'
  /** Needed to reject. */
  readonly reason: string | null
  /** Fields to correct before the claim is accepted, in the words in which a person writes them. */
  readonly corrections: readonly { readonly field: string; readonly words: string }[]
}

/** A document taken in: what stands in the record of it, and what its file was said to be wrong with. */
export interface TakenIn extends Entered {
  readonly sha256: string
  readonly documents: readonly { readonly doc: string; readonly id: string; readonly proposals: number }[]
  readonly notes: readonly { readonly code: string; readonly message: string; readonly help: string }[]
}

export type ClaimState = 'open' | 'accepted' | 'corrected' | 'rejected'

/** A claim that a reader proposed, and what became of it. */
export interface ProposedClaim {
  readonly claim: Claim
  readonly state: ClaimState
  /** The id under which it counts. */
  readonly stands_as: string | null
  readonly reason: string | null
  readonly by: string | null
  readonly decided_at: string | null
}

export interface InboxEntry {
  readonly id: string
  readonly doc: string
  readonly sha256: string
  readonly outlet: string | null
  readonly published: string
  readonly received_at: string
  readonly open: number
  readonly decided: number
}

export interface Inbox {
  /** Documents with proposals, those with something open first. */
  readonly documents: readonly InboxEntry[]
  /** Reports that lie in the folder and that nobody has taken in. */
  readonly waiting: readonly string[]
  /** What a person may correct, with the values of fields that have a list of them. */
  readonly fields: readonly { readonly name: string; readonly values: readonly string[] | null }[]
}

export interface InboxDocument extends InboxEntry {
  readonly text: string
  readonly claims: readonly ProposedClaim[]
}

/** A ruling that stands. */
export interface StandingRuling {
  readonly id: string
  readonly does: 'join' | 'part'
  readonly claims: readonly string[]
  readonly by: string
  readonly reason: string
}

/** Claims of the record in matters, with what people ruled, and documents that are copies of each other. */
export interface Clusters {
  readonly matters: readonly Matter[]
  readonly kept_apart: readonly KeptApart[]
  readonly duplicates: readonly DuplicateGroup[]
  readonly claims: Readonly<Record<string, Claim>>
  readonly rulings: readonly StandingRuling[]
}
