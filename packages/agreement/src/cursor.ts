// Reads the words of one field from left to right and remembers where each stands.
import { didYouMean, type Range } from '@trucekeeper/diagnostics'
import type { DiagnosticCode } from './diagnostic-codes.ts'

/** Words of a field and where they stand. */
interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Token extends Word {
  readonly kind: 'word' | 'number' | 'string' | 'sign'
}

/** What a field said that could not be read: a place and two sentences. */
export interface Misreading {
  readonly start: number
  readonly end: number
  readonly code: DiagnosticCode
  readonly message: string
  readonly help: string
}

const TOKEN = /"([^"]*)"|[<>=]=|=[<>]|[()<>=,;+]|[^\s"()<>=,;+]+/gy
const NUMBER = /^\d+(\.\d+)?$/

/** Tokens of a stretch of text; `offset` is where the stretch begins in the file. */
export function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at += 1
      continue
    }
    TOKEN.lastIndex = at
    // A lone quotation mark is the only character that begins nothing; it stands for itself.
    const found = TOKEN.exec(text)?.[0] ?? text[at]!
    const kind =
      found.startsWith('"') && found.length > 1
        ? 'string'
        : NUMBER.test(found)
          ? 'number'
          : /^[()<>=,;+"]/.test(found)
            ? 'sign'
            : 'word'
    const start = offset + at
    tokens.push({
      kind,
      text: kind === 'string' ? folded(found.slice(1, -1)) : found,
      start,
      end: start + found.length,
    })
    at += found.length
  }
  return tokens
}

/** White space as one blank: where a line breaks says nothing. */
export function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

export class Cursor {
  readonly misreadings: Misreading[] = []
  readonly raw: string
  readonly rangeOf: (start: number, end: number) => Range
  #tokens: readonly Token[]
  #next = 0
  #end: number

  constructor(raw: string, tokens: readonly Token[], end: number, rangeOf: (start: number, end: number) => Range) {
    this.raw = raw
    this.#tokens = tokens
    this.#end = end
    this.rangeOf = rangeOf
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead]
  }

  take(): Token | undefined {
    const token = this.#tokens[this.#next]
    if (token) this.#next += 1
    return token
  }

  /** Takes the next token when it is one of these words or signs. */
  takeIf(...texts: string[]): Token | null {
    const token = this.peek()
    if (!token || token.kind === 'string' || !texts.includes(token.text)) return null
    this.#next += 1
    return token
  }

  /** Takes all that is left, in the words that stand there. */
  rest(): string {
    const from = this.peek()?.start ?? this.#end
    this.#next = this.#tokens.length
    return folded(this.raw.slice(this.raw.length - (this.#end - from)))
  }

  get atEnd(): boolean {
    return this.#next >= this.#tokens.length
  }

  /** Records what was expected where the cursor stands, or instead of the words given, and gives null. */
  expected(what: string, among: readonly string[] = [], found: Word | null = this.peek() ?? null): null {
    const meant = found ? didYouMean(found.text, among) : null
    const fits = among.length > 0 ? `here fits: ${among.map((word) => `\`${word}\``).join(', ')}` : `write ${what}`
    const message = found ? `expected ${what}, found \`${found.text}\`` : `expected ${what}, but the field ends`
    return this.wrong(found, 'unexpected-word', message, meant ? `did you mean \`${meant}\`? ${fits}` : fits)
  }

  /** Records words that stand where the field should have ended. */
  tooMuch(): void {
    const token = this.peek() ?? null
    const message = `the field should have ended before \`${token?.text}\``
    this.wrong(token, 'unexpected-word', message, 'take out what follows, or put what is missing before it')
  }

  wrong(token: { start: number; end: number } | null, code: DiagnosticCode, message: string, help: string): null {
    const place = token ?? { start: this.#end, end: this.#end }
    this.misreadings.push({ start: place.start, end: place.end, code, message, help })
    return null
  }
}
