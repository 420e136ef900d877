// A page as blocks: what every written form of a report (Markdown, HTML, PDF, DOCX) is made from.
import type { Language } from '../words/index.ts'

/** A run of words. What is not in the page's language says so: names, quotes and codes of the record. */
export interface Run {
  readonly text: string
  /** The id of a block to go to. */
  readonly to?: string
  /** An address elsewhere. */
  readonly href?: string
  readonly strong?: true
  /** In the language of the record, read from left to right. */
  readonly foreign?: true
  /** The instant or the day that the words are, for whoever writes times in words of their own. */
  readonly at?: string
  /** The clause that the words are, for whoever can lead there; `Page.clauses` says its name. */
  readonly clause?: string
}

export type Line = readonly Run[]

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | {
      readonly kind: 'list'
      /** To be looked up, not read through. */
      readonly small?: true
      readonly items: readonly { readonly id?: string; readonly line: Line }[]
    }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }

export interface Page {
  readonly title: string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** At the foot of every sheet, beside `3 of 9`. */
  readonly foot: {
    readonly text: string
    /** Read from left to right. */
    readonly code: string
    /** The word in `3 of 9`. */
    readonly of: string
  }
  readonly blocks: readonly Block[]
  /** The names of clauses by their ids, no two alike. A sheet gives the ids, by which everybody holds the same. */
  readonly clauses: Readonly<Record<string, string>>
}
