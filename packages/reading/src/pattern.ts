// The small notation in which lexicons write phrases, turned into regular expressions over folded text.

/** Named groups of words that patterns share: `{truce}` stands for any of its alternatives. */
export type Vocabulary = Readonly<Record<string, string>>

const SPACE = `[\\s"'(),-]+`
const INSIDE_NAME = `[\\s"'-]+`
/** A stretch inside one clause, from a mark or space to another. */
export const GAP = `[^;\\p{L}\\p{N}](?:[^;]{0,70}?[^;\\p{L}\\p{N}])?`

/**
 * A phrase as a regular expression, flags `uy`, matching whole words of folded text where it is set. `{name}` is a vocabulary group,
 * ` .. ` a gap inside the clause, `word*` a word with any ending, `#` a number in figures; a space also matches
 * quotes and commas, a hyphen also matches nothing or a space, `n't` any verb so shortened. Groups and `|` and `?` are those of regular expressions.
 */
export function phrase(source: string, vocabulary: Vocabulary): RegExp {
  return wholeWords(expand(source, vocabulary))
}

function wholeWords(expanded: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${expanded})(?![\\p{L}\\p{N}])`, 'uy')
}

/** The same for a name, which never runs on across a comma or a bracket: "the opposition, the army" are two. */
export function nameSaid(source: string, vocabulary: Vocabulary): RegExp {
  return wholeWords(expand(source, vocabulary).replaceAll(SPACE, INSIDE_NAME))
}

/** Any of several phrases. */
export function anyOf(sources: readonly string[], vocabulary: Vocabulary): RegExp {
  return phrase(sources.map((source) => `(${source})`).join('|'), vocabulary)
}

function expand(source: string, vocabulary: Vocabulary, depth = 0): string {
  if (depth > 5) throw new Error(`the vocabulary of \`${source}\` refers to itself`)
  return source
    .split(/(\[[^\]]*\])/)
    .map((piece) => (piece.startsWith('[') ? piece : expandPlain(piece)))
    .join('')
    .replace(/\{([a-z_]+)\}/g, (_, name: string) => {
      const group = vocabulary[name]
      if (group === undefined) throw new Error(`no vocabulary is called \`${name}\``)
      return `(?:${expand(group, vocabulary, depth + 1)})`
    })
}

function expandPlain(piece: string): string {
  return piece
    .replace(/\((?!\?)/g, '(?:')
    .replace(/ \.\. /g, '\ue001')
    .replace(/ /g, '\ue002')
    .replace(/-/g, '[\\s-]?')
    .replace(/(?<=[a-z])\*/g, '\\p{L}*')
    .replace(/#/g, '\\d[\\d,.]*')
    .replace(/n't/g, "\\p{L}*n't")
    .replace(/\ue001/g, GAP)
    .replace(/\ue002/g, SPACE)
}

/** V8 compiles an expression for good at once where it is tried on a text of so many units. */
const LONG = 1000

const ready = new WeakSet<RegExp>()

/**
 * A searching or sticky expression, compiled for texts like this one. Tried on short texts it would be compiled twice, first to be
 * interpreted; with phrases as long as ours that is a sixth of what it takes to read a folder.
 */
export function readyFor(said: string, expression: RegExp): RegExp {
  if (ready.has(expression)) return expression
  ready.add(expression)
  const text = said.padEnd(LONG)
  expression.lastIndex = text.length
  expression.test(text)
  return expression
}

/** The matches of a global expression. Unlike `matchAll` it makes no copy of the expression at every call. */
export function everyMatch(expression: RegExp, said: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  readyFor(said, expression).lastIndex = 0
  for (let one = expression.exec(said); one; one = expression.exec(said)) {
    found.push(one)
    if (one[0] === '') expression.lastIndex++
  }
  return found
}

const searching = new WeakMap<RegExp, RegExp>()

/** What a phrase is searched with from where it is set on. Few phrases are ever looked for so: to compile them twice costs more than to read with them. */
export function searchingFor(expression: RegExp): RegExp {
  if (!expression.sticky) return expression
  const known = searching.get(expression) ?? new RegExp(expression.source, 'gu')
  searching.set(expression, known)
  return known
}
