// With which letters a regular expression of the lexicon can open, so that it is tried only where those letters stand.
import { GAP } from './pattern.ts'

/** A way in which an expression can open. */
export interface Opening {
  readonly letters: string
  /** After a gap one of these must stand somewhere behind; null where the letters alone decide. */
  readonly needs: readonly string[] | null
}

/** The opening letters of one alternative; what follows them is left to the expression. */
interface Sofar extends Opening {
  /** Whether the next part of the expression may lengthen it. */
  readonly goesOn: boolean
}

/** Stands for any verb shortened with `not`, which opens with any letter. */
export const NOT = '!'
/** Stands for any word of plain letters; only a gap can follow it. */
export const WORD = '*'
/** Before letters that must follow somewhere, be it inside a word. */
export const INSIDE = '~'
const ANY_WORD = '[a-z]+'
const SHORTENED = "\\p{L}*n't"
const LONGEST = 10
const MOST = 600

/** Letters as an index compares them: marks and spaces are one gap, figures one figure. */
export function plainLetter(letter: string): string {
  if (letter >= 'a' && letter <= 'z') return letter
  if (letter >= '0' && letter <= '9') return '0'
  return /[\s"'(),-]/.test(letter) ? ' ' : letter === '.' ? '.' : '?'
}

/**
 * Every way the expression can open, in plain letters, each a prefix of what it matches there. Null where it can open
 * with anything, or uses what this reading of expressions does not know.
 */
export function openingsOf(source: string): Opening[] | null {
  const parser = new Parser(source)
  const openings = parser.alternatives()
  return openings === null || !parser.done || !areKnown(openings) ? null : shortest(unique(openings.map(closed)))
}

/** Openings that an index can look up: not of anything, nor of marks that it does not tell apart. */
function areKnown(openings: readonly Opening[]): boolean {
  return openings.every(({ letters }) => letters !== '' && !/^[.?]/.test(letters))
}

/** Without those that a shorter one covers. */
function shortest(openings: readonly Opening[]): Opening[] {
  const free = new Set(openings.filter(({ needs }) => needs === null).map(({ letters }) => letters))
  return openings.filter(({ letters, needs }) => {
    for (let length = 1; length < letters.length; length++) if (free.has(letters.slice(0, length))) return false
    return needs === null || !free.has(letters)
  })
}

const REPEATS: ReadonlySet<string> = new Set('?*+{')
const SPECIAL: ReadonlySet<string> = new Set('?*+{}()[]|\\.^$')
const ANYTHING: readonly Sofar[] = [{ letters: '', needs: null, goesOn: false }]
const NOTHING: readonly Sofar[] = [{ letters: '', needs: null, goesOn: true }]

/** Reads the part of the notation of regular expressions that lexicons use. */
class Parser {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  get done(): boolean {
    return this.at >= this.source.length
  }

  alternatives(): readonly Sofar[] | null {
    const all: Sofar[] = []
    for (;;) {
      const one = this.sequence()
      if (one === null) return null
      all.push(...one)
      if (this.source[this.at] !== '|') return unique(all)
      this.at++
    }
  }

  private sequence(): readonly Sofar[] | null {
    let sofar: readonly Sofar[] = NOTHING
    while (!this.done && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      if (this.source.startsWith(GAP, this.at)) return this.beforeGap(sofar)
      const next = this.repeated()
      if (next === null) return null
      sofar = joined(sofar, next)
      if (!sofar.some(({ goesOn }) => goesOn)) this.skip()
    }
    return sofar
  }

  /** What stands behind a gap begins at a word or mark of its own. */
  private beforeGap(sofar: readonly Sofar[]): readonly Sofar[] | null {
    this.at += GAP.length
    const rest = this.sequence()
    if (rest === null) return null
    const needs =
      areKnown(rest) && rest.length <= MOST ? [...new Set(rest.map(({ letters }) => letters))].toSorted() : null
    return sofar.map((one) => (one.goesOn ? { letters: one.letters, needs, goesOn: false } : one))
  }

  /** To the end of the alternative. */
  private skip(): void {
    let depth = 0
    for (; !this.done; this.at++) {
      const letter = this.source[this.at]!
      if (letter === '\\') this.at++
      else if (letter === '[') this.at = this.source.indexOf(']', this.at)
      else if (letter === '(') depth++
      else if (depth === 0 && (letter === '|' || letter === ')')) return
      else if (letter === ')') depth--
    }
  }

  /** One piece with the sign of repetition after it. */
  private repeated(): readonly Sofar[] | null {
    if (this.source.startsWith(SHORTENED, this.at)) {
      this.at += SHORTENED.length
      return [{ letters: NOT, needs: null, goesOn: false }]
    }
    if (this.source.startsWith(ANY_WORD, this.at)) {
      this.at += ANY_WORD.length
      return [{ letters: WORD, needs: null, goesOn: true }]
    }
    const piece = this.piece()
    if (piece === null) return null
    if (!REPEATS.has(this.source[this.at] ?? '')) return piece
    const sign = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12))?.[0]
    if (sign === undefined) return null
    this.at += sign.length
    if (sign[0] === '?') return unique([...piece, ...NOTHING])
    // A gap that repeats is still one gap; of other things only the first time is known.
    const gap = piece.length === 1 && piece[0]!.letters === ' '
    if (sign[0] === '+') return gap ? piece : piece.map(closed)
    return unique([...piece.map(closed), ...NOTHING])
  }

  private piece(): readonly Sofar[] | null {
    const letter = this.source[this.at]!
    if (letter === '(') return this.group()
    if (letter === '[') return this.set()
    if (letter === '\\') return this.escape()
    if (letter === '.') {
      this.at++
      return ANYTHING
    }
    if (/[*+?{}\]^$]/.test(letter)) return null
    return this.letters()
  }

  /** A run of letters, but for the last where a sign of repetition follows it. */
  private letters(): readonly Sofar[] {
    const start = this.at
    while (!this.done && !SPECIAL.has(this.source[this.at]!)) this.at++
    if (this.at - start > 1 && REPEATS.has(this.source[this.at] ?? '')) this.at--
    let letters = ''
    for (const letter of this.source.slice(start, Math.min(this.at, start + LONGEST))) {
      const plain = plainLetter(letter)
      if (plain !== ' ' || !letters.endsWith(' ')) letters += plain
    }
    return [{ letters, needs: null, goesOn: this.at - start <= LONGEST }]
  }

  private group(): readonly Sofar[] | null {
    const open = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(this.source.slice(this.at, this.at + 24))![0]
    this.at += open.length
    const inside = this.alternatives()
    if (inside === null || this.source[this.at] !== ')') return null
    this.at++
    // What looks ahead or behind takes up no letters.
    return /[=!]$/.test(open) ? NOTHING : inside
  }

  private set(): readonly Sofar[] | null {
    const found = /^\[(\^?)((?:\\.|\\p\{\w+\}|[^\]\\])*)\]/.exec(this.source.slice(this.at))
    if (!found) return null
    this.at += found[0].length
    const [, not, inside] = found
    if (not) return ANYTHING
    if (/^\\s(?:["'(),]|-)*$/.test(inside!)) return [{ letters: ' ', needs: null, goesOn: true }]
    if (/\\|.-./.test(inside!)) return ANYTHING
    return [...inside!].map((letter) => ({ letters: plainLetter(letter), needs: null, goesOn: true }))
  }

  private escape(): readonly Sofar[] | null {
    const found = /^\\(?:p\{\w+\}|.)/.exec(this.source.slice(this.at, this.at + 12))
    if (!found) return null
    this.at += found[0].length
    const sign = found[0]
    if (sign === '\\d') return [{ letters: '0', needs: null, goesOn: true }]
    if (sign === '\\s') return [{ letters: ' ', needs: null, goesOn: true }]
    if (sign === '\\b' || sign === '\\B') return NOTHING
    if (/^\\[a-zA-Z]/.test(sign)) return ANYTHING
    return [{ letters: plainLetter(sign[1]!), needs: null, goesOn: true }]
  }
}

function closed({ letters, needs }: Sofar): Sofar {
  return { letters, needs, goesOn: false }
}

function joined(before: readonly Sofar[], after: readonly Sofar[]): readonly Sofar[] {
  if (before === NOTHING) return after
  if (after === NOTHING || !before.some(({ goesOn }) => goesOn)) return before
  const stays = before.filter(({ goesOn }) => !goesOn)
  const grows = before.filter(({ goesOn }) => goesOn)
  const few = grows.length * after.length > MOST ? cutShort(after) : after
  // Where the letters so far say something already, nothing more is needed of what follows in so many ways.
  if (few !== after && grows.every(({ letters }) => letters !== '')) return before.map(closed)
  return unique([...stays, ...grows.flatMap((one) => few.map((next) => lengthened(one, next)))])
}

/** So many ways that their first few letters must do. */
function cutShort(openings: readonly Sofar[]): readonly Sofar[] {
  return unique(openings.map(({ letters }) => ({ letters: letters.slice(0, 4), needs: null, goesOn: false })))
}

function lengthened({ letters }: Sofar, next: Sofar): Sofar {
  const rest = letters.endsWith(' ') && next.letters.startsWith(' ') ? next.letters.slice(1) : next.letters
  const word = next.letters.startsWith(WORD) || next.letters.startsWith(NOT)
  if (word && letters !== '' && !(letters.endsWith(' ') && next.letters.startsWith(WORD)))
    return { letters, needs: null, goesOn: false }
  if (letters.endsWith(WORD) && rest !== '' && !rest.startsWith(' ')) {
    const part = /^[a-z]{3,}/.exec(rest)?.[0]
    return { letters, needs: part === undefined ? null : [`${INSIDE}${part}`], goesOn: false }
  }
  const whole = letters + rest
  return whole.length > LONGEST
    ? { letters: whole.slice(0, LONGEST), needs: next.needs, goesOn: false }
    : { letters: whole, needs: next.needs, goesOn: next.goesOn }
}

function unique(openings: readonly Sofar[]): readonly Sofar[] {
  if (openings.length === 1) return openings
  return [
    ...new Map(openings.map((one) => [`${one.letters}\n${one.goesOn}\n${one.needs?.join('|') ?? ''}`, one])).values(),
  ]
}
