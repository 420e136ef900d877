// Guarantors as lines of a terminal: what each undertook, whom it pressed, what came of it by whose word; calls; visits denied.
import type { Call, Undertaking, Undertakings, Visits } from '@trucekeeper/centre'
import type { Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

export interface GuarantorsTold extends Undertakings {
  readonly calls: readonly Call[]
  readonly visits: Visits
}

export function showGuarantors(io: Terminal, { undertakings, calls, visits, out_of_order }: GuarantorsTold): void {
  const { print, width, colours } = io
  if (undertakings.length === 0) print('nobody undertook anything')
  for (const [who, some] of Map.groupBy(undertakings, ({ of }) => of)) {
    print(colours.bold(who))
    for (const one of some) showUndertaking(io, one)
  }
  for (const { at, channel, between, read_outs } of calls)
    print(indented(`${channel} of ${between.join(' and ')}, ${at}: ${saidOf(read_outs)}`, width, '  '))
  for (const { who, denied, turned_back } of visits.denied_by)
    print(
      indented(
        `visits denied by ${who ?? 'somebody who is not named'}: ${denied}, turned back: ${turned_back}`,
        width,
        '  ',
      ),
    )
  for (const { minute, does, refusals } of out_of_order)
    print(indented(`without effect: ${does} ${minute}: ${refusals.map(({ why }) => why).join('; ')}`, width, '  '))
}

function showUndertaking({ print, width }: Terminal, one: Undertaking): void {
  const { to_do, for: party, due, state, late_by_ms, pressed, outcomes } = one
  print(indented(`${to_do}: ${state.replaceAll('_', ' ')}`, width, '    ', '  '))
  const time =
    due === null ? null : `by ${due}${late_by_ms > 0 ? `, ${Math.floor(late_by_ms / 3_600_000)} h late` : ''}`
  const facts = [party && `of ${party}`, time, pressed.length > 0 && `times pressed: ${pressed.length}`]
  const told = facts.filter((fact) => typeof fact === 'string')
  if (told.length > 0) print(indented(told.join('; '), width, '    '))
  for (const { of, outcome, reason } of outcomes)
    print(indented(`${of ?? 'the centre'} tells: ${outcome.replaceAll('_', ' ')}: ${reason}`, width, '      ', '    '))
}

/** `3 sentences agree, 1 contradict, 4 silent` */
function saidOf(readOuts: Call['read_outs']): string {
  const all = readOuts.flatMap(({ sentences }) => (sentences ?? []).flatMap(({ others }) => others))
  if (all.length === 0) return 'nothing of it can be held beside anything'
  const count = (relation: string) => all.filter((one) => one.relation === relation).length
  return `sentences that agree: ${count('agrees')}, contradict: ${count('contradicts')}, stand alone: ${count('silent')}`
}
