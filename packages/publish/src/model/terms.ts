// Terms step by step: which act began, lengthened or ended each, and until when it ran after that.
import type { Agreement } from '@trucekeeper/agreement'
import type { Status } from '@trucekeeper/engine'
import { addDuration, formatInstant, parseDuration, parseInstant } from '@trucekeeper/time'
import type { TermLine } from './report.ts'

type TermStatus = Status['terms'][number]
type Step = TermStatus['steps'][number]

export function termLines(agreement: Agreement, { terms, powers }: Status): TermLine[] {
  const idle = new Map(
    powers.flatMap(({ notices }) =>
      notices.flatMap(({ act, without_effect }) => (without_effect === null ? [] : [[act, without_effect] as const])),
    ),
  )
  return terms.map((term) => {
    const had = term.steps.filter(({ act }) => act === null || !idle.has(act))
    const lengthened = lengthenings(agreement, term, had)
    const end = term.standing === 'ended' ? had.find((step) => isEnd(agreement, term, step)) : undefined
    const { id, heading, standing, starts, ends } = term
    return {
      id,
      heading,
      standing,
      starts,
      ends,
      steps: term.steps.map((step) => ({
        at: step.at,
        what: step.what,
        by: step.by,
        stage: step.stage,
        effect:
          step.act === null ? 'begins' : lengthened.has(step) ? 'extends' : step === end ? ('ends' as const) : null,
        until: step.act === null ? firstEnd(agreement, term) : (lengthened.get(step) ?? null),
        without_effect: step.act === null ? null : (idle.get(step.act) ?? null),
      })),
    }
  })
}

function ruled({ ruled: all }: Agreement, id: string) {
  const found = all.find((one) => one.id === id)
  return found?.kind === 'term' ? found : null
}

const powerOf = ({ what }: Step) => what.split(',')[0]
const isDone = ({ stage }: Step) => stage === 'exercised' || stage === 'accepted'

function isEnd(agreement: Agreement, { id, ends }: TermStatus, step: Step): boolean {
  return step.act !== null && isDone(step) && step.at === ends && powerOf(step) !== ruled(agreement, id)?.extends
}

function firstEnd(agreement: Agreement, { id, starts }: TermStatus): string | null {
  const lasts = ruled(agreement, id)?.lasts
  if (starts === null || !lasts) return null
  return formatInstant(addDuration(parseInstant(starts)!, lasts, agreement.zone), agreement.zone)
}

/** Steps that lengthened the term, each with its end after that; null where it has none or it cannot be told. */
function lengthenings(agreement: Agreement, term: TermStatus, steps: readonly Step[]): Map<Step, string | null> {
  const power = ruled(agreement, term.id)?.extends
  const used = steps.filter((step) => step.act !== null && isDone(step) && powerOf(step) === power)
  // What several do together is one use, and the last of them completes it.
  const together = used.filter(({ what }, index) => used[index + 1]?.what !== what)
  for (const some of [used, together]) {
    const ends = endsAfter(agreement, term, some)
    if (ends.at(-1) === term.ends) return new Map(some.map((step, index) => [step, ends[index]!]))
  }
  // A length may stand in the proposal alone; as far as it can be followed, it is.
  const ends = endsAfter(agreement, term, used)
  return new Map(used.map((step, index) => [step, index === used.length - 1 ? term.ends : ends[index]!]))
}

function endsAfter(agreement: Agreement, term: TermStatus, steps: readonly Step[]): (string | null)[] {
  let end = firstEnd(agreement, term)
  return steps.map(({ what }) => {
    const length = parseDuration(what.split(', ').slice(1).join(', '))
    end =
      end === null || length === null
        ? null
        : formatInstant(addDuration(parseInstant(end)!, length, agreement.zone), agreement.zone)
    return end
  })
}
