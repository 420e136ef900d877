// Verdicts from an agreement and what is known: one pure function, and the way from each verdict down to its words.
export type * from './status.ts'
