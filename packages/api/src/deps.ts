// What the API needs from outside: a workspace to ask, a built page to hand out, and where to take bugs.
import type { Instant } from '@trucekeeper/time'
import type { Questions } from '@trucekeeper/workspace'

export type {
  AgreementPlaces,
  AgreementText,
  BackTestBasis,
  DocumentText,
  KnownAt,
  Moment,
  Questions as Workspace,
  RecordSummary,
  WhyAnswer,
} from '@trucekeeper/workspace'

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
  readonly workspace: Questions
  readonly page: Page
  /**
   * The host names under which this server answers. A name that an attacker's DNS points here is not among them,
   * so no foreign page can read the record through a visitor's browser.
   */
  readonly hosts: readonly string[]
  /** Told of every bug; the visitor is only told that there was one. */
  readonly onBug: (bug: unknown) => void
  /** By default this machine's clock. What is published late is no sooner published for being asked as of a time to come. */
  readonly now?: () => Instant
}
