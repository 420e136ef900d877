// Two versions of a text as one: what stayed, what was taken out and what was put in, word by word.

export interface RedlinePiece {
  readonly kind: 'same' | 'deleted' | 'added'
  /** With the blank before each word; a blank line between paragraphs. */
  readonly text: string
}

/** Differences beyond which two texts are no longer told apart word by word: one takes the other's place. */
const MOST_DIFFERENCES = 1000

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** Dates, times, numbers and words stay whole; every other sign stands alone. */
const TOKEN = new RegExp(
  `[ ]?(?:\\d{1,2} (?:${MONTHS})(?: \\d{4})?|\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+(?:Z|[+-]\\d{2}:\\d{2})?)?|\\d+(?:[.,:/]\\d+)*|[\\p{L}\\p{N}\\p{M}]+(?:[-'’][\\p{L}\\p{N}\\p{M}]+)*|[^\\s])|\\n\\n`,
  'gu',
)

/** White space is folded; `same` and `deleted` pieces give the old text, `same` and `added` pieces the new one. */
export function redline(old: string, now: string): readonly RedlinePiece[] {
  const [before, after] = [tokensOf(old), tokensOf(now)]
  let start = 0
  while (start < before.length && before[start] === after[start] && start < after.length) start += 1
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const middle = differences(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return joined([
    ...before.slice(0, start).map((text): RedlinePiece => ({ kind: 'same', text })),
    ...middle,
    ...before.slice(before.length - end).map((text): RedlinePiece => ({ kind: 'same', text })),
  ])
}

/** The text as the pieces of a redline give it, one blank between words. */
export function foldedProse(text: string): string {
  return text
    .trim()
    .split(/\r?\n[ \t]*\r?\n\s*/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .join('\n\n')
}

function tokensOf(text: string): readonly string[] {
  return foldedProse(text).match(TOKEN) ?? []
}

/** The shortest way from one list to the other (Myers, An O(ND) difference algorithm, 1986). */
function differences(old: readonly string[], now: readonly string[]): readonly RedlinePiece[] {
  const replaced: RedlinePiece[] = [
    ...old.map((text): RedlinePiece => ({ kind: 'deleted', text })),
    ...now.map((text): RedlinePiece => ({ kind: 'added', text })),
  ]
  if (old.length === 0 || now.length === 0) return replaced
  const most = Math.min(old.length + now.length, MOST_DIFFERENCES)
  const farthest = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let count = 0; count <= most; count += 1) {
    trace.push(new Map(farthest))
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = stepFrom(farthest, diagonal, count)
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1
      farthest.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return wayBack(trace, old, now)
    }
  }
  return replaced
}

/** Where a path of one more difference begins on a diagonal: after a deletion or an insertion, whichever got farther. */
function stepFrom(farthest: ReadonlyMap<number, number>, diagonal: number, count: number): number {
  const [below, above] = [farthest.get(diagonal - 1) ?? -1, farthest.get(diagonal + 1) ?? -1]
  return diagonal === -count || (diagonal !== count && below < above) ? above : below + 1
}

function wayBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  now: readonly string[],
): RedlinePiece[] {
  const pieces: RedlinePiece[] = []
  let [x, y] = [old.length, now.length]
  for (let count = trace.length - 1; count >= 0; count -= 1) {
    const farthest = trace[count]!
    const diagonal = x - y
    const [below, above] = [farthest.get(diagonal - 1) ?? -1, farthest.get(diagonal + 1) ?? -1]
    const inserted = diagonal === -count || (diagonal !== count && below < above)
    const fromX = count === 0 ? 0 : inserted ? above : below
    const fromY = count === 0 ? 0 : fromX - (inserted ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY && x > 0 && y > 0 && old[x - 1] === now[y - 1]) {
      pieces.push({ kind: 'same', text: old[x - 1]! })
      x -= 1
      y -= 1
    }
    if (count === 0) break
    if (inserted) pieces.push({ kind: 'added', text: now[y - 1]! })
    else pieces.push({ kind: 'deleted', text: old[x - 1]! })
    ;[x, y] = [fromX, fromY]
  }
  return pieces.toReversed()
}

/** Neighbours of one kind as one piece, what was taken out before what was put in. */
function joined(pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const whole: RedlinePiece[] = []
  let [deleted, added, same] = ['', '', '']
  const flush = () => {
    if (deleted !== '') whole.push({ kind: 'deleted', text: deleted })
    if (added !== '') whole.push({ kind: 'added', text: added })
    ;[deleted, added] = ['', '']
  }
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      flush()
      same += text
      continue
    }
    if (same !== '') whole.push({ kind: 'same', text: same })
    same = ''
    if (kind === 'deleted') deleted += text
    else added += text
  }
  flush()
  return same === '' ? whole : [...whole, { kind: 'same', text: same }]
}
