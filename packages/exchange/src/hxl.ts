// HXL 1.1: hashtags that say what a column holds, whatever its heading and its language.

/** The core hashtags of HXL 1.1 (hxlstandard.org/standard/1-1final/dictionary). */
export const CORE_HASHTAGS: ReadonlySet<string> = new Set(
  `access activity adm1 adm2 adm3 adm4 adm5 affected beneficiary capacity cause channel contact country crisis currency
  date delivery description event frequency geo group impact indicator inneed item loc meta modality need operations org
  output population reached region respondee sector service severity status subsector targeted value`.split(/\s+/),
)

const TAG = /^\s*#([a-z]\w*)((?:\s*\+\s*[a-z]\w*)*)\s*$/i

/** A tag in one spelling (lower case, attributes sorted, each once), or null where it is none. */
export function hxlTag(text: string): string | null {
  const found = TAG.exec(text)
  if (!found) return null
  const attributes = found[2]!
    .toLowerCase()
    .split('+')
    .map((one) => one.trim())
  const once = [...new Set(attributes.filter((one) => one !== ''))].toSorted()
  return [`#${found[1]!.toLowerCase()}`, ...once].join('+')
}

/** Where the row of tags may stand, by the standard. */
export const ROWS_SEARCHED = 25

/** Whether a row is meant to be one of tags: some cell is a tag, and no cell holds anything else than one. */
export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => cell.trim().startsWith('#')) && filled.some((cell) => hxlTag(cell))
}
