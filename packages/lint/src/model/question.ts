// What can be asked of the runs of an agreement, and whether a state answers it.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import { accountOf } from './cone.ts'
import type { State } from './world.ts'

/**
 * open: a gate is open; open-again: it is, after it was and was not; met: a duty is done, or a ban kept; owed: a duty has
 * fallen due; usable: what a power asks for first is so.
 */
export interface Question {
  readonly is: 'open' | 'open-again' | 'met' | 'owed' | 'usable'
  readonly clause: string
}

export function answers(agreement: Agreement, { is, clause: id }: Question, state: State): boolean {
  const asked = agreement.ruled.filter(
    (clause) => clause.id === id || ((clause.kind === 'duty' || clause.kind === 'ban') && clause.base === id),
  )
  return asked.length > 0 && asked.every((clause) => isSo(agreement, is, clause, state))
}

function isSo(agreement: Agreement, is: Question['is'], clause: Ruled, state: State): boolean {
  switch (is) {
    case 'open':
      return state.stands(clause.id, accountOf(agreement, clause)).standing === 'in_force'
    case 'open-again':
      return state.openings.get(clause.id) === 2
    case 'met':
      return state.stands(clause.id, accountOf(agreement, clause)).verdict === 'met'
    case 'owed':
      return state.fell.has(clause.id) || state.isOwed(clause.id)
    case 'usable':
      return clause.kind === 'power' && state.isUsable(clause)
  }
}
