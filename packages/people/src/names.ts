// Which names may be given: visible, of one script a word, not to be taken for another.
import { refused, type Refusal } from './result.ts'

const LONGEST = 120
/** Scripts whose letters look like one another's. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Why a name of a person or an organisation may not be given; null for one that may. */
export function nameRefusal(name: string): Refusal | null {
  const bad = (message: string, help: string) => refused('name', message, help).refusal
  if (name.trim() !== name || name === '') return bad('a name is needed, without space around it', 'write the name')
  if (name.length > LONGEST) return bad('the name is too long', `keep it to ${LONGEST} letters`)
  if (
    name !== name.normalize('NFKC') ||
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(name)
  )
    return bad('the name has signs that cannot be seen or that pass for others', 'write it with plain letters')
  if (!/\p{L}/u.test(name)) return bad('the name has no letter', 'write it with letters')
  const mixed = name.split(/[^\p{L}\p{M}]+/u).find((word) => ALIKE.filter((script) => script.test(word)).length > 1)
  if (mixed !== undefined)
    return bad(`\`${mixed}\` mixes letters of several scripts that look alike`, 'write each word in one script')
  return null
}

/** Two names with one key are taken for each other by readers: case, marks and doubled space do not tell them apart. */
export function nameKey(name: string): string {
  return [...name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim()]
    .map((letter) => LATIN_TWIN.get(letter) ?? letter)
    .join('')
}

/** Letters whose whole words can be read as Latin ones. */
const LATIN_TWIN = new Map(
  [...'аеорсухіјѕԁһԛԝѵοαρνικτυχ'].map((letter, at) => [letter, [...'aeopcyxijsdhqwvoapviktux'][at]!]),
)
