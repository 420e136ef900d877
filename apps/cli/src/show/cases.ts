// Cases as lines of a terminal: which stand where, who is late, what is wanted next, and what was refused.
import type { Case, Cases, MinuteRefusal } from '@trucekeeper/centre'
import type { Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

export function showMinuteRefusals({ print, width, colours }: Terminal, refusals: readonly MinuteRefusal[]): void {
  for (const { clause, heading, why, help } of refusals) {
    print(colours.bold('refused') + (clause === null ? '' : ` by ${clause}${heading ? ` (${heading})` : ''}`))
    print(indented(why, width, '  '))
    print(indented(help, width, '        ', '  help: '))
  }
}

export function showCases(io: Terminal, { cases, out_of_order }: Cases): void {
  if (cases.length === 0) io.print('no case')
  for (const one of cases) {
    io.print(`${io.colours.bold(one.case)}  ${one.stage.replaceAll('_', ' ')}  ${one.clause} › ${one.accused}`)
    io.print(indented(one.summary, io.width, '  '))
    showWhatIsWanted(io, one)
  }
  showOutOfOrder(io, out_of_order)
}

export function showCase(io: Terminal, one: Case): void {
  const { print, width, colours } = io
  print(`${colours.bold(one.case)}  ${one.stage.replaceAll('_', ' ')}`)
  print(`${one.clause} (${one.heading}): ${one.accused} is accused by ${one.opened_by}, ${one.opened_at}`)
  print(indented(one.summary, width, '  '))
  print(`steps of ${one.procedure}`)
  for (const { number, does, who, due, done, wanted } of one.steps) {
    print(indented(`${does}: ${who.join(', ')}${due ? `, by ${due}` : ''}`, width, '     ', `  ${number}. `))
    for (const { by, at, late_by_ms } of done)
      print(`     done by ${by}, ${at}${late_by_ms > 0 ? `, ${lasting(late_by_ms)} late` : ''}`)
    if (wanted.length > 0) print(`     wanted of ${wanted.join(', ')}`)
  }
  print(`findings: ${AGREED[one.agreed]}`)
  for (const { of, finding, actor, reason } of one.findings)
    print(
      indented(
        `${of.join(' and ')}: ${FINDING[finding]}${actor ? ` (${actor})` : ''}: ${reason}`,
        width,
        '    ',
        '  - ',
      ),
    )
  print(`right of reply: ${one.reply.open ? `open${one.reply.until ? ` until ${one.reply.until}` : ''}` : 'not open'}`)
  for (const { of, text } of one.reply.replied) print(indented(`${of}: ${text}`, width, '    ', '  - '))
  for (const { of, step, measure } of one.measures)
    print(indented(`measure${step === null ? '' : ` (step ${step})`} of ${of.join(' and ')}: ${measure}`, width, '  '))
  for (const { of, place, outcome, reason } of one.visits)
    print(
      indented(
        `visit of ${of} to ${place}: ${outcome.replaceAll('_', ' ')}${reason ? `: ${reason}` : ''}`,
        width,
        '  ',
      ),
    )
  for (const { id, verdicts } of one.incidents)
    print(
      indented(
        `incident ${id}: ${verdicts.map(({ account, verdict }) => `${account} ${verdict}`).join(', ')}`,
        width,
        '  ',
      ),
    )
  for (const { case: other, reason } of one.related) print(indented(`related to ${other}: ${reason}`, width, '  '))
  if (one.closed)
    print(
      indented(`closed by ${one.closed.of.join(' and ')}: ${one.closed.outcome}: ${one.closed.reason}`, width, '  '),
    )
  showWhatIsWanted(io, one)
}

const FINDING = {
  supported: 'the evidence supports it',
  refuted: 'the evidence speaks against it',
  contested: 'the evidence is contested',
  not_verifiable_no_access: 'not verifiable for lack of access',
  falsely_attributed: 'a true event, but another actor',
  self_defence_claimed: 'self-defence is claimed',
} as const satisfies Record<Case['findings'][number]['finding'], string>

const AGREED = {
  none: 'none yet',
  one: 'not all have found yet',
  same: 'each for itself the same',
  two: 'they differ',
  joint: 'joint',
} as const satisfies Record<Case['agreed'], string>

function showWhatIsWanted({ print, width }: Terminal, { late, next }: Case): void {
  for (const { who, does, due, late_by_ms } of late)
    print(indented(`late: ${who}, ${does}, due ${due}, ${lasting(late_by_ms)} ago`, width, '    ', '  '))
  if (next)
    print(
      indented(`next: ${next.does}: ${next.who.join(', ')}${next.due ? `, by ${next.due}` : ''}`, width, '    ', '  '),
    )
}

function showOutOfOrder({ print, width }: Terminal, out: Cases['out_of_order']): void {
  for (const { minute, does, refusals } of out)
    print(
      indented(
        `without effect: ${does.replaceAll('-', ' ')} ${minute}: ${refusals.map(({ why }) => why).join('; ')}`,
        width,
        '  ',
      ),
    )
}

/** Whole hours from an hour on, otherwise minutes. */
function lasting(ms: number): string {
  const hours = Math.floor(ms / 3_600_000)
  return hours > 0 ? `${hours} h` : `${Math.ceil(ms / 60_000)} min`
}
