// What those who decide together have said of levels: decided once each of them has said the same.
import type { Agreement } from '@trucekeeper/agreement'
import type { DisclosureLevel, Minute, MinuteOf } from '@trucekeeper/claims'
import { isDoing } from '../record.ts'
import { isAbout, isLeftOut, keyOf, type Subject, type Thing } from './subjects.ts'

/** A level on which all who decide agree; `at` is when the last of them said so. */
export interface Decided {
  readonly minute: string
  readonly at: string
  readonly of: readonly string[]
  readonly subject: Subject
  readonly level: DisclosureLevel
  readonly embargo_until: string | null
  readonly told_of: boolean
  readonly reason: string
}

/** Said by some of those who decide, and waiting for the others. */
export interface Proposed extends Decided {
  readonly waits_for: readonly string[]
}

/** Who decides together what is shown of the text: those who chair, else the guarantors, else the parties. */
export function decidersOf({ actors }: Pick<Agreement, 'actors'>): readonly string[] {
  const among = [
    actors.filter(({ role }) => role === 'co_chair'),
    actors.filter(({ kind }) => kind === 'guarantor'),
    actors.filter(({ kind }) => kind === 'party'),
  ]
  return (among.find((some) => some.length > 0) ?? []).map(({ id }) => id)
}

/** One pen could write two names, so each may say it for itself: it holds when all have said the same. In order of holding. */
export function decisionsIn(
  agreement: Pick<Agreement, 'actors'>,
  minutes: readonly Minute[],
): { readonly decided: readonly Decided[]; readonly proposed: readonly Proposed[] } {
  const deciders = decidersOf(agreement)
  const decided: Decided[] = []
  const open = new Map<string, Proposed>()
  for (const minute of minutes) {
    if (!isDoing(minute, 'disclose')) continue
    const { subject, level, embargo_until, told_of } = minute
    const key = JSON.stringify([keyOf(subject), level, embargo_until, told_of])
    const said = [...new Set([...(open.get(key)?.of ?? []), ...minute.of])]
    const of = deciders.filter((id) => said.includes(id))
    const waits = deciders.filter((id) => !said.includes(id))
    const { id, at, reason } = minute
    const one: Decided = { minute: id, at, of, subject, level, embargo_until, told_of, reason }
    if (waits.length > 0) {
      open.set(key, { ...one, waits_for: waits })
      continue
    }
    // What else was proposed for the same before is answered by this.
    for (const [other, { subject: about }] of open) if (keyOf(about) === keyOf(subject)) open.delete(other)
    decided.push(one)
  }
  return { decided, proposed: [...open.values()] }
}

/** Those that decide about a thing, in order. */
export function decidedOf(decided: readonly Decided[], thing: Thing): readonly Decided[] {
  return decided.filter(({ subject }) => isAbout(subject, thing))
}

/** Versions in which those whom the agreement names have published it. Nobody makes it public by a leak, or by printing one. */
export function publishedIn(
  { actors }: Pick<Agreement, 'actors'>,
  minutes: readonly Minute[],
  thing: Thing,
): readonly MinuteOf<'publish-version'>[] {
  return minutes.filter(
    (minute): minute is MinuteOf<'publish-version'> =>
      isDoing(minute, 'publish-version') &&
      actors.some(({ id }) => id === minute.published_by) &&
      !isLeftOut(minute.withholds, thing),
  )
}
