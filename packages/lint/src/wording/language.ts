// What the wording rules need of a language: its phrases, as data, so that another language is another folder.

/**
 * Words with single spaces between them; `(a|b)` for either and `(a )?` for what may be left out, as in a regular expression.
 * They are found whole, in any case, over line breaks. Every repetition has to be bounded.
 */
export type Pattern = string

/** Words that say too little, why that hurts, and what to write instead. */
export interface VaguePhrase {
  readonly words: readonly Pattern[]
  /** time: no fault where the same sentence gives a number of hours or days. */
  readonly about: 'time' | 'effort' | 'degree' | 'condition'
  /** The end of a sentence that begins with what was found. */
  readonly why: string
  /** The help. */
  readonly better: string
}

export interface WordingLanguage {
  /** ISO 639-1. */
  readonly code: string
  readonly vague: readonly VaguePhrase[]
  /** Promises of a later agreement. */
  readonly later: readonly Pattern[]
  /** Words that bind somebody. */
  readonly binding: readonly Pattern[]
  /** Words that only say what another word means. */
  readonly defining: readonly Pattern[]
  /** A binding word with its verb in the passive, and what behind it names who does it or only looks as if it did. */
  readonly passive: {
    readonly verbs: readonly Pattern[]
    /** Verbs that bind nobody to do anything. */
    readonly exempt: readonly Pattern[]
    readonly agent: readonly Pattern[]
    /** Right before them, where nobody is told to do anything: `how elections are to be held`. */
    readonly indirect: readonly Pattern[]
  }
  /** A length or an end of time: `within three days`, `at the latest`. */
  readonly deadline: readonly Pattern[]
  /** Going on longer, and words before them in a sentence that rule it out. */
  readonly extending: readonly Pattern[]
  readonly ruledOut: readonly Pattern[]
  /** Beginning a count again. */
  readonly again: readonly Pattern[]
  /** Being somewhere for good, with arms or forces. */
  readonly staying: readonly Pattern[]
  /** What somebody may do, with the act of the language that it is. */
  readonly acts: readonly { readonly words: readonly Pattern[]; readonly act: string }[]
}
