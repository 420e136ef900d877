// The text in one case and with plain quotes and dashes, every character where it was, so that offsets agree.

const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r]/g, ' '],
]

/** Lower-case text of the same length in UTF-16 units; a letter whose lower case is longer stays as it is. */
export function fold(text: string): string {
  let folded = text.toLowerCase()
  // Some letters grow when folded (U+0130), which would shift every offset after them.
  if (folded.length !== text.length) folded = text.replace(/[^\n]/g, sameLengthLower)
  for (const [from, to] of SAME) folded = folded.replace(from, to)
  return folded
}

function sameLengthLower(letter: string): string {
  const small = letter.toLowerCase()
  return small.length === letter.length ? small : letter
}
