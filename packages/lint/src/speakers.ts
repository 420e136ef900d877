// Who may say that something is so: whose word an account takes, who speaks for a side, who watches.
import { isKind, type AnyClause, type Clause, type Ref } from '@trucekeeper/agreement'
import type { Subject } from './subject.ts'

type Actor = Clause<'party'> | Clause<'guarantor'> | Clause<'body'>

export interface Speakers {
  /** By name; an account may bear the same one. */
  readonly actor: (id: string) => Actor | null
  /** Ids whose word counts for a clause that is decided by this account, or by that of the agreement; null for everyone. */
  readonly trusted: (account: Ref | undefined) => ReadonlySet<string> | null
  /** These and all who speak for them: who stands under them, and who answers for them and for nobody else. */
  readonly sideOf: (ids: readonly string[]) => ReadonlySet<string>
  /** Ids of those whose role is to watch, to mediate or to guarantee; bodies first. */
  readonly watching: readonly string[]
}

const WATCHING = new Set(['monitor', 'mediator', 'guarantor', 'co_chair'])

export function speakersOf(subject: Subject): Speakers {
  const actors: readonly Actor[] = [...subject.of('body'), ...subject.of('guarantor'), ...subject.of('party')]
  const under = Map.groupBy(actors, ({ fields }) => fields['answered-by']?.id)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const accounts = new Map(subject.of('account').map((account) => [account.id, account]))
  const [head] = subject.of('agreement')
  const monitors = actors.filter((actor) => isKind(actor, 'body') && roleOf(actor) === 'monitor').map(({ id }) => id)
  return {
    actor: (id) => byId.get(id) ?? null,
    trusted(account) {
      const id = (account ?? head?.fields['decided-by'])?.id
      const own = id === undefined ? undefined : accounts.get(id)
      if (own) return own.fields.trusts.kind === 'everyone' ? null : new Set(own.fields.trusts.who.map((ref) => ref.id))
      if (id === 'monitors') return new Set(monitors)
      const speaker = id === undefined ? undefined : byId.get(id)
      return speaker && !isKind(speaker as AnyClause, 'body') ? new Set([speaker.id]) : null
    },
    sideOf(ids) {
      const side = new Set(ids)
      for (const id of side) for (const one of under.get(id) ?? []) side.add(one.id)
      for (const id of side) {
        const guarantor = byId.get(id)?.fields['answered-by']?.id
        if (guarantor !== undefined && (under.get(guarantor) ?? []).every((one) => side.has(one.id)))
          side.add(guarantor)
      }
      return side
    },
    watching: actors.filter((actor) => WATCHING.has(roleOf(actor))).map(({ id }) => id),
  }
}

function roleOf(actor: Actor): string {
  return actor.fields.role ?? (isKind(actor, 'body') ? 'monitor' : actor.kind)
}
