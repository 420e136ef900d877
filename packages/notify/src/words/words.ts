// What is said of news in one language.
export interface Words {
  readonly subject: (agreement: string, count: number) => string
  readonly intro: (agreement: string, desk: string, at: string) => string
  readonly verdict: (clause: string, from: string, to: string) => string
  readonly near: (clause: string, due: string, what: string) => string
  readonly passed: (clause: string) => string
  readonly late: (name: string, who: string, step: number) => string
  readonly opened: (name: string, clause: string) => string
  readonly moved: (name: string, from: string, to: string) => string
  readonly gate: (clause: string, from: string, to: string, done: number, needed: number) => string
  readonly act: (power: string, stage: string, by: string) => string
  readonly report: (day: string) => string
  readonly listing: (reference: string) => string
  /** Words of verdicts, states, stages; what is not here is said as the record has it. */
  readonly of: Readonly<Record<string, string>>
  readonly none: string
  readonly footer: (rule: string) => string
}
