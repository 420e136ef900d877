// What a name has to stand for at a place of a field that may not be finished: the same as the linker asks of it once it is.
import type { Role } from '@trucekeeper/agreement'

/** By field, where every name in it stands for the same. */
const OF_FIELD: Readonly<Record<string, Role>> = {
  'answered-by': 'party',
  attest: 'party',
  certify: 'party',
  decides: 'party',
  'held-by': 'party',
  interprets: 'party',
  opens: 'party',
  redraw: 'party',
  reports: 'party',
  step: 'party',
  to: 'party',
  trusts: 'party',
  along: 'line',
  'decided-by': 'account',
  'designated-by': 'power',
  excepts: 'ban',
  extends: 'power',
  from: 'anchor',
  in: 'zone',
  of: 'open-term',
  'on-breach': 'consequence',
  over: 'clause',
  starts: 'anchor',
  survives: 'clause',
  together: 'duty',
  touches: 'open-term',
  toward: 'zone',
  wins: 'clause',
  within: 'zone',
}

/** Where one field name stands for different things in clauses of different kinds. */
const OF_KIND: Readonly<Record<string, Role>> = {
  'accept on': 'clause',
  'agreement by': 'party',
  'ban on': 'party',
  'duty by': 'anchor',
  'duty on': 'party',
  'reading by': 'party',
}

const OF_ATOM: Readonly<Record<string, Role>> = {
  met: 'clause',
  open: 'gate',
  'in-force': 'term',
  exercised: 'power',
  cleared: 'duty',
  count: 'measure',
  passed: 'anchor',
}

/** What the next name stands for, or null where the words before it call for none. */
export function roleAt(kind: string, field: string, before: string): Role | null {
  const words: string[] = [...(before.match(/"[^"]*"?|[()<>=,;+]|[^\s"()<>=,;+]+/g) ?? [])]
  // A name may be said to stand in an article: `met(2.4 first-convoy)`.
  if (/^\d+(\.\d+)*$/.test(words.at(-1) ?? '')) words.pop()
  const last = words.at(-1)
  switch (field) {
    case 'after':
    case 'when':
      return inCondition(words)
    case 'during':
      return words[0] === 'term' ? 'term' : last === 'from' || last === 'to' ? 'anchor' : null
    case 'effect':
      return words.length === 0 ? null : words[0] === 'designate' ? 'anchor' : 'clause'
    case 'clears':
      return last === 'of' ? 'line' : null
    case 'counts':
      return last === 'of' ? 'ban' : null
    default:
      return OF_KIND[`${kind} ${field}`] ?? OF_FIELD[field] ?? null
  }
}

/** The innermost atom that is open tells, and in some the word before the name. */
function inCondition(words: readonly string[]): Role | null {
  const open: string[] = []
  words.forEach((word, index) => {
    if (word === '(') open.push(words[index - 1] ?? '')
    if (word === ')') open.pop()
  })
  const atom = open.at(-1) ?? ''
  const last = words.at(-1)
  if (atom === 'held') return last === '(' ? 'measure' : last === 'on' ? 'power' : null
  if (atom === 'done') return last === 'by' ? 'party' : last === 'in' ? 'zone' : null
  return OF_ATOM[atom] ?? null
}
