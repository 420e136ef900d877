// Which cases a reader is shown, in which order: those with somebody late first, then those due next, closed ones last.
import type { CasesAnswer } from '@trucekeeper/api'
import type { CasesSearch } from './search.ts'

type Case = CasesAnswer['cases'][number]

export function listed(cases: readonly Case[], { clause, show = 'all' }: CasesSearch): readonly Case[] {
  return cases
    .filter((one) => clause === undefined || one.clause === clause || one.clause.startsWith(`${clause}.`))
    .filter((one) => {
      if (show === 'late') return one.late.length > 0
      if (show === 'closed') return one.closed !== null
      return show === 'all' || one.closed === null
    })
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || dueOf(a) - dueOf(b))
}

function urgencyOf({ late, closed }: Case): number {
  if (closed !== null) return 2
  return late.length > 0 ? 0 : 1
}

function dueOf({ late, next }: Case): number {
  const due = late[0]?.due ?? next?.due ?? null
  return due === null ? Infinity : Date.parse(due)
}
