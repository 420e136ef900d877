// Names and words such as people put into a clause, and some that they had better not.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'

const RESERVED = new Set(
  'and any by count each everyone from in jointly not of on or reset term to within while'.split(' '),
)

/** A name that a clause may bear. */
export const anyName: Arbitrary<string> = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,11}$/)
  .filter((name) => !RESERVED.has(name))

const LETTERS = [
  ...`abcdefghijklmnopqrstuvwxyzABCXYZ0123456789éüñءبتنЖяΩ漢🕊`,
  ...`()<>=;+"'#*_[]-.!?/\\|{}~@:&%$^`,
  '`',
]

/** White space folded, never empty; any sign but a comma may stand in it. */
export const anyWords: Arbitrary<string> = fc
  .array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '))
