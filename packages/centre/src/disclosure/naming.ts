// What minutes and acts name of a text that is not shown: whoever is told of them is told of it.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { clausesOf, isAbout, isArticle, type Thing } from './subjects.ts'

export interface Naming {
  readonly hidesNothing: boolean
  /** Whether a clause goes by this name, of which nothing is shown; by the one under which it was written too. */
  isHidden(name: string): boolean
  /** Whether a minute is about such a clause, or about an article of which it is a part. */
  isAboutHidden(minute: Minute): boolean
  /** Names of clauses and articles, without those of which nothing is shown. */
  shownOf(names: readonly string[]): readonly string[]
}

/** `hidden`: ids of clauses of these texts. */
export function namingOf(agreements: readonly Agreement[], hidden: ReadonlySet<string>): Naming {
  const clauses = agreements.flatMap(clausesOf)
  const closed: readonly Thing[] = clauses.filter(({ id }) => hidden.has(id))
  const open = clauses.filter(({ id }) => !hidden.has(id))
  const names = new Set(closed.flatMap(({ ids }) => ids))
  const isHidden = (name: string) => names.has(name)
  const isClosedHeading = (name: string) => {
    const under = (things: readonly Thing[]) =>
      things.some(({ heading }) => heading.some((one) => isArticle(one, name)))
    return under(closed) && !under(open)
  }
  return {
    hidesNothing: closed.length === 0,
    isHidden,
    isAboutHidden(minute) {
      if (minute.does === 'disclose') return closed.some((clause) => isAbout(minute.subject, clause))
      return 'clause' in minute && minute.clause !== null && isHidden(minute.clause)
    },
    shownOf: (all) => all.filter((name) => !isHidden(name) && !isClosedHeading(name)),
  }
}
