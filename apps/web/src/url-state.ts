// What the page looks at, as its address says it, so that a link shows another reader the same thing.

export interface Lens {
  /** As of: ISO 8601 with offset. */
  readonly at?: string
  /** As known at: an instant, or `size:41`. */
  readonly known_at?: string
  /** By whose account. */
  readonly account?: string
  /** Under which agreement, where several stand side by side; left out, the folder's own. */
  readonly agreement?: string
}

export interface Passage {
  readonly start?: number
  readonly end?: number
  /** The clause the reader came from. */
  readonly clause?: string
}

/** The parts of an address after `?`. A `+` stays a plus sign: offsets are full of them, and spaces have no place. */
export function readSearch(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const pair of text.replace(/^\?/, '').split('&')) {
    const at = pair.indexOf('=')
    if (at <= 0) continue
    found[plain(pair.slice(0, at))] = plain(pair.slice(at + 1))
  }
  return found
}

/** Readable where it can be: `?at=2016-09-16T23:00:00+03:00`. */
export function writeSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replace(/%3A/g, ':').replace(/%2B/g, '+')}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

export function lensOf(search: Record<string, unknown>): Lens {
  const instants = { ...text(search, 'at'), ...text(search, 'known_at') }
  return { ...instants, ...text(search, 'account'), ...text(search, 'agreement') }
}

export function passageOf(search: Record<string, unknown>): Passage {
  return { ...count(search, 'start'), ...count(search, 'end'), ...text(search, 'clause') }
}

/** A passage of the agreement to show, or what to show beside its text. */
export function agreementSearchOf(search: Record<string, unknown>): Passage & { readonly panel?: string } {
  return { ...passageOf(search), ...text(search, 'panel') }
}

/** By the word of which source of the tables; all of them where left out. */
export function sourceOf(search: Record<string, unknown>): { readonly source?: string } {
  return text(search, 'source')
}

/** The query of an API address. Nothing is left to the receiver's reading of `+`. */
export function apiQuery(asked: { readonly [part in keyof Lens | 'source']?: string | undefined }): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  ).toString()
  return query && `?${query}`
}

function text<K extends string>(search: Record<string, unknown>, name: K): { [key in K]?: string } {
  const value = search[name]
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [key in K]?: string }
}

function count<K extends string>(search: Record<string, unknown>, name: K): { [key in K]?: number } {
  const value = search[name]
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : NaN
  return (Number.isSafeInteger(number) ? { [name]: number } : {}) as { [key in K]?: number }
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
