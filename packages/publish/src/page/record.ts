// What ties a report to the record: corrections of earlier ones, and receipts.
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { list, paragraph } from './parts.ts'
import { clause, foreign, plain, spanText, strong, time } from './say.ts'

export function correctionsOf({ corrections }: DailyReport, words: Words): Block[] {
  if (corrections.looked_back_to === null && corrections.recorded.length === 0)
    return [paragraph([plain(words.noEarlier)])]
  return [...foundOf(corrections.found, words), ...recordedOf(corrections.recorded, words)]
}

const said = (one: string, words: Words): string =>
  words.verdicts[one as keyof Words['verdicts']] ?? words.standings[one] ?? one

function foundOf(found: DailyReport['corrections']['found'], words: Words): Block[] {
  if (found.length === 0) return [paragraph([plain(words.stillHold)])]
  const rows = found.map((one) => [
    [foreign(`${one.report}`)],
    [clause(one.clause), ...(one.account === null ? [] : [plain(' ('), foreign(one.account), plain(')')])],
    [plain(words.corrected[one.what] ?? one.what)],
    [plain(said(one.then, words))],
    [plain(said(one.now, words))],
    [foreign(`${one.entries.length}`)],
    one.recorded === null ? [plain(words.centre.notEntered)] : [foreign(one.recorded)],
  ])
  const head = [
    words.report,
    words.clause,
    words.centre.what,
    words.then,
    words.now,
    words.entries,
    words.centre.enteredAs,
  ].map((text) => [plain(text)])
  return [{ kind: 'table', head, rows }]
}

function recordedOf(recorded: DailyReport['corrections']['recorded'], words: Words): Block[] {
  if (recorded.length === 0) return []
  return [
    paragraph([strong(`${words.centre.correctionsEntered}:`)]),
    list(
      recorded.map(({ report, clause: id, account, what, said_then, said_now, reason, at, minute }): Line => [
        time(at),
        plain(` ${words.report} ${report}, `),
        { ...clause(id), strong: true },
        ...(account === null ? [] : [plain(' ('), foreign(account), plain(')')]),
        plain(`, ${words.corrected[what] ?? what}: ${said(said_then, words)} → ${said(said_now, words)}. `),
        foreign(reason),
        plain(` (${words.centre.enteredAs} `),
        foreign(minute),
        plain(')'),
      ]),
      words,
    ),
  ]
}

/** With an address each leads to the page of its clause, as it stood and was known. */
export function receiptsOf({ receipts, cut_off }: DailyReport, words: Words, baseUrl?: string): Block[] {
  return [
    {
      kind: 'list',
      small: true,
      items: receipts.map(({ id, clause, account, entries, known_at, example }) => ({
        id,
        line: [
          {
            ...strong(id),
            foreign: true,
            ...(baseUrl !== undefined && { href: addressOf(baseUrl, { clause, account, at: cut_off, known_at }) }),
          },
          ...(clause === null ? [] : [plain(' '), foreign(clause)]),
          ...(account === null ? [plain(`, ${words.everyone}`)] : [plain(`, ${words.account} `), foreign(account)]),
          plain(`, ${words.rests} ${spanText({ low: entries.length, high: entries.length })}`),
          ...(entries.length === 0 ? [] : [plain(': '), foreign(entries.join(' '))]),
          ...(example ? [plain(` ${words.madeUp}`)] : []),
        ],
      })),
    },
  ]
}

function addressOf(
  baseUrl: string,
  asked: {
    readonly clause: string | null
    readonly account: string | null
    readonly at: string
    readonly known_at: string
  },
): string {
  const query = [
    `at=${encodeURIComponent(asked.at)}`,
    `known_at=${encodeURIComponent(asked.known_at)}`,
    ...(asked.account === null ? [] : [`account=${encodeURIComponent(asked.account)}`]),
  ].join('&')
  const path = asked.clause === null ? 'access' : `clauses/${encodeURIComponent(asked.clause)}`
  return `${baseUrl.replace(/\/+$/, '')}/${path}?${query}`
}
