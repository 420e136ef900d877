// A report's page in a language: the order in which it is read, from the head to the receipts.
import type { DailyReport } from '../model/index.ts'
import { directionOf, WORDS, type Language, type Words } from '../words/index.ts'
import type { Block, Line, Page } from './blocks.ts'
import { clausesOf, talliesOf } from './clauses.ts'
import { figure, foreign, joined, plain, spanText, strong, time } from './say.ts'

/** Puts a report into words. The codes and quotes of the record stay in its own language. */
export function pageOf(report: DailyReport, language: Language): Page {
  const words = WORDS[language]
  const number = report.number === null ? words.unnumbered : `${report.number}`
  const title = `${words.report} ${number}`
  return {
    title,
    language,
    direction: directionOf(language),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...headOf(report, words),
      ...section(words.parties, talliesOf(report, words)),
      ...section(words.clauses, clausesOf(report, words)),
      ...section(words.terms, termsOf(report, words)),
      ...section(words.powers, powersOf(report, words)),
      ...section(words.gates, gatesOf(report, words)),
      ...section(words.unobserved, unobservedOf(report, words)),
      ...section(words.access, accessOf(report, words)),
      ...section(words.happenings, [
        paragraph([strong(`${report.happenings.length}`), plain(`. ${words.happeningsSaid}`)]),
      ]),
      ...section(words.deadlines, deadlinesOf(report, words)),
      ...section(words.cases, keptOf(report.cases, words)),
      ...section(words.undertakings, keptOf(report.undertakings, words)),
      ...section(words.replies, repliesOf(report, words)),
      ...section(words.corrections, correctionsOf(report, words)),
      ...section(words.receipts, receiptsOf(report, words)),
    ],
  }
}

const paragraph = (line: Line): Block => ({ kind: 'paragraph', line })
const list = (lines: readonly Line[], words: Words): Block =>
  lines.length === 0 ? paragraph([plain(words.none)]) : { kind: 'list', items: lines.map((line) => ({ line })) }

function section(text: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'heading', level: 2, text }, ...blocks]
}

function headOf({ agreement, cut_off, known_at, period, previous, checkpoint }: DailyReport, words: Words): Block[] {
  const span = ({ from, to }: DailyReport['period']): Line => [time(from), plain(' — '), time(to)]
  const rows: readonly [string, Line][] = [
    [words.cutOff, [time(cut_off), plain(', '), foreign(agreement.zone)]],
    [words.knownAt, [time(known_at)]],
    [words.period, span(period)],
    [words.previous, span(previous)],
    [
      words.checkpoint,
      [foreign(`${checkpoint.size}`), plain(` ${words.entries}, `), foreign(checkpoint.digest.slice(0, 16))],
    ],
  ]
  return [
    paragraph([{ ...strong(agreement.title), foreign: true }]),
    { kind: 'list', items: rows.map(([name, line]) => ({ line: [strong(`${name}: `), ...line] })) },
    paragraph([plain(words.impartial)]),
    ...(words.report === WORDS.en.report ? [] : [paragraph([plain(words.mixed)])]),
  ]
}

function termsOf({ terms }: DailyReport, words: Words): Block[] {
  const lines = terms.map(({ id, standing, starts, ends, steps }): Line => [
    { ...strong(id), foreign: true },
    plain(`: ${words.standings[standing] ?? standing}, ${words.start} `),
    time(starts),
    plain(` ${words.end} `),
    time(ends),
    ...steps.flatMap(({ at, what, stage }) => [
      plain('; '),
      time(at),
      plain(' '),
      foreign(what),
      plain(` ${words.actStages[stage] ?? stage}`),
    ]),
  ])
  return [list(lines, words)]
}

function powersOf({ powers }: DailyReport, words: Words): Block[] {
  const lines = powers.map(({ id, stage, notices }): Line => [
    { ...strong(id), foreign: true },
    plain(`: ${words.actStages[stage] ?? stage}`),
    ...notices.flatMap(({ at, by, quote }) => [
      plain('; '),
      time(at),
      plain(' '),
      foreign(`${by.join(', ')}: “${quote}”`),
    ]),
  ])
  return [list(lines, words)]
}

function gatesOf({ gates }: DailyReport, words: Words): Block[] {
  return gates.length === 0
    ? [paragraph([plain(words.none)])]
    : gates.flatMap((gate): Block[] => [
        paragraph([
          { ...strong(gate.id), foreign: true },
          plain(`: ${words.gateStates[gate.state] ?? gate.state}, `),
          figure(gate.done),
          plain(` ${words.daysOf} ${gate.needed} ${words.days}. ${words.earliest}: `),
          time(gate.earliest),
          plain('. '),
          foreign(
            Object.entries(gate.days_by_account)
              .map(([account, days]) => `${account} ${days}`)
              .join(', '),
          ),
        ]),
        ...(gate.missing.length > 0
          ? [
              {
                kind: 'list' as const,
                items: gate.missing.map((what) => ({ line: [strong(`${words.missing}: `), foreign(what)] })),
              },
            ]
          : []),
        ...(gate.resets.length > 0
          ? [
              {
                kind: 'list' as const,
                items: gate.resets.map(({ at, why }) => ({
                  line: [strong(`${words.resets}: `), time(at), plain(' '), foreign(why)],
                })),
              },
            ]
          : []),
      ])
}

function unobservedOf({ unobserved }: DailyReport, words: Words): Block[] {
  const { days, cannot_confirm, visits_denied } = unobserved
  return [
    paragraph([strong(words.unreported)]),
    days.length === 0
      ? paragraph([plain(words.unreportedOn)])
      : list(
          days.map((one): Line => [
            { ...strong(one.clause), foreign: true },
            plain(': '),
            foreign(one.days.join(', ')),
          ]),
          words,
        ),
    paragraph([strong(words.cannotConfirm)]),
    list(
      cannot_confirm.map((voice): Line => voiceLine(voice)),
      words,
    ),
    paragraph([strong(words.visitsDenied)]),
    ...keptOf(visits_denied, words),
  ]
}

function voiceLine({ speaker, side, quote, doc, claim }: DailyReport['replies'][number]['voices'][number]): Line {
  return [foreign(`“${quote}” (${speaker ?? side}, ${doc}, ${claim})`)]
}

function accessOf({ access, receipts }: DailyReport, words: Words): Block[] {
  if (access === null) return [paragraph([plain(words.noAccess)])]
  const used = new Set([
    ...access.funnel.map(({ requests }) => requests.receipt),
    ...access.seals.map(({ count }) => count.receipt),
  ])
  const example = receipts.some((one) => one.example && used.has(one.id))
  return [
    {
      kind: 'table',
      head: [words.stage, words.requests, words.people].map((text) => [plain(text)]),
      rows: access.funnel.map(({ stage, requests, people }) => [
        [plain(words.stages[stage] ?? stage)],
        [figure(requests)],
        [figure(people)],
      ]),
    },
    paragraph([
      strong(`${words.seals}: `),
      ...(access.seals.length === 0
        ? [plain(words.none)]
        : joined(
            access.seals.map(({ state, count }): Line => [
              figure(count),
              plain(` ${words.sealStates[state] ?? state}`),
            ]),
            ', ',
          )),
    ]),
    ...(example ? [paragraph([plain(words.madeUp)])] : []),
  ]
}

function deadlinesOf({ deadlines }: DailyReport, words: Words): Block[] {
  const lines = deadlines.map(({ at, clause, what }): Line => [
    time(at),
    plain(' '),
    { ...strong(clause), foreign: true },
    plain(`: ${words.deadline[what] ?? what}`),
  ])
  return [list(lines, words)]
}

function keptOf(kept: DailyReport['cases'], words: Words): Block[] {
  return [
    list(
      kept.map(({ id, what, state }): Line => [{ ...strong(id), foreign: true }, foreign(` ${what}: ${state}`)]),
      words,
    ),
  ]
}

function repliesOf({ replies, names }: DailyReport, words: Words): Block[] {
  return replies.flatMap(({ party, clauses, voices }): Block[] => [
    paragraph([
      { ...strong(names[party] ?? party), foreign: true },
      plain(clauses.length === 0 ? `. ${words.nothingAgainst}` : `. ${words.saidAgainst}: `),
      foreign(clauses.join(', ')),
    ]),
    ...(clauses.length === 0
      ? []
      : voices.length === 0
        ? [paragraph([plain(words.noReply)])]
        : [
            list(
              voices.map((voice) => voiceLine(voice)),
              words,
            ),
          ]),
  ])
}

function correctionsOf({ corrections }: DailyReport, words: Words): Block[] {
  if (corrections.looked_back_to === null) return [paragraph([plain(words.noEarlier)])]
  if (corrections.found.length === 0) return [paragraph([plain(words.stillHold)])]
  const said = (one: string) => words.verdicts[one as keyof Words['verdicts']] ?? words.standings[one] ?? one
  const rows = corrections.found.map((one) => [
    [foreign(`${one.report}`)],
    [foreign(`${one.clause}${one.account === null ? '' : ` (${one.account})`}`)],
    [plain(words.corrected[one.what] ?? one.what)],
    [plain(said(one.then))],
    [plain(said(one.now))],
    [foreign(`${one.entries.length}`)],
  ])
  const head = [words.report, words.clause, '', words.then, words.now, words.entries].map((text) => [plain(text)])
  return [{ kind: 'table', head, rows }]
}

function receiptsOf({ receipts }: DailyReport, words: Words): Block[] {
  return [
    {
      kind: 'list',
      items: receipts.map(({ id, clause, account, entries, example }) => ({
        id,
        line: [
          { ...strong(id), foreign: true },
          foreign(clause === null ? '' : ` ${clause}`),
          plain(`, ${account === null ? words.everyone : words.account} `),
          foreign(account ?? ''),
          plain(`, ${words.rests} ${spanText({ low: entries.length, high: entries.length })}: `),
          foreign(entries.join(' ')),
          ...(example ? [plain(` ${words.madeUp}`)] : []),
        ],
      })),
    },
  ]
}
