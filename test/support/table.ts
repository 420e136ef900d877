// A status as a Markdown page that a person can check against the facts.
import type { Status } from '@trucekeeper/engine'

export function tableOf(status: Status): string {
  const accounts = status.accounts.map(({ id }) => id)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = (head: readonly string[], rows: readonly string[][]) =>
    [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
  return `${[
    `# ${status.agreement.id} as of ${status.at}`,
    table(
      ['clause', 'standing', 'timing', ...accounts],
      status.clauses.map((clause) => [
        clause.id,
        clause.standing,
        clause.timing,
        ...accounts.map((account) => clause.verdicts[account]!.verdict ?? '–'),
      ]),
    ),
    '## Why, by the account that decides',
    status.clauses.map((clause) => `- ${clause.id}: ${clause.verdicts[clause.decided_by]!.reason}`).join('\n'),
    '## Gates',
    ...status.gates.map((gate) =>
      table(
        [gate.id, 'state', 'done', 'earliest', ...gate.days.map(({ day }) => day)],
        Object.entries(gate.accounts).map(([account, reading]) => [
          account,
          reading.state,
          `${reading.done} of ${reading.needed}`,
          reading.earliest ?? '–',
          ...reading.days.map(({ verdict, count }) => `${verdict} ${count.join('–')}`),
        ]),
      ),
    ),
    '## Terms and powers',
    [
      ...status.terms.map(
        ({ id, standing, ends, reason }) => `- ${id}: ${standing}, ends ${ends ?? 'never'}: ${reason}`,
      ),
      ...status.powers.map(({ id, stage, reason }) => `- ${id}: ${stage ?? 'not used'}: ${reason}`),
    ].join('\n'),
    '## Tallies',
    table(
      ['clause', 'verified', 'alleged', 'by claimant', 'days reported'],
      status.tallies.map(({ clause, verified, alleged, by_claimant, coverage }) => [
        clause,
        String(verified),
        String(alleged),
        by_claimant.map(({ side, alleged: count }) => `${side} ${count}`).join(', ') || '–',
        `${coverage.days_reported} of ${coverage.days}`,
      ]),
    ),
    '## Incidents',
    table(
      ['kind', 'from', 'places', 'claims', 'scope'],
      status.incidents.map(({ kind, from, places, claims, scope }) => [
        kind,
        from ?? 'undated',
        places.join(', ') || '–',
        String(claims.length),
        scope
          .filter(({ clause }) => clause.startsWith('cessation'))
          .map(({ clause, decision }) => `${clause}: ${decision}`)
          .join('; '),
      ]),
    ),
    '## Due next',
    status.deadlines.map(({ at, clause, what }) => `- ${at} ${clause}: ${what}`).join('\n') || '- nothing',
  ].join('\n\n')}\n`
}
