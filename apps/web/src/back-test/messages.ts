// What the page and its worker say to each other.
import type { BackTestBasis } from '@trucekeeper/api'
import type { BackTest } from '@trucekeeper/engine'
import type { Skipped } from '@trucekeeper/events'
import type { OwnText } from './own-text.tsx'

export interface Asked {
  readonly file: File
  readonly basis: BackTestBasis
  /** In place of the agreement of the basis. */
  readonly own: OwnText | null
}

export interface Result {
  readonly backTest: BackTest
  /** The first rows left out, and how many there were. */
  readonly skipped: readonly Skipped[]
  readonly skippedInAll: number
  /** Of the agreement that was held against the events. */
  readonly zone: string
}

export type FileProblem = 'notText' | 'unread'

export type Told =
  | { readonly step: 'reading'; readonly bytes: number; readonly of: number; readonly rows: number }
  | { readonly step: 'judging'; readonly events: number; readonly of: number }
  | { readonly step: 'done'; readonly result: Result }
  | {
      readonly step: 'refused'
      readonly message: string
      readonly help: string
      readonly line: number
      readonly column: number
    }
  | { readonly step: 'failed'; readonly problem: FileProblem }
  /** The text of one's own cannot be linked for so many errors. */
  | { readonly step: 'unlinked'; readonly errors: number }
