// What the API needs from outside: a workspace to ask, a built page to hand out, and where to take bugs.
import type { Receipt, Status } from '@trucekeeper/engine'
import type { Instant } from '@trucekeeper/time'

/** Up to which receipts the record is read: an instant, or its first `size` entries. */
export type KnownAt = Instant | { readonly size: number }

export interface Moment {
  /** ISO 8601 with offset. */
  readonly at: string
  readonly label: string
}

export interface RecordSummary {
  readonly entries: number
  readonly first_received_at: string | null
  readonly last_received_at: string | null
  /** The instant a newcomer should look at first. */
  readonly suggested_at: string
  /** Instants worth looking at, earliest first. */
  readonly moments: readonly Moment[]
}

export interface DocumentText {
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  /** The text that `start` and `end` of every quote count in, in UTF-16 units. */
  readonly text: string
  readonly sha256: string
}

export interface AgreementText {
  readonly file: string
  readonly text: string
  readonly hash: string
}

export type WhyAnswer =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly message: string; readonly help: string }

export interface Workspace {
  status(query: { at?: Instant; knownAt?: KnownAt; accounts?: string[] }): Promise<Status>
  why(query: { clause: string; account?: string; at?: Instant; knownAt?: KnownAt }): Promise<WhyAnswer>
  record(): Promise<RecordSummary>
  /** By the SHA-256 of its bytes, or by the name under which claims quote it (`QuoteRef.doc`). */
  document(sha256OrName: string): Promise<DocumentText | null>
  agreementText(): Promise<AgreementText>
}

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Media type, with charset for text. */
  readonly type: string
}

/** The built web app, by path below its root: `index.html`, `assets/index-abc.js`. */
export interface Page {
  get(path: string): Promise<PageFile | null>
}

export interface Deps {
  readonly workspace: Workspace
  readonly page: Page
  /**
   * The host names under which this server answers. A name that an attacker's DNS points here is not among them,
   * so no foreign page can read the record through a visitor's browser.
   */
  readonly hosts: readonly string[]
  /** Told of every bug; the visitor is only told that there was one. */
  readonly onBug: (bug: unknown) => void
}
