// Cases as lines of a terminal: which stand where, who is late, what is wanted next, and what was refused.
import type { Case, CaseProposal, Cases, MinuteRefusal } from '@trucekeeper/centre'
import type { Terminal } from '../terminal.ts'
import { indented } from './wrap.ts'

export function showMinuteRefusals({ print, width, colours }: Terminal, refusals: readonly MinuteRefusal[]): void {
  for (const { clause, heading, why, help } of refusals) {
    const by = clause === null ? '' : ` by ${clause}${heading ? ` (${heading})` : ''}`
    print(indented(`refused${by}`, width, '  ', '').replace('refused', colours.bold('refused')))
    print(indented(why, width, '  '))
    print(indented(help, width, '        ', '  help: '))
  }
}

export function showCases(io: Terminal, { cases, out_of_order }: Cases): void {
  if (cases.length === 0) io.print('no case')
  for (const one of cases) {
    const { case: name, stage, clause, accused } = one
    const title = indented(`${name}: ${stage.replaceAll('_', ' ')}; ${clause} › ${accused}`, io.width, '  ', '')
    io.print(title.replace(name, io.colours.bold(name)))
    io.print(indented(one.summary, io.width, '  '))
    showProposals(
      io,
      one.proposals.filter(({ state }) => state === 'open'),
    )
    showWhatIsWanted(io, one)
  }
  showOutOfOrder(io, out_of_order)
}

export function showCase(io: Terminal, one: Case): void {
  const { print, width, colours } = io
  print(`${colours.bold(one.case)}  ${one.stage.replaceAll('_', ' ')}`)
  const opened = `${one.accused} is accused by ${one.opened_by}, ${one.opened_at}`
  print(indented(`${one.clause} (${one.heading}): ${opened}`, width, '  ', ''))
  print(indented(one.summary, width, '  '))
  print(`steps of ${one.procedure}`)
  for (const { number, does, who, due, done, wanted } of one.steps) {
    print(indented(`${does}: ${who.join(', ')}${due ? `, by ${due}` : ''}`, width, '     ', `  ${number}. `))
    for (const { by, at, late_by_ms } of done) {
      const late = late_by_ms > 0 ? `, ${lasting(late_by_ms)} late` : ''
      print(indented(`done by ${by}, ${at}${late}`, width, '       ', '     '))
    }
    if (wanted.length > 0) print(indented(`wanted of ${wanted.join(', ')}`, width, '       ', '     '))
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
  showProposals(io, one.proposals)
  const { open, until } = one.reply
  print(indented(`right of reply: ${open ? `open${until ? ` until ${until}` : ''}` : 'not open'}`, width, '  ', ''))
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

function showProposals({ print, width }: Terminal, proposals: readonly CaseProposal[]): void {
  for (const { minute, of, what, state, until, wanted, ended } of proposals) {
    const by = ended && ended.of.length > 0 ? ` by ${ended.of.join(' and ')}` : ''
    const stands =
      state === 'open'
        ? `waits for ${wanted.join(' and ')}${until ? `, until ${until}` : ''}`
        : `${PROPOSAL[state]}${state === 'lapsed' ? ` on ${until}` : `${by}, ${ended?.at}`}`
    print(indented(`proposed by ${of}: ${proposedText(what)}: ${stands} (${minute})`, width, '    ', '  '))
  }
}

const PROPOSAL = {
  joined: 'joined in',
  taken_back: 'taken back',
  replaced: 'given up for another',
  answered: 'answered otherwise',
  lapsed: 'lapsed',
} as const satisfies Record<Exclude<CaseProposal['state'], 'open'>, string>

function proposedText(what: CaseProposal['what']): string {
  switch (what.does) {
    case 'joint-finding':
      return `a joint finding: ${FINDING[what.finding]}${what.actor ? ` (${what.actor})` : ''}: ${what.reason}`
    case 'joint-measure':
      return `a joint measure${what.step === null ? '' : ` (step ${what.step})`}: ${what.measure}`
    case 'joint-closing':
      return `closing it: ${what.outcome}: ${what.reason}`
  }
}

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
