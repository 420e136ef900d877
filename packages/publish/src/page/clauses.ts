// The two tables of a page that everybody looks at first: violations by party, and clauses by account.
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { shortHeading } from './names.ts'
import {
  accountName,
  clause as clauseRun,
  figure,
  foreign,
  joined,
  namesOf,
  plain,
  spanText,
  strong,
  time,
} from './say.ts'

export function talliesOf(report: DailyReport, words: Words): Block[] {
  const { tallies } = report
  if (tallies.length === 0) return [{ kind: 'paragraph', line: [plain(words.none)] }]
  const both = (now: Parameters<typeof figure>[0], before: Parameters<typeof figure>[0]): Line => [
    figure(now),
    plain(` (${words.before} `),
    foreign(spanText(before)),
    plain(')'),
  ]
  return [
    {
      kind: 'table',
      head: [words.party, words.clause, words.claimed, words.verified, words.since, words.coverage].map((text) => [
        plain(text),
      ]),
      rows: tallies.map(({ clause, party, claimed, verified, before, since, by_claimant }) => [
        [foreign(namesOf(party.split(', '), report))],
        [clauseRun(clause)],
        both(claimed, before.claimed),
        both(verified, before.verified),
        [
          plain(`${words.claimed} `),
          figure(since.claimed),
          ...(by_claimant.length > 0
            ? [
                plain(
                  ` (${by_claimant.map(({ side, alleged }) => `${words.sides[side] ?? side} ${alleged}`).join(', ')})`,
                ),
              ]
            : []),
          plain(`, ${words.verified} `),
          figure(since.verified),
        ],
        [figure(since.days), plain(` ${words.daysOf} ${since.of_days}`)],
      ]),
    },
  ]
}

/** Verdicts alike stand together, so that no page has as many columns as there are accounts. */
export function clausesOf(report: DailyReport, words: Words): Block[] {
  const { clauses } = report
  if (clauses.length === 0) return [{ kind: 'paragraph', line: [plain(words.none)] }]
  return [
    {
      kind: 'table',
      head: [words.clause, words.standing, `${words.clauses} (${words.decides})`, words.changed].map((text) => [
        plain(text),
      ]),
      rows: clauses.map((clause) => [
        [{ ...clauseRun(clause.id), text: `${clause.id} ${shortHeading(clause)}`, strong: true }],
        [
          plain(
            `${words.standings[clause.standing] ?? clause.standing}, ${words.timings[clause.timing] ?? clause.timing}`,
          ),
          ...(clause.due === null ? [] : [plain(`; ${words.due} `), time(clause.due)]),
        ],
        byVerdict(clause, report, words),
        joined(
          clause.changed.map(({ account, was }): Line => [
            foreign(accountName(account, report)),
            plain(` ${words.was} ${words.verdicts[was ?? 'none']}`),
          ]),
          ', ',
        ),
      ]),
    },
  ]
}

function byVerdict(
  { verdicts, decided_by }: DailyReport['clauses'][number],
  report: Pick<DailyReport, 'accounts'>,
  words: Words,
): Line {
  const all = Object.values(verdicts)
  const own = verdicts[decided_by]
  if (own && all.length > 1 && all.every(({ verdict }) => verdict === own.verdict))
    return [strong(`${words.verdicts[own.verdict ?? 'none']}: `), { text: words.centre.everyAccount, to: own.receipt }]
  const groups = Map.groupBy(Object.entries(verdicts), ([, { verdict }]) => verdict ?? 'none')
  const decidesFirst = [...groups].toSorted(
    ([, a], [, b]) => Number(b.some(([id]) => id === decided_by)) - Number(a.some(([id]) => id === decided_by)),
  )
  return joined(
    decidesFirst.map(([verdict, own]): Line => [
      strong(`${words.verdicts[verdict]}: `),
      ...joined(
        own.map(([id, { receipt }]) => [
          {
            text: `${accountName(id, report)}${id === decided_by ? ' *' : ''}`,
            to: receipt,
            foreign: true as const,
          },
        ]),
        ', ',
      ),
    ]),
    '; ',
  )
}
