// A gazetteer of an agreement: names, other spellings and P-codes of its places, from a table that anyone can edit.
import { transliterationKey } from './transliteration.ts'

export interface GazetteerPlace {
  readonly name: string
  readonly aliases: readonly string[]
  /** Unique within one version of the boundary set; null where the table gives none. */
  readonly pcode: string | null
}

export interface Gazetteer {
  readonly places: readonly GazetteerPlace[]
  /** Lines that could not be used, one sentence each. */
  readonly faults: readonly string[]
}

const HEADER = /^name\s*,\s*pcode\s*,\s*aliases\s*$/i

/**
 * Reads a table of three columns, `name,pcode,aliases`, aliases parted by `|`; lines that begin with `#` are remarks.
 * The places go to `readReport` as they are: `readReport(text, meta, { places })`.
 */
export function parseGazetteer(table: string): Gazetteer {
  const places: GazetteerPlace[] = []
  const faults: string[] = []
  const codes = new Map<string, string>()
  for (const [index, line] of table.split(/\r?\n/).entries()) {
    const said = line.trim()
    if (said === '' || said.startsWith('#') || HEADER.test(said)) continue
    const [name = '', pcode = '', ...aliases] = said.split(',').map((cell) => cell.trim())
    if (name === '') {
      faults.push(`line ${index + 1} has no name`)
      continue
    }
    const other = codes.get(pcode)
    if (pcode !== '' && other !== undefined)
      faults.push(`line ${index + 1} gives \`${pcode}\` to \`${name}\` though \`${other}\` has it`)
    else {
      if (pcode !== '') codes.set(pcode, name)
      const names = aliases
        .join(',')
        .split('|')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== '')
      places.push({ name, aliases: names, pcode: pcode === '' ? null : pcode })
    }
  }
  return { places, faults }
}

/** The P-code of a place as a claim names it, in any spelling; null where it is unknown or two places share the spelling. */
export function pcodeOf({ places }: Pick<Gazetteer, 'places'>, name: string): string | null {
  const exact = places.filter((place) =>
    [place.name, ...place.aliases].some((one) => one.toLowerCase() === name.toLowerCase()),
  )
  if (exact.length === 1) return exact[0]!.pcode
  const key = transliterationKey(name)
  const near = places.filter((place) => [place.name, ...place.aliases].some((one) => transliterationKey(one) === key))
  return near.length === 1 ? near[0]!.pcode : null
}
