// Counted words: one thing, several things.
const rule = new Intl.PluralRules('en')

export const isOne = (n: number) => rule.select(n) === 'one'

/** `1 day`, `3 days`. */
export const count = (n: number, one: string, many: string) => `${n} ${isOne(n) ? one : many}`
