// A JSON reader that keeps the place of every value, so that what is wrong in a file can be shown where it stands.

/** Offsets count UTF-16 units of the text; `end` is just after the last one. */
interface Placed {
  readonly start: number
  readonly end: number
}

export interface Member {
  readonly key: Placed & { readonly text: string }
  readonly value: Json
}

export type Json = Placed &
  (
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | { readonly kind: 'array'; readonly items: readonly Json[] }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'literal'; readonly value: boolean | null }
  )

export interface JsonFault extends Placed {
  readonly code: 'json-syntax' | 'duplicate-key' | 'too-deep'
  readonly message: string
  readonly help: string
}

export type JsonRead = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly fault: JsonFault }

const SPACE = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// oxlint-disable-next-line no-control-regex -- JSON forbids exactly these inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const WORD = /[A-Za-z_]\w*/y
const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** Reads one JSON value that fills the text; stops at the first fault. Nests at most `deepest` levels. */
export function readJson(text: string, deepest: number): JsonRead {
  try {
    return { ok: true, value: new Reader(text, deepest).whole() }
  } catch (thrown) {
    if (thrown instanceof Fault) return { ok: false, fault: thrown.fault }
    throw thrown
  }
}

/** Never leaves this file: it unwinds the reader to its one exit. */
class Fault extends Error {
  readonly fault: JsonFault

  constructor(fault: JsonFault) {
    super(fault.message)
    this.fault = fault
  }
}

class Reader {
  readonly #text: string
  readonly #deepest: number
  #at = 0
  #depth = 0

  constructor(text: string, deepest: number) {
    this.#text = text
    this.#deepest = deepest
    if (text.startsWith('\uFEFF')) this.#at = 1
  }

  whole(): Json {
    const value = this.#value()
    this.#skipSpace()
    if (this.#at < this.#text.length) this.#refuse('there is more after the value', 'leave one JSON value and no more')
    return value
  }

  #value(): Json {
    this.#skipSpace()
    const char = this.#text[this.#at]
    if (char === '{' || char === '[') {
      if (++this.#depth > this.#deepest) {
        this.#refuse(`nested more than ${this.#deepest} levels deep`, 'write it flatter', 'too-deep')
      }
      const value = char === '{' ? this.#object() : this.#array()
      this.#depth--
      return value
    }
    if (char === '"') {
      const { text, start, end } = this.#string()
      return { kind: 'string', value: text, start, end }
    }
    return this.#scalar()
  }

  #object(): Json {
    const start = this.#at++
    const members: Member[] = []
    const seen = new Set<string>()
    while (!this.#closes('}', members.length)) {
      this.#skipSpace()
      if (this.#text[this.#at] !== '"') this.#refuse(`expected a key, found ${this.#found()}`, 'write keys in quotes')
      const key = this.#string()
      if (seen.has(key.text)) {
        const message = `the key \`${key.text}\` stands twice in the same object`
        throw new Fault({ code: 'duplicate-key', message, help: 'keep one of them', start: key.start, end: key.end })
      }
      seen.add(key.text)
      this.#skipSpace()
      if (this.#text[this.#at] !== ':')
        this.#refuse(`expected \`:\`, found ${this.#found()}`, 'a key is followed by a colon')
      this.#at++
      members.push({ key, value: this.#value() })
    }
    return { kind: 'object', members, start, end: this.#at }
  }

  #array(): Json {
    const start = this.#at++
    const items: Json[] = []
    while (!this.#closes(']', items.length)) items.push(this.#value())
    return { kind: 'array', items, start, end: this.#at }
  }

  /** Steps over the closing bracket, or over the comma that stands before the next part. */
  #closes(bracket: '}' | ']', parts: number): boolean {
    this.#skipSpace()
    if (this.#text[this.#at] === bracket) {
      this.#at++
      return true
    }
    if (parts > 0) {
      if (this.#text[this.#at] !== ',') {
        this.#refuse(
          `expected \`,\` or \`${bracket}\`, found ${this.#found()}`,
          'separate the parts by commas, close each bracket',
        )
      }
      this.#at++
      this.#skipSpace()
      if (this.#text[this.#at] === bracket) this.#refuse('a comma with nothing after it', 'leave the last comma out')
    }
    return false
  }

  #string(): Placed & { text: string } {
    const start = this.#at
    const raw = this.#match(STRING)
    if (raw === null)
      this.#refuse(
        'a string that is not closed, or holds what JSON forbids',
        'close the quotes; escape quotes, backslashes and line ends',
      )
    return { text: raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1), start, end: this.#at }
  }

  #scalar(): Json {
    const start = this.#at
    const digits = this.#match(NUMBER)
    if (digits !== null) return { kind: 'number', value: Number(digits), start, end: this.#at }
    const word = this.#match(WORD)
    if (word !== null && Object.hasOwn(LITERALS, word)) {
      return { kind: 'literal', value: LITERALS[word]!, start, end: this.#at }
    }
    this.#at = start
    return this.#refuse(
      `expected a JSON value, found ${this.#found()}`,
      'write an object, a list, a string in double quotes, a number, true, false or null',
    )
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found === null) return null
    this.#at = pattern.lastIndex
    return found[0]
  }

  #skipSpace(): void {
    this.#match(SPACE)
  }

  #found(): string {
    if (this.#at >= this.#text.length) return 'the end'
    WORD.lastIndex = this.#at
    return `\`${WORD.exec(this.#text)?.[0] ?? String.fromCodePoint(this.#text.codePointAt(this.#at)!)}\``
  }

  #refuse(message: string, help: string, code: JsonFault['code'] = 'json-syntax'): never {
    const end = Math.min(this.#at + 1, this.#text.length)
    throw new Fault({ code, message, help, start: this.#at, end })
  }
}
