// The first page, which alone tells the day: what happened, how every clause stands, and what is due.
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { list } from './parts.ts'
import { clause, figure, foreign, joined, namesOf, plain, strong, time } from './say.ts'

export function briefOf(report: DailyReport, words: Words): Block[] {
  return [
    list(
      [
        ...termLines(report, words),
        ...changedLine(report, words),
        ...actLines(report, words),
        ...toldLines(report, words),
      ],
      words,
    ),
  ]
}

function termLines({ terms }: DailyReport, words: Words): Line[] {
  return terms
    .filter(({ starts }) => starts !== null)
    .map(({ id, standing, starts, ends }): Line => [
      { ...clause(id), strong: true },
      plain(': '),
      strong(words.standings[standing] ?? standing),
      plain(`, ${words.start} `),
      time(starts),
      ...(ends === null ? [] : [plain(` ${words.end} `), time(ends)]),
    ])
}

function changedLine({ clauses }: DailyReport, words: Words): Line[] {
  const changed = clauses.flatMap(({ id, decided_by, verdicts, changed: some }): Line[] => {
    const one = some.find(({ account }) => account === decided_by)
    const now = verdicts[decided_by]?.verdict ?? 'none'
    return one
      ? [
          [
            clause(id),
            plain(' '),
            strong(words.verdicts[now]),
            plain(` (${words.was} ${words.verdicts[one.was ?? 'none']})`),
          ],
        ]
      : []
  })
  return [
    [
      strong(`${words.centre.verdictsChanged}: `),
      ...(changed.length === 0 ? [plain(words.none)] : joined(changed, '; ')),
    ],
  ]
}

function actLines(report: DailyReport, words: Words): Line[] {
  const { centre } = words
  const said = report.acts.map(({ power, at, stage, by, without_effect }): Line => [
    time(at),
    plain(' '),
    foreign(namesOf(by, report)),
    plain(' — '),
    clause(power),
    plain(` ${words.actStages[stage] ?? stage}`),
    ...(without_effect === null
      ? []
      : [plain(' ('), strong(centre.withoutEffect), plain(': '), foreign(without_effect), plain(')')]),
  ])
  return [[strong(`${centre.acts}: `), ...(said.length === 0 ? [plain(words.none)] : joined(said, '; '))]]
}

function toldLines(report: DailyReport, words: Words): Line[] {
  const { tallies, happenings, cases, calls, access } = report
  const { centre } = words
  const open = cases.filter(({ closed }) => closed === null)
  const did = (one: 'opened' | 'closed') => cases.filter((each) => each.did === one).length
  const late = cases.filter((each) => each.late.length > 0).length
  return [
    ...tallies
      .filter(({ claimed, verified }) => claimed.high + verified.high > 0)
      .map(({ clause: id, party, claimed, verified }): Line => [
        { ...strong(namesOf(party.split(', '), report)), foreign: true },
        plain(' ('),
        clause(id),
        plain(`): ${words.claimed} `),
        figure(claimed),
        plain(`, ${words.verified} `),
        figure(verified),
      ]),
    [strong(`${centre.told}: `), plain(`${happenings.length}`)],
    ...(cases.length === 0
      ? []
      : [
          [
            strong(`${words.cases}: `),
            plain(
              `${centre.undertakings.open} ${open.length}, ${centre.did.opened} ${did('opened')}, ${centre.did.closed} ${did('closed')}, ${centre.late} ${late}`,
            ),
          ],
        ]),
    ...(calls.length === 0 ? [] : [[strong(`${centre.calls}: `), plain(`${calls.length}`)]]),
    ...(access === null || access.seals_changed.length === 0
      ? []
      : [[strong(`${centre.sealsChanged}: `), plain(`${access.seals_changed.length}`)]]),
  ]
}

export function deadlinesOf(report: DailyReport, words: Words): Block[] {
  const lines = report.deadlines.map(({ at, of, id, what, who }): Line => [
    time(at),
    plain(' '),
    ...(of === 'undertaking' || of === 'request'
      ? [strong(words.centre.deadlines[of])]
      : [
          ...(of === 'case' ? [plain(`${words.centre.deadlines.case} `)] : []),
          of === 'clause' ? { ...clause(id), strong: true as const } : { ...strong(id), foreign: true as const },
        ]),
    plain(': '),
    of === 'clause' ? plain(words.deadline[what] ?? what) : foreign(what),
    ...(who.length === 0 ? [] : [plain(' — '), foreign(namesOf(who, report))]),
  ])
  return [list(lines, words)]
}
