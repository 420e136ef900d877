// A report's page in a language: the order in which it is read, from the day in brief to the receipts.
import { printable } from '@trucekeeper/diagnostics'
import type { DailyReport } from '../model/index.ts'
import { directionOf, WORDS, type Language, type Words } from '../words/index.ts'
import type { Block, Line, Page } from './blocks.ts'
import { briefOf, deadlinesOf } from './brief.ts'
import { clausesOf, talliesOf } from './clauses.ts'
import { callsOf, casesOf, repliesOf, undertakingsOf } from './kept.ts'
import { clauseNames } from './names.ts'
import { paragraph, section } from './parts.ts'
import { correctionsOf, receiptsOf } from './record.ts'
import { foreign, joined, plain, strong, time, timeText } from './say.ts'
import { accessOf, unobservedOf } from './seen.ts'
import { gatesOf, powersOf, termsOf } from './standing.ts'

export interface PageOptions {
  /** Where receipts lead: the address of a centre's page. Without it they stay in the file. */
  readonly baseUrl?: string
}

/** Puts a report into words. The codes and quotes of the record stay in its own language. */
export function pageOf(report: DailyReport, language: Language, { baseUrl }: PageOptions = {}): Page {
  const words = WORDS[language]
  const title = `${words.report} ${report.number ?? `(${words.unnumbered})`}`
  return {
    title,
    language,
    direction: directionOf(language),
    foot: {
      text: `${title} · ${words.cutOff}`,
      code: `${timeText(report.cut_off)} · ${report.agreement.id}`,
      of: words.daysOf,
    },
    clauses: clauseNames(report),
    blocks: asPrinted(report, [
      { kind: 'heading', level: 1, text: title },
      ...headOf(report, words),
      ...section(words.centre.brief, briefOf(report, words)),
      ...section(words.deadlines, deadlinesOf(report, words)),
      ...section(words.clauses, clausesOf(report, words)),
      ...section(words.parties, talliesOf(report, words)),
      ...section(words.terms, termsOf(report, words)),
      ...section(words.powers, powersOf(report, words)),
      ...section(words.gates, gatesOf(report, words)),
      ...section(words.unobserved, unobservedOf(report, words)),
      ...section(words.access, accessOf(report, words)),
      ...section(words.happenings, [
        paragraph([strong(`${report.happenings.length}`), plain(`. ${words.happeningsSaid}`)]),
      ]),
      ...section(words.cases, casesOf(report, words)),
      ...section(words.undertakings, undertakingsOf(report, words)),
      ...section(words.centre.calls, callsOf(report, words)),
      ...section(words.replies, repliesOf(report, words)),
      ...section(words.corrections, correctionsOf(report, words)),
      ...section(words.receipts, receiptsOf(report, words, baseUrl)),
    ]),
  }
}

/** Nothing but what can be printed. The offset is said once; a time on another clock keeps its own. */
function asPrinted({ cut_off }: DailyReport, blocks: readonly Block[]): Block[] {
  const own = ` ${offsetOf(cut_off)}`
  const printed = (line: Line): Line =>
    line.map((run) => {
      const text = run.at !== undefined && run.text.endsWith(own) ? run.text.slice(0, -own.length) : run.text
      return { ...run, text: printable(text) }
    })
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
        return block
      case 'paragraph':
        return { ...block, line: printed(block.line) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, line: printed(item.line) })) }
      case 'table':
        return { ...block, rows: block.rows.map((cells) => cells.map(printed)) }
    }
  })
}

function offsetOf(at: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(at)?.[0] ?? ''
}

function headOf({ agreement, cut_off, known_at, period, previous, checkpoint }: DailyReport, words: Words): Block[] {
  const span = ({ from, to }: DailyReport['period']): Line => [time(from), plain(' — '), time(to)]
  const rows: readonly (readonly [string, Line])[] = [
    [
      words.cutOff,
      [
        time(cut_off),
        plain(', '),
        foreign(`${agreement.zone} ${offsetOf(cut_off)}`),
        plain(` (${words.centre.clock})`),
      ],
    ],
    ...(known_at === cut_off ? [] : [[words.knownAt, [time(known_at)]] as const]),
    [words.period, span(period)],
    [words.previous, span(previous)],
    [
      words.checkpoint,
      [foreign(`${checkpoint.size}`), plain(` ${words.entries}, `), foreign(checkpoint.digest.slice(0, 16))],
    ],
  ]
  return [
    paragraph([{ ...strong(agreement.title), foreign: true }]),
    paragraph(
      joined(
        rows.map(([name, line]): Line => [strong(`${name}: `), ...line]),
        ' · ',
      ),
    ),
    paragraph([plain(words.impartial), ...(words.report === WORDS.en.report ? [] : [plain(` ${words.mixed}`)])]),
  ]
}
