// What two publishers published, held against each other: what each leaves out, and where what both show differs.
import { compareAgreements, parseAgreement, type AgreementText } from '@trucekeeper/agreement'
import { sectionsOf, type TextSection } from '@trucekeeper/centre'
import { utf8Of } from '@trucekeeper/workspace'
import { bytesAt } from '../arguments.ts'
import { changesJson, comparisonText } from '../show/comparison.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

/** Where a version published with a proof tells that something is withheld. */
const WITHHELD = /^\*\[…\]\* `sha256:[0-9a-f]{64}`\n{0,2}/gm

export async function comparePublications(
  io: Terminal,
  one: string,
  other: string,
  { json }: { readonly json?: true },
): Promise<void> {
  const [a, b] = [await textAt(one), await textAt(other)]
  const [first, second] = [sectionsOf(a.replaceAll(WITHHELD, '')), sectionsOf(b.replaceAll(WITHHELD, ''))]
  const [ofOne, ofOther] = [missingFrom(second, first), missingFrom(first, second)]
  const changes = compareAgreements(shared(one, first, second), shared(other, second, first))
  const is = a === b ? 'same' : changes.severity === 'none' ? 'left_out' : 'differs'
  if (json) printJson(io, { is, only_one: ofOne, only_other: ofOther, changes: changesJson(changes.changes) })
  else if (is === 'same') io.print('the same bytes')
  else {
    if (ofOne.length > 0) io.print(`only in ${one}: ${ofOne.join(', ')}`)
    if (ofOther.length > 0) io.print(`only in ${other}: ${ofOther.join(', ')}`)
    io.print(is === 'left_out' ? 'what both show reads the same' : comparisonText(io, changes))
  }
  if (is === 'differs') throw new Stop('', '', NO)
}

async function textAt(path: string): Promise<string> {
  const text = utf8Of(await bytesAt(path))
  if (text === null) throw new Stop(`\`${path}\` is not UTF-8 text`, 'name a version as it was published', NO)
  return text
}

const namesOf = ({ isHeading, heading, clauses }: TextSection) => (isHeading ? [heading.at(-1) ?? ''] : clauses)

function missingFrom(there: readonly TextSection[], here: readonly TextSection[]): readonly string[] {
  const known = new Set(there.flatMap(namesOf))
  return here.flatMap(namesOf).filter((name) => !known.has(name))
}

/** What the other has as well, for only that can differ. */
function shared(file: string, here: readonly TextSection[], there: readonly TextSection[]): AgreementText {
  const known = new Set(there.flatMap(namesOf))
  const both = here.filter((section) => namesOf(section).every((name) => known.has(name)))
  return parseAgreement(both.map(({ text }) => text).join(''), file).text
}
