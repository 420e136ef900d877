// Characters that have no shape: shown where a name or a message has them, taken out where a text has them.
import type { Report } from './report.ts'

/** Controls, and those that turn the direction of what follows. */
const CONTROL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
/** All but tab and line feed; and what only says where a line may break. Joiners stay: Persian is spelt with them. */
const SHAPELESS =
  /(?![\t\n])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu
/** A shadow alphabet, seen by programs and by nobody else. Flags of regions are spelt with it, behind a black flag. */
const TAGS = /(?<!\u{1f3f4}[\u{e0000}-\u{e007f}]*)[\u{e0000}-\u{e007f}]+/gu

/** For messages: what would move a cursor or turn a line around stands as its number. */
export function printable(text: string): string {
  return text.replace(CONTROL, (found) => `\\u{${found.codePointAt(0)!.toString(16).padStart(4, '0')}}`)
}

/** The report without characters that have no shape; words spelt in them are hidden words. */
export function withoutShapeless(report: Report): Report {
  const words = (report.text.match(TAGS) ?? []).map((found) =>
    [...found].map((tag) => String.fromCodePoint(tag.codePointAt(0)! - 0xe0000)).join(''),
  )
  const hidden = words.map((text) => ({ text, how: 'in characters without a shape' }))
  return {
    ...report,
    text: report.text.replace(TAGS, '').replace(SHAPELESS, ''),
    hidden: [...report.hidden, ...hidden],
  }
}
