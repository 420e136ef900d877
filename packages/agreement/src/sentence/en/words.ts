// English as such: lists, numbers, quotation marks, capitals, and which names take an article.

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** `three` · `3,500` · `0.125` */
export function number(value: number): string {
  const small = SMALL[value]
  if (small) return small
  const [whole, fraction] = String(value).split('.') as [string, string?]
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

const FAR_M = 10_000

/** `3,500 metres` · `25 kilometres`, as articles say what is far. */
export function metres(value: number): string {
  if (value >= FAR_M && value % 1000 === 0) return `${number(value / 1000)} kilometres`
  return `${number(value)} ${value === 1 ? 'metre' : 'metres'}`
}

/** The text's own words. */
export function quoted(words: string): string {
  return `“${words}”`
}

export function listed(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`
}

/** `a` · `either a or b` · `any of a, b or c` */
export function whichever(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.length === 2 ? 'either' : 'any of'} ${listed(items, 'or')}`
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `castello road` as a name on a map. */
export function capitals(words: string): string {
  return words.split(' ').map(capitalised).join(' ')
}

/** One sentence of what is said, in order; null is not said. */
export function sentence(...parts: readonly (string | null)[]): string {
  return `${capitalised(parts.filter((part) => part !== null).join('; '))}.`
}

/** `The line Castello Road` and what it is and does: `The line … is …; it …; it ….` */
export function told(subject: string, ...parts: readonly (string | null)[]): string {
  const [first, ...rest] = parts.filter((part) => part !== null)
  return sentence(`${subject} ${first ?? 'is named, and no more is said of it'}`, ...rest.map((part) => `it ${part}`))
}

/** What is said of a field that is there; null where it is not. */
export function ifSaid<T>(value: T | undefined, say: (value: T) => string): string | null {
  return value === undefined ? null : say(value)
}

const WITH_ARTICLE =
  /^(agenc(y|ies)|alliance|areas?|army|authority|bank|brigades?|camps?|containers|corridors?|cent(er|re)|church|coalition|command|commission|committee|community|conference|corporation|council|crescent|cross|crown|embassy|emirates|federation|forces?|formations|front|governments?|governorates?|groups?|guard|halves|half|kingdom|league|mechanism|corps|strips?|teams?|volunteers|lines?|militia|mission|mountains|movement|nations|observatory|office|opposition|organi[sz]ation|part(y|ies)|peoples?|prisoners|provinces?|regions?|republic|residents|secretariat|state|states|towns?|union|villages|watch|zones?)$/i

/** The last of several has an article of its own, so the first would have had one, did it want it: `Turkey and the League`. */
const EACH_WITH_ITS_OWN = / (and|or) the /

/** `Russian Federation` takes an article, `Turkey` does not. A comma, `and` or `or` in a name would blur a list. */
export function withArticle(name: string): string {
  const own = name.replace(/^the /i, '')
  const spoken = /,| (and|or) /.test(own) ? quoted(own) : own
  const head = own
    .replace(/ \([^)]*\)$/, '')
    .split(/,|\/| (?:of|for|to|that|which|who|in|on|by|against|from) /)[0]!
    .split(' ')
    .at(-1)!
  return own !== name || (WITH_ARTICLE.test(head) && !EACH_WITH_ITS_OWN.test(own)) ? `the ${spoken}` : spoken
}
