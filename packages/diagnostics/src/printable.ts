// Words from elsewhere in forms that people read: without what would break a form, or speak to a terminal.

/**
 * Control characters but the tab and the ends of lines, and code points that are no characters: XML forbids most of them, even
 * escaped. And the two marks by which letters of any script are read backwards, the words after them too.
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202D\u202E\uFDD0-\uFDEF]|[\u{FFFE}\u{FFFF}]|\p{Cs}/gu

/** A space stands for each. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, ' ')
}

/** JSON that says the same and can be printed: the escapes stand for what they are. */
export function printableJson(json: string): string {
  return json.replaceAll(UNPRINTABLE, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
