// The words of the screen of notices, in English.
import { codes } from '../../plural.ts'

export const en = {
  title: 'Notices',
  help: 'By which rules your desk is told of what is new, by webhook or mail, and what became of it. You are told of nothing that your desk does not see.',
  rules: 'Rules',
  off: 'This server tells nobody',
  offHelp: 'Whoever runs it can start it with --notify, or run truce notify beside it.',
  noRules:
    'There is no rule for your desk. Rules are in the file notify.json beside the agreement; ask whoever runs the server for one.',
  name: 'Rule',
  desk: 'Desk',
  desks: 'every desk',
  of: 'Tells of',
  about: 'About',
  every: 'every clause',
  to: 'To',
  how: codes({ webhook: 'webhook', mail: 'mail' }),
  when: 'When',
  atOnce: 'as soon as it is seen',
  digest: (hour: string) => `once a day, at ${hour}`,
  quiet: (from: string, until: string) => `not from ${from} to ${until}`,
  lead: (hours: string) => `deadlines ${hours} hours before`,
  language: 'Language',
  kinds: codes({
    verdict: 'verdicts that changed',
    deadline: 'deadlines near and passed',
    late: 'who is late',
    case: 'cases opened and moved',
    gate: 'gates',
    act: 'uses of powers',
    report: 'daily reports ready',
    listing: 'listed people confirmed',
  }),
  last: 'What was told last',
  nothing: 'Nothing was told yet. The first look tells nothing: what comes from then on stands here.',
  subject: 'What',
  made: 'Made',
  state: 'What became of it',
  states: codes({ waiting: 'not taken yet', told: 'taken', given_up: 'given up after three days' }),
  tries: (count: number) => (count === 1 ? 'after one try' : `after ${count} tries`),
  next: (when: string) => `tried again ${when}`,
  why: 'Why not',
  read: 'Read it',
}

export type NoticeWords = typeof en
