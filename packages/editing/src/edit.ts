// Changes to a text as an editor makes them: stretches and what takes their place.
import type { Range } from '@trucekeeper/diagnostics'

export interface TextEdit {
  readonly range: Range
  readonly text: string
}

/** The text with all edits made; they must not overlap. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce(
      (text, { range, text: next }) => text.slice(0, range.start.offset) + next + text.slice(range.end.offset),
      source,
    )
}
