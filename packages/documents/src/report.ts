// What a file gives: the texts of its reports, and what was found in it that a person should know.
import type { Limits } from './limits.ts'

/** Words that stand in a file and are not to be seen on its page. */
export interface Hidden {
  readonly text: string
  /** How they are hidden, such as `white on white`. */
  readonly how: string
}

/** The text of one report as read. All offsets into it count UTF-16 units. */
export interface Report {
  /** The name of the file; of one report of many, followed by `#` and its number or its name within. */
  readonly name: string
  readonly media_type: string
  readonly text: string
  /** What the file says of its day or time of publication, as `2016-09-16` or with hour and offset: a proposal. */
  readonly published: string | null
  /** What the file says of who published it: a proposal. */
  readonly outlet: string | null
  readonly title: string | null
  /** Not part of the text. */
  readonly hidden: readonly Hidden[]
}

/** Something a person should know of a file: `error` where nothing of it, or of one report in it, could be read. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  readonly help: string
}

/** What the worker answers. */
export interface Parsed {
  readonly reports: readonly Report[]
  readonly findings: readonly Finding[]
}

/** A file as it is handed to the parser of its format. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  readonly limits: Limits
}

/** Ends the reading of one file. It is thrown inside the worker and never leaves it. */
export class Refused extends Error {
  readonly finding: Finding

  constructor(code: string, message: string, help: string) {
    super(message)
    this.finding = { code, severity: 'error', message, help }
  }
}
