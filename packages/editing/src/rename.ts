// Renames what a clause declares, everywhere it is spoken of, or says why not.
import { isKind, parseAgreement, standardAccountIds, type AnyClause } from '@trucekeeper/agreement'
import type { AgreementDocument } from './document.ts'
import type { TextEdit } from './edit.ts'
import { mentionAt, mentionsIn, mentionsOf } from './names.ts'

export type Renamed =
  | { readonly edits: readonly TextEdit[] }
  | {
      /** Why not, in a sentence. */
      readonly refused: string
      /** What to do. */
      readonly help: string
    }

/** The edits that give the name at an offset another. Tables and scenarios beside the agreement are not touched. */
export function renameAt(document: AgreementDocument, offset: number, to: string): Renamed {
  const mention = mentionAt(document, offset)
  if (!mention) return refused('no name of this agreement stands here', 'put the cursor into the name of a clause')
  const { target, id } = mention
  if (!target) {
    const isStandard = standardAccountIds(document.text.clauses).includes(id)
    const why = isStandard ? `\`${id}\` is an account that every agreement has` : `nothing here declares \`${id}\``
    return refused(why, isStandard ? 'declare an account of your own' : 'declare it first, then rename it')
  }
  const bad = nameProblem(to)
  if (bad) return bad
  const clash = clashOf(document, target, to)
  if (clash) return clash
  const edits = mentionsOf(document, target).map(({ range }) => ({ range, text: to }))
  return { edits: to === target.id ? [] : edits }
}

/** The language's own word on a name: the first line of a clause that bears it. */
function nameProblem(to: string): Renamed | null {
  const help =
    'a name begins with a letter and holds letters, digits, hyphens and underscores only, such as `first-convoy`'
  if (!/^[^\s"]+$/.test(to)) return refused(`\`${to}\` is no name for a clause`, help)
  const { diagnostics } = parseAgreement(`\`\`\`truce\nparty ${to}\n  name         N\n\`\`\`\n`, 'name')
  const bad = diagnostics.find(({ code }) => code === 'bad-name')
  return bad ? refused(bad.message, bad.help) : null
}

function clashOf(document: AgreementDocument, target: AnyClause, to: string): Renamed | null {
  const { clauses, unsound } = document.text
  if (to === target.id) return null
  const isAccount = target.kind === 'account'
  const others = clauses.filter((clause) => clause.kind !== 'accept' && isKind(clause, 'account') === isAccount)
  const halfWritten = unsound.some(({ kind, id }) => id === to && (kind === 'account') === isAccount)
  if (halfWritten || others.some(({ id }) => id === to))
    return refused(`\`${to}\` is declared in this agreement already`, 'choose another name, or rename that one first')
  // An account takes the place of a standard one of its name, so what relied on the one would come to rely on the other.
  const reliesOn = (id: string) => mentionsIn(document).some((use) => use.as === 'account' && use.id === id)
  const ownWord = mentionsOf(document, target).some(({ as }) => as === 'account') && !isAccount
  const standard = standardAccountIds(clauses).includes(to)
  if (
    isAccount
      ? standard && reliesOn(to)
      : ownWord && (standard || clauses.some((c) => c.kind === 'account' && c.id === to))
  )
    return refused(`\`${to}\` is the name of another account that clauses rely on`, 'choose another name')
  return null
}

function refused(why: string, help: string): Renamed {
  return { refused: why, help }
}
