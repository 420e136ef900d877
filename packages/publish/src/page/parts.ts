// Parts of which every section of a page is made.
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { plain } from './say.ts'

export const paragraph = (line: Line): Block => ({ kind: 'paragraph', line })

/** Where there is nothing to list it says so: a section that is left out has been forgotten. */
export const list = (lines: readonly Line[], words: Words): Block =>
  lines.length === 0 ? paragraph([plain(words.none)]) : { kind: 'list', items: lines.map((line) => ({ line })) }

export function section(text: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'heading', level: 2, text }, ...blocks]
}
