// Answers a question from what counted when the period began, within the budget of the organisation that asks.
import type { Instant } from '@trucekeeper/time'
import type { Person } from './entries.ts'
import type { Known } from './known.ts'
import { DAY, dayBounds, periodOf, type Period, type Policy } from './policy.ts'
import type { Question } from './question.ts'
import { refused, type Refusal } from './refusal.ts'
import { countsOfMovements, countsOfSites, toldOf, type Counts, type Told } from './regions.ts'

export const ANSWERS = ['protected objects present', 'humanitarian movement expected', 'none known'] as const
export type Answer = (typeof ANSWERS)[number]

/** `within`: the cell the word is about, where it is a larger one than was asked about; `''` is the whole earth. */
export interface CellAnswer {
  readonly cell: string
  readonly answers: readonly { readonly answer: Answer; readonly within: string }[]
}

/** How many new cells an organisation may still ask about; those of this period that it asked about cost nothing again. */
export interface Budget {
  readonly at_once: number
  readonly left_today: number
  readonly left_this_year: number
  readonly paid: readonly string[]
}

export function budgetOf(known: Known, who: Person, at: Instant, policy: Policy): Budget {
  const paid = [...(known.spent.get(who.organisation)?.values() ?? [])]
  const within = (days: number) => paid.filter((when) => at - when < days * DAY).length
  return {
    at_once: policy.cells_at_once,
    left_today: Math.max(0, policy.cells_per_day - within(1)),
    left_this_year: Math.max(0, policy.cells_per_year - within(365)),
    paid: known.paidIn(who.organisation, at),
  }
}

/** The refusal of a question for which the budget does not reach; null where it does. Nothing is answered in part. */
export function overBudget(known: Known, who: Person, question: Question, at: Instant, policy: Policy): Refusal | null {
  const more = known.newCells(who.organisation, question.cells, at).length
  const { left_today, left_this_year } = budgetOf(known, who, at, policy)
  if (more <= Math.min(left_today, left_this_year)) return null
  return refused(
    'budget-spent',
    'the cells that this organisation may ask about are used up',
    'ask about cells asked about before in this period, or again on another day',
  ).refusal
}

/** What was counted when a period began; it stays what it is until the next. */
export class Counted {
  readonly #known: Known
  readonly #policy: Policy
  #sites: { readonly period: number; readonly counts: Counts } | null = null

  constructor(known: Known, policy: Policy) {
    this.#known = known
    this.#policy = policy
  }

  answers({ cells, first_day, last_day }: Question, at: Instant): readonly CellAnswer[] {
    const period = periodOf(at, this.#policy)
    const { k } = this.#policy
    const sites = this.#sitesIn(period)
    const movements = this.#movementsIn(period, dayBounds(first_day)[0], dayBounds(last_day)[1])
    return cells.map((cell) => {
      const objects = toldOf(cell, sites, k)
      const expected = toldOf(cell, movements, k)
      const told = [...said(ANSWERS[0], objects), ...said(ANSWERS[1], expected)]
      return { cell, answers: told.length > 0 ? told : [{ answer: ANSWERS[2], within: cell }] }
    })
  }

  #sitesIn({ number, begins }: Period): Counts {
    if (this.#sites?.period !== number) {
      const counted = [...this.#known.sites.values()].filter(({ counts, gone }) => stood(counts, gone, begins))
      this.#sites = { period: number, counts: countsOfSites(counted.map(({ place }) => place)) }
    }
    return this.#sites.counts
  }

  #movementsIn({ begins }: Period, from: Instant, to: Instant): Counts {
    const counted = [...this.#known.movements.values()].filter(
      ({ counts, first_day, last_day }) =>
        stood(counts, null, begins) && dayBounds(first_day)[0] < to && from < dayBounds(last_day)[1],
    )
    return countsOfMovements(counted)
  }
}

function said(answer: Answer, { there, within }: Told) {
  return there ? [{ answer, within }] : []
}

function stood(counts: Instant | null, gone: Instant | null, at: Instant): boolean {
  return counts !== null && counts < at && (gone === null || gone >= at)
}
