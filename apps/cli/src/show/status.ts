// The verdict table on the terminal: wide as a table, narrow as a list; then gates, terms, powers, tallies, deadlines.
import type { ClauseStatus, Status, Verdict } from '@trucekeeper/engine'
import Table from 'cli-table3'
import type { Terminal } from '../terminal.ts'
import { countText } from './count.ts'
import { plain, shortInstant, verdictText } from './verdict.ts'
import { indented } from './wrap.ts'

/** Columns one account needs. */
const ACCOUNT_WIDTH = 13
const CLAUSE_WIDTH = 44

export function showStatus(io: Terminal, status: Status): void {
  const { colours, print, width } = io
  const { agreement, at, known_at, checkpoint, accounts } = status
  print(colours.bold(agreement.title))
  const known = known_at === null ? 'everything in the record' : `what had come in by ${shortInstant(known_at)}`
  print(
    indented(
      `as of ${shortInstant(at)} (${at}, ${agreement.zone}), on ${known}: ${countText(checkpoint.size, 'entry', 'entries')}`,
      width,
      '',
    ),
  )
  print('')
  if (width >= CLAUSE_WIDTH + accounts.length * ACCOUNT_WIDTH) showTable(io, status)
  else showList(io, status)
  showSections(io, status)
}

/** Clauses that are a question of evidence; powers, terms and permissions have sections of their own. */
function ruled({ clauses }: Status): ClauseStatus[] {
  return clauses.filter(({ kind }) => kind === 'duty' || kind === 'ban')
}

function showTable({ colours, print }: Terminal, status: Status): void {
  const table = new Table({
    head: ['clause', 'stands', ...status.accounts.map(({ id, decides }) => (decides ? `${id} *` : id))].map((word) =>
      colours.bold(word),
    ),
    colWidths: [26, 17, ...status.accounts.map(() => ACCOUNT_WIDTH)],
    wordWrap: true,
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  })
  for (const clause of ruled(status)) {
    table.push([
      clause.id,
      standing(clause),
      ...status.accounts.map(({ id }) => verdictText(clause.verdicts[id]!.verdict, colours)),
    ])
  }
  print(table.toString())
  print(colours.dim('* decides where a clause names no other account; – nothing is due, so there is no verdict'))
}

function standing({ standing: state, timing }: ClauseStatus): string {
  return `${plain(state)}${timing === 'overdue' || timing === 'not_yet_due' ? `, ${plain(timing)}` : ''}`
}

/** In a narrow terminal each clause names its accounts by verdict, the deciding one first. */
function showList({ colours, print, width }: Terminal, status: Status): void {
  for (const clause of ruled(status)) {
    print(`${colours.bold(clause.id)}  ${colours.dim(standing(clause))}`)
    for (const [verdict, ids] of byVerdict(clause)) {
      print(
        indented(
          `${ids.map((id) => (id === clause.decided_by ? `${id} *` : id)).join(', ')}`,
          width,
          ' '.repeat(15),
          `  ${verdictText(verdict, colours)}${' '.repeat(13 - (verdict === null ? 1 : verdict.length + 2))}`,
        ),
      )
    }
  }
  print(colours.dim('* decides this clause; – nothing is due'))
}

function byVerdict(clause: ClauseStatus): [Verdict | null, string[]][] {
  const groups = Map.groupBy(Object.entries(clause.verdicts), ([, { verdict }]) => verdict)
  return [...groups]
    .map(([verdict, entries]): [Verdict | null, string[]] => [verdict, entries.map(([id]) => id)])
    .toSorted(([, a], [, b]) => Number(b.includes(clause.decided_by)) - Number(a.includes(clause.decided_by)))
}

function showSections(io: Terminal, { gates, terms, powers, tallies, deadlines }: Status): void {
  const { colours, print, width } = io
  const section = (title: string) => print(`\n${colours.bold(title)}`)
  const line = (text: string) => print(indented(text, width, '    ', '  '))
  if (gates.length > 0) section('Gates')
  for (const { id, state, done, needed, missing, earliest, accounts } of gates) {
    line(
      `${id}: ${plain(state)}${needed > 0 ? `, ${done} of ${needed} days` : ''}${earliest ? `, at the earliest ${shortInstant(earliest)}` : ''}`,
    )
    for (const what of missing) line(`  missing: ${what}`)
    line(
      colours.dim(
        `  days by account: ${Object.entries(accounts)
          .map(([account, reading]) => `${account} ${reading.done}`)
          .join(', ')}`,
      ),
    )
  }
  if (terms.length > 0) section('Terms')
  for (const { id, reason } of terms) line(`${id}: ${reason}`)
  const used = powers.filter(({ stage }) => stage !== null)
  if (used.length > 0) section('Powers used or spoken of')
  for (const { id, reason, notices } of used) {
    line(`${id}: ${reason}`)
    for (const { at, stage, by, without_effect: idle, lapsed } of notices) {
      const act = `${stage} by ${by.join(', ')} on ${shortInstant(at)}`
      if (idle !== null) line(`  without effect: ${act}; ${idle}`)
      if (lapsed !== null) line(`  lapsed: ${act}; ${lapsed}`)
    }
  }
  if (tallies.length > 0) section('Violations, verified of alleged')
  for (const { clause, verified, alleged, by_claimant, coverage } of tallies) {
    const said = by_claimant.map(({ side, alleged: count }) => `${side} ${count}`).join(', ')
    line(
      `${clause}: ${verified} of ${alleged}${said ? ` (${said})` : ''}; reported on ${coverage.days_reported} of ${coverage.days} days`,
    )
  }
  if (deadlines.length > 0) section('Due next')
  for (const { at, clause, what } of deadlines) line(`${shortInstant(at)}  ${clause}: ${what}`)
}
