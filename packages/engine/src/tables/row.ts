// Rows as evidence: whose word a row is by the names of the agreement, and how many independent sources some rows are.
import { fold, type AccountPolicy, type Cast, type CastMember } from '@trucekeeper/corroborate'

/** A row that an answer rests on. */
export interface Row {
  /** Its name in its table. */
  readonly name: string
  readonly stance: 'for' | 'against' | 'cannot_confirm' | 'undetermined'
  readonly source: string
  /** The document whose words it quotes; the table itself where it is made up for illustration. */
  readonly doc: string
  /** Null where it is made up for illustration: then it quotes nobody. */
  readonly quote: string | null
}

/** Whether an account takes the rows of a source: everybody's, or those of whom it trusts under any of their names. */
export function trusts({ trusts: those }: AccountPolicy, source: string, cast: Cast): boolean {
  return those === null || those.includes(memberOf(source, cast)?.id ?? '')
}

/** Camps, as for claims: a party and who answers for it are one source. What is made up is no source at all. */
export function independentRows(rows: readonly Pick<Row, 'source' | 'quote'>[], cast: Cast): number {
  const camps = rows.flatMap(({ source, quote }) => {
    if (quote === null) return []
    const member = memberOf(source, cast)
    if (!member) return [`source ${fold(source)}`]
    return [cast.members.find(({ id }) => id === member.answeredBy)?.id ?? member.id]
  })
  return new Set(camps).size
}

/** Tables write sources as ids are written, `syrian-army-command`; the agreement has the names that reports use. */
function memberOf(source: string, cast: Cast): CastMember | null {
  const own = cast.members.find(({ id }) => id === source)
  return own ?? cast.whole(source) ?? cast.whole(source.replaceAll(/[-_]+/g, ' '))
}
