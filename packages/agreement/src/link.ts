// Checks that every name a clause uses is declared, as the kind of thing it is used as.
import { didYouMean, type Diagnostic } from '@trucekeeper/diagnostics'
import type { AgreementText, AnyClause } from './ast.ts'
import { standardAccountIds } from './accounts.ts'
import { diagnostic, withArticle, type DiagnosticCode, type Place } from './diagnostic-codes.ts'
import { ROLES, usesOf } from './uses.ts'

/** Names used and not declared, names declared twice, and names said to stand in an article where they do not. */
export function linkDiagnostics({ clauses, file, unsound }: AgreementText): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const declared = new Map<string, AnyClause>()
  const say = (code: DiagnosticCode, place: Place, message: string, help: string, also?: AnyClause) => {
    const second = also && { range: also.at, heading: also.heading }
    diagnostics.push(diagnostic(code, file, place, message, help, second))
  }
  // An account may bear the name of the one whose word it is, and a lint is accepted under the lint's own name.
  const accounts = new Map<string, AnyClause>()
  for (const clause of clauses) {
    if (clause.kind === 'accept') continue
    const names = clause.kind === 'account' ? accounts : declared
    const first = names.get(clause.id)
    if (!first) names.set(clause.id, clause)
    else {
      const place = { range: clause.at, heading: clause.heading }
      say('name-twice', place, `\`${clause.id}\` is declared twice`, 'give one of them another name', first)
    }
  }
  const standard = new Set(standardAccountIds(clauses))
  const unread = new Set(unsound.map(({ id }) => id))
  for (const clause of clauses) {
    for (const { ref, as } of usesOf(clause)) {
      const names = as === 'account' ? accounts : declared
      if (as === 'account' && standard.has(ref.id)) continue
      const place = { range: ref.at, heading: clause.heading }
      const target = names.get(ref.id) ?? instanceOf(ref.id, declared)
      if (!target && unread.has(ref.id.split('.')[0]!)) continue
      const fits = ({ kind }: { kind: string }) => (ROLES[as] as readonly string[]).includes(kind)
      if (!target || !fits(target)) {
        const known = [...names.values(), ...unsound].filter(fits).map(({ id }) => id)
        const meant = didYouMean(ref.id, known)
        const message = target
          ? `\`${ref.id}\` is ${withArticle(target.kind)}, and ${withArticle(as)} is needed here`
          : `no ${as} \`${ref.id}\` is declared in this agreement`
        const list = known.map((id) => `\`${id}\``).join(', ')
        const declare = `declare one, such as \`${ROLES[as][0]} ${target ? 'NAME' : ref.id}\``
        const help = `${meant ? `did you mean \`${meant}\`? ` : ''}${list ? `declared: ${list}` : declare}`
        say(target ? 'wrong-kind' : `undefined-${as}`, place, message, help, target)
        continue
      }
      const stands = articleOf(target)
      if (ref.article !== null && ref.article !== stands) {
        say(
          'article-mismatch',
          place,
          `\`${ref.id}\` does not stand in article \`${ref.article}\`${stands ? ` but in \`${stands}\`` : ''}`,
          stands ? `write \`${stands} ${ref.id}\`, or leave the number out` : 'leave the number out',
          target,
        )
      }
    }
  }
  return diagnostics
}

/** `cessation.government` names the part of `cessation` that binds `government`. */
function instanceOf(id: string, declared: ReadonlyMap<string, AnyClause>): AnyClause | undefined {
  const dot = id.indexOf('.')
  if (dot === -1) return undefined
  const base = declared.get(id.slice(0, dot))
  if (base?.kind !== 'ban' && base?.kind !== 'duty') return undefined
  const bound = base.fields.on
  return bound.how === 'each' && bound.who.some((ref) => ref.id === id.slice(dot + 1)) ? base : undefined
}

/** The number of the article a clause stands in: `2.4` of the heading "2.4 First convoy". */
export function articleOf({ heading }: Pick<AnyClause, 'heading'>): string | null {
  return /^(\d+(?:\.\d+)*)\b/.exec(heading.at(-1) ?? '')?.[1] ?? null
}
