// The text as an audience is shown it, and where in it stands what is shown.
import type { SectionShown } from './shown.ts'

/** What stands for hidden words, however many they are: as many of it as of them would tell how many. */
export const HIDDEN_WORDS = '█'.repeat(5)

export interface TextShown {
  readonly text: string
  /** Where that stands which stands at an offset of the whole text, as the parser counts them; of what is hidden, where it would. */
  at(offset: number): number
}

interface Piece {
  /** Offsets of the whole text, and of the text as it is shown. */
  readonly from: number
  readonly shownFrom: number
  readonly isShown: boolean
}

/**
 * Passages that are hidden one after the other are one black bar, and are not there at all where not even that is told. So are
 * their names in the clauses that stay. `sections`: all of the text, in its order.
 */
export function textShown(sections: readonly SectionShown[]): TextShown {
  const hidden = sections.flatMap(({ way, clauses }) => (way === 'shown' ? [] : clauses.map((id) => ({ id, way }))))
  const pieces: Piece[] = []
  let [from, text] = [0, '']
  const put = (whole: string, shown: string) => {
    pieces.push({ from, shownFrom: text.length, isShown: whole === shown })
    from += whole.length
    text += shown
  }
  let isAfterBar = false
  for (const { way, text: whole, clauses } of sections) {
    if (way === 'shown')
      for (const [part, shown] of namesCovered(whole, clauses.length === 0 ? [] : hidden)) put(part, shown)
    else put(whole, way === 'told' && !isAfterBar ? `${HIDDEN_WORDS}\n\n` : '')
    if (way !== 'silent') isAfterBar = way === 'told'
  }
  // A mark of byte order is not counted.
  const [mark, shownMark] = [sections[0]?.text ?? '', text].map((start) => (start.startsWith('\ufeff') ? 1 : 0))
  return {
    text,
    at(offset) {
      const piece = pieces.findLast((one) => one.from <= offset + mark!)
      if (!piece) return offset
      return piece.shownFrom + (piece.isShown ? offset + mark! - piece.from : 0) - shownMark!
    },
  }
}

/** In the clauses alone: in prose a name may be any word. Its article goes with it. */
function namesCovered(
  text: string,
  hidden: readonly { readonly id: string; readonly way: 'told' | 'silent' }[],
): readonly (readonly [whole: string, shown: string])[] {
  const ways = new Map(hidden.map(({ id, way }) => [id, way]))
  if (ways.size === 0) return [[text, text]]
  const ids = [...ways.keys()].toSorted((a, b) => b.length - a.length).map((id) => RegExp.escape(id))
  const name = new RegExp(`(?:(?<![\\w.-])\\d+(?:\\.\\d+)*\\s+)?(?<![\\w-])(${ids.join('|')})(?![\\w-])`, 'g')
  const parts: [string, string][] = []
  let from = text.indexOf('\n', text.search(/^ {0,3}(?:`{3,}|~{3,})/m))
  if (from > 0) parts.push([text.slice(0, from), text.slice(0, from)])
  name.lastIndex = Math.max(0, from)
  for (let found = name.exec(text); found; found = name.exec(text)) {
    const before = text.slice(Math.max(0, from), found.index)
    parts.push([before, before], [found[0], ways.get(found[1]!) === 'told' ? HIDDEN_WORDS : ''])
    from = name.lastIndex
  }
  const rest = text.slice(Math.max(0, from))
  return [...parts, [rest, rest]]
}
