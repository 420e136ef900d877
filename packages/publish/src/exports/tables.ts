// The figures of a report as a table: plain CSV, or with a row of HXL hashtags under its head (HXL 1.1).
import type { DailyReport, Figure } from '../model/index.ts'

const COLUMNS = [
  ['report', '#meta+id+report'],
  ['cut_off', '#date+reported'],
  ['clause', '#indicator+clause+code'],
  ['party', '#group+name'],
  ['what', '#indicator+type'],
  ['low', '#value+min'],
  ['high', '#value+max'],
  ['receipt', '#meta+id+receipt'],
] as const

export function csvOf(report: DailyReport, { hxl = false }: { readonly hxl?: boolean } = {}): string {
  const head = COLUMNS.map(([name]) => name)
  const tags = COLUMNS.map(([, tag]) => tag)
  return [head, ...(hxl ? [tags] : []), ...rowsOf(report)]
    .map((cells) => `${cells.map(cellText).join(',')}\r\n`)
    .join('')
}

function rowsOf(report: DailyReport): string[][] {
  const row = (clause: string, party: string, what: string, { low, high, receipt }: Figure) => [
    `${report.number ?? ''}`,
    report.cut_off,
    clause,
    party,
    what,
    `${low}`,
    `${high}`,
    receipt,
  ]
  return [
    ...report.tallies.flatMap(({ clause, party, claimed, verified, before, since }) => [
      row(clause, party, 'claimed', claimed),
      row(clause, party, 'verified', verified),
      row(clause, party, 'claimed_before', before.claimed),
      row(clause, party, 'verified_before', before.verified),
      row(clause, party, 'claimed_since', since.claimed),
      row(clause, party, 'verified_since', since.verified),
      row(clause, party, 'days_reported', since.days),
    ]),
    ...report.gates.map(({ id, done }) => row(id, '', 'gate_days', done)),
    ...(report.access?.funnel ?? []).flatMap(({ stage, requests, people }) => [
      row('', '', `requests_${stage}`, requests),
      row('', '', `people_${stage}`, people),
    ]),
    ...(report.access?.seals ?? []).map(({ state, count }) => row('', '', `seals_${state}`, count)),
  ]
}

/** A spreadsheet takes what begins so for a formula. A row of tags begins with none of them. */
const FORMULA = /^[=+\-@\t\r]/

function cellText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
