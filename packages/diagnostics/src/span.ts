// Places in a text file. Lines and columns count from 1; columns and offsets count UTF-16 units.

export interface Position {
  readonly offset: number
  readonly line: number
  readonly column: number
}

export interface Range {
  readonly start: Position
  /** The position just after the last character. */
  readonly end: Position
}

export interface Span {
  readonly file: string
  readonly range: Range
  /** The headings above the place, outermost first. */
  readonly heading: readonly string[]
  readonly label: string
}

/** The offset at which each line of a text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Line and column of an offset, given the text's line starts. */
export function position(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return { offset, line: low + 1, column: offset - starts[low]! + 1 }
}
