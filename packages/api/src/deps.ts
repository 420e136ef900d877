// What the API needs from outside: a workspace to ask, a built page to hand out, and where to take bugs.
import type { Instant } from '@trucekeeper/time'
import type { PageDoor } from '@trucekeeper/protect'
import type { Originals, Questions, Recorder, SealedFields } from '@trucekeeper/workspace'
import type { Context } from 'hono'
import type { NoticesKnown } from './answers/notices.ts'
import type { LivePace } from './live.ts'
import type { Gauge } from './metrics.ts'
import type { RequestLine } from './observed.ts'
import type { PeopleSetting } from './people-deps.ts'
import type { Print } from './report-asked.ts'

export type {
  AgreementPlaces,
  AgreementText,
  DocumentText,
  EntriesAsked,
  EntryLine,
  EntryPage,
  KnownAt,
  Moment,
  Questions as Workspace,
  RecordSummary,
  WhatIsKnown,
  WhyAnswer,
} from '@trucekeeper/workspace'

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Media type, with charset for text. */
  readonly type: string
  /** The same bytes for who takes less of them, by the name of the coding. */
  readonly coded?: Readonly<Partial<Record<'br' | 'gzip', Uint8Array<ArrayBuffer>>>>
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
  /** Where people write; without one nothing can be changed from here. */
  readonly recorder?: Recorder
  /** Sets reports on paper; without it they are to be had in every other form. */
  readonly print?: Print
  /** The bytes of documents as they came in; without it none is handed out. */
  readonly originals?: Originals
  /** Who asks, where people sign in; null for nobody. Without it everybody is the one person of this machine. */
  readonly authorOf?: (c: Context) => Promise<string | null>
  /** What an audience sees of the workspace: a desk by its id, or the `public`. Where there are people, every answer is theirs. */
  readonly seenBy?: (audience: string) => Questions
  /** People and desks. Without them the page is one person's, who is asked for nothing. */
  readonly people?: PeopleSetting
  /** Opens what entries withhold, for people who may read it; without it nothing is there to read. */
  readonly sealed?: SealedFields
  /** The way to the protection check, which has its own process, store and key; without it nothing can be asked of it. */
  readonly protection?: PageDoor
  /** How a desk is told of what is new, or all of them for null; without it nobody is told anything. */
  readonly notices?: (desk: string | null) => Promise<NoticesKnown>
  /** Told of every bug; the visitor is only told that there was one. */
  readonly onBug: (bug: unknown) => void
  /** By default this machine's clock. What is published late is no sooner published for being asked as of a time to come. */
  readonly now?: () => Instant
  /** Told of every request once its answer has begun. */
  readonly log?: (line: RequestLine) => void
  /** Names of those for whom a request counts by which nobody signed in: the address it comes from. Without it nobody is paced. */
  readonly clientsOf?: (c: Context) => readonly string[]
  /** Where there are people: whether a request comes from whoever keeps the server running, to whom alone it says how it fares. */
  readonly isOperator?: (c: Context) => boolean
  /** What is known of the process, for `/metrics`. */
  readonly gauges?: () => readonly Gauge[]
  /** How often the record is looked at for those who are told of changes; a second where it is left out. */
  readonly livePace?: LivePace
  /** Ends connections that would stay open. */
  readonly closing?: AbortSignal
}
