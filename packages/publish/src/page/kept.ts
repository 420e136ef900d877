// What the centre keeps: cases, undertakings, calls, and the replies of those accused.
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { list, paragraph } from './parts.ts'
import { clause, foreign, joined, namesOf, plain, strong, time } from './say.ts'
import { voiceLine } from './seen.ts'

export function casesOf(report: DailyReport, words: Words): Block[] {
  const { cases, names } = report
  if (cases.length === 0) return [paragraph([plain(words.none)])]
  const { centre } = words
  return [
    {
      kind: 'table',
      head: [words.cases, words.clause, words.standing, `${centre.late}, ${centre.next}`].map((text) => [plain(text)]),
      rows: cases.map((one) => [
        [{ ...strong(one.case), foreign: true }, plain(': '), foreign(one.summary)],
        [
          { ...clause(one.clause), strong: true },
          plain(`, ${centre.accused}: `),
          foreign(names[one.accused] ?? one.accused),
          plain(`, ${centre.broughtBy} `),
          foreign(names[one.opened_by] ?? one.opened_by),
        ],
        stateLine(one, report, words),
        joined(
          [
            ...one.late.map(({ who, does, due }): Line => [
              strong(`${centre.late}: `),
              foreign(`${names[who] ?? who}: ${does}`),
              plain(`, ${words.due} `),
              time(due),
            ]),
            ...(one.next === null || one.late.some(({ does }) => does === one.next?.does)
              ? []
              : [
                  [
                    strong(`${centre.next}: `),
                    foreign(`${namesOf(one.next.who, report)}: ${one.next.does}`),
                    ...(one.next.due === null ? [] : [plain(`, ${words.due} `), time(one.next.due)]),
                  ],
                ]),
          ],
          '; ',
        ),
      ]),
    },
  ]
}

/** A case of which there are two findings shows both. */
function stateLine(
  { did, stage, findings, agreed, closed }: DailyReport['cases'][number],
  report: Pick<DailyReport, 'names'>,
  words: Words,
): Line {
  const { centre } = words
  return [
    strong(did === null ? centre.stages[stage] : `${centre.did[did]}, ${centre.stages[stage]}`),
    ...(findings.length === 0
      ? []
      : [
          plain(`; ${centre.agreed[agreed]}: `),
          ...joined(
            findings.map(({ of, finding, actor }): Line => [
              foreign(namesOf(of, report)),
              plain(` — ${centre.findings[finding]}`),
              ...(actor === null ? [] : [plain(': '), foreign(namesOf([actor], report))]),
            ]),
            '; ',
          ),
        ]),
    ...(closed === null
      ? []
      : [
          plain('; '),
          time(closed.at),
          plain(' '),
          foreign(`${namesOf(closed.of, report)}: ${closed.outcome} (${closed.reason})`),
        ]),
  ]
}

export function undertakingsOf({ undertakings, names }: DailyReport, words: Words): Block[] {
  const { centre } = words
  const lines = undertakings.map(({ of, for: party, to_do, clause: id, due, state, late, pressed }): Line => [
    { ...strong(names[of] ?? of), foreign: true },
    ...(party === null ? [] : [plain(` ${centre.forWhom} `), foreign(names[party] ?? party)]),
    plain(': '),
    foreign(`“${to_do}”`),
    ...(id === null ? [] : [plain(' ('), clause(id), plain(')')]),
    plain(' — '),
    strong(centre.undertakings[state]),
    ...(due === null ? [] : [plain(`, ${words.due} `), time(due)]),
    ...(late ? [plain(', '), strong(centre.late)] : []),
    ...(pressed > 0 ? [plain(`, ${centre.pressed}: ${pressed}`)] : []),
  ])
  return [list(lines, words)]
}

export function callsOf({ calls, names }: DailyReport, words: Words): Block[] {
  const { centre } = words
  return calls.length === 0
    ? [paragraph([plain(words.none)])]
    : calls.flatMap(({ at, channel, between, read_outs, agrees, silent, contradicts }): Block[] => [
        paragraph([
          time(at),
          plain(` ${centre.channels[channel]}: `),
          foreign(namesOf(between, { names })),
          plain(`. ${centre.readOuts}: ${read_outs.length}`),
          ...(read_outs.length < 2
            ? []
            : [
                plain(
                  `; ${centre.relations.agrees} ${agrees}, ${centre.relations.silent} ${silent}, ${centre.relations.contradicts} ${contradicts.length}`,
                ),
              ]),
        ]),
        ...(contradicts.length === 0
          ? []
          : [
              list(
                contradicts.map(({ of, quote, other, other_quote }): Line => [
                  strong(`${centre.relations.contradicts}: `),
                  foreign(`${of}: “${quote}”`),
                  plain(' / '),
                  foreign(`${other}: “${other_quote}”`),
                ]),
                words,
              ),
            ]),
      ])
}

export function repliesOf({ replies, names }: DailyReport, words: Words): Block[] {
  return replies.flatMap(({ party, clauses, voices, cases }): Block[] => [
    paragraph([
      { ...strong(names[party] ?? party), foreign: true },
      plain(clauses.length === 0 ? `. ${words.nothingAgainst}` : `. ${words.saidAgainst}: `),
      ...joined(
        clauses.map((id) => [clause(id)]),
        ', ',
      ),
    ]),
    ...(clauses.length === 0
      ? []
      : voices.length === 0
        ? cases.given.length > 0
          ? []
          : [paragraph([plain(words.noReply)])]
        : [
            list(
              voices.map((voice) => voiceLine(voice)),
              words,
            ),
          ]),
    ...(cases.given.length + cases.open.length === 0
      ? []
      : [
          list(
            [
              ...cases.given.map(({ case: name, of, at, text }): Line => [
                plain(`${words.centre.repliedInCase} `),
                { ...strong(name), foreign: true },
                plain(', '),
                time(at),
                plain(', '),
                foreign(`${of}: “${text}”`),
              ]),
              ...cases.open.map(({ case: name, until }): Line => [
                plain(`${words.centre.mayReplyInCase} `),
                { ...strong(name), foreign: true },
                ...(until === null ? [] : [plain(` ${words.end} `), time(until)]),
              ]),
            ],
            words,
          ),
        ]),
  ])
}
