// With which letters a regular expression of the lexicon can open, so that it is tried only where those letters stand.

/** The opening letters of one alternative; what follows them is left to the expression. */
interface Opening {
  readonly letters: string
  /** Whether the next part of the expression may lengthen it. */
  readonly goesOn: boolean
}

/** Stands for any verb shortened with `not`, which opens with any letter. */
export const NOT = '!'
/** Stands for any word of plain letters; only a gap can follow it. */
export const WORD = '*'
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
export function openingsOf(source: string): string[] | null {
  const parser = new Parser(source)
  const openings = parser.alternatives()
  if (openings === null || !parser.done) return null
  const letters = new Set(openings.map((opening) => opening.letters))
  return letters.has('') || [...letters].some((one) => /^[.?]/.test(one)) ? null : shortest(letters)
}

/** Without those that a shorter one covers. */
function shortest(letters: ReadonlySet<string>): string[] {
  return [...letters].filter((one) => {
    for (let length = 1; length < one.length; length++) if (letters.has(one.slice(0, length))) return false
    return true
  })
}

const REPEATS: ReadonlySet<string> = new Set('?*+{')
const SPECIAL: ReadonlySet<string> = new Set('?*+{}()[]|\\.^$')
const ANYTHING: readonly Opening[] = [{ letters: '', goesOn: false }]
const NOTHING: readonly Opening[] = [{ letters: '', goesOn: true }]

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

  alternatives(): readonly Opening[] | null {
    const all: Opening[] = []
    for (;;) {
      const one = this.sequence()
      if (one === null) return null
      all.push(...one)
      if (this.source[this.at] !== '|') return unique(all)
      this.at++
    }
  }

  private sequence(): readonly Opening[] | null {
    let sofar: readonly Opening[] = NOTHING
    while (!this.done && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const next = this.repeated()
      if (next === null) return null
      sofar = joined(sofar, next)
      if (!sofar.some(({ goesOn }) => goesOn)) this.skip()
    }
    return sofar
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
  private repeated(): readonly Opening[] | null {
    if (this.source.startsWith(SHORTENED, this.at)) {
      this.at += SHORTENED.length
      return [{ letters: NOT, goesOn: false }]
    }
    if (this.source.startsWith(ANY_WORD, this.at)) {
      this.at += ANY_WORD.length
      return [{ letters: WORD, goesOn: true }]
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
    if (sign[0] === '+') return gap ? piece : piece.map(({ letters }) => ({ letters, goesOn: false }))
    return unique([...piece.map(({ letters }) => ({ letters, goesOn: false })), ...NOTHING])
  }

  private piece(): readonly Opening[] | null {
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
  private letters(): readonly Opening[] {
    const start = this.at
    while (!this.done && !SPECIAL.has(this.source[this.at]!)) this.at++
    if (this.at - start > 1 && REPEATS.has(this.source[this.at] ?? '')) this.at--
    let letters = ''
    for (const letter of this.source.slice(start, Math.min(this.at, start + LONGEST))) {
      const plain = plainLetter(letter)
      if (plain !== ' ' || !letters.endsWith(' ')) letters += plain
    }
    return [{ letters, goesOn: this.at - start <= LONGEST }]
  }

  private group(): readonly Opening[] | null {
    const open = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(this.source.slice(this.at, this.at + 24))![0]
    this.at += open.length
    const inside = this.alternatives()
    if (inside === null || this.source[this.at] !== ')') return null
    this.at++
    // What looks ahead or behind takes up no letters.
    return /[=!]$/.test(open) ? NOTHING : inside
  }

  private set(): readonly Opening[] | null {
    const found = /^\[(\^?)((?:\\.|\\p\{\w+\}|[^\]\\])*)\]/.exec(this.source.slice(this.at))
    if (!found) return null
    this.at += found[0].length
    const [, not, inside] = found
    if (not) return ANYTHING
    if (/^\\s(?:["'(),]|-)*$/.test(inside!)) return [{ letters: ' ', goesOn: true }]
    if (/\\|.-./.test(inside!)) return ANYTHING
    return [...inside!].map((letter) => ({ letters: plainLetter(letter), goesOn: true }))
  }

  private escape(): readonly Opening[] | null {
    const found = /^\\(?:p\{\w+\}|.)/.exec(this.source.slice(this.at, this.at + 12))
    if (!found) return null
    this.at += found[0].length
    const sign = found[0]
    if (sign === '\\d') return [{ letters: '0', goesOn: true }]
    if (sign === '\\s') return [{ letters: ' ', goesOn: true }]
    if (sign === '\\b' || sign === '\\B') return NOTHING
    if (/^\\[a-zA-Z]/.test(sign)) return ANYTHING
    return [{ letters: plainLetter(sign[1]!), goesOn: true }]
  }
}

function joined(before: readonly Opening[], after: readonly Opening[]): readonly Opening[] {
  if (!before.some(({ goesOn }) => goesOn)) return before
  const stays = before.filter(({ goesOn }) => !goesOn)
  const grows = before.filter(({ goesOn }) => goesOn)
  if (grows.length * after.length > MOST) return before.map(({ letters }) => ({ letters, goesOn: false }))
  return unique([...stays, ...grows.flatMap((one) => after.map((next) => lengthened(one, next)))])
}

function lengthened({ letters }: Opening, next: Opening): Opening {
  const rest = letters.endsWith(' ') && next.letters.startsWith(' ') ? next.letters.slice(1) : next.letters
  const word = next.letters.startsWith(WORD) || next.letters.startsWith(NOT)
  if (word && letters !== '' && !(letters.endsWith(' ') && next.letters.startsWith(WORD)))
    return { letters, goesOn: false }
  if (letters.endsWith(WORD) && rest !== '' && !rest.startsWith(' ')) return { letters, goesOn: false }
  const whole = letters + rest
  return whole.length > LONGEST
    ? { letters: whole.slice(0, LONGEST), goesOn: false }
    : { letters: whole, goesOn: next.goesOn }
}

function unique(openings: readonly Opening[]): readonly Opening[] {
  return [...new Map(openings.map((one) => [`${one.letters}\n${one.goesOn}`, one])).values()]
}
