// What the page and its worker say to each other.
import type { BackTestBasis } from '@trucekeeper/api'
import type { BackTest } from '@trucekeeper/engine'
import type { Skipped } from '@trucekeeper/events'

export interface Asked {
  readonly file: File
  readonly basis: BackTestBasis
}

export interface Result {
  readonly backTest: BackTest
  /** The first rows left out, and how many there were. */
  readonly skipped: readonly Skipped[]
  readonly skippedInAll: number
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
