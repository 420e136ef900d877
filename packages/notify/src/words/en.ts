// News in English.
import type { Words } from './words.ts'

export const EN: Words = {
  subject: (agreement, count) => `${agreement}: ${count === 1 ? 'one thing is new' : `${count} things are new`}`,
  intro: (agreement, desk, at) => `${agreement}, as the desk ${desk} sees it, ${at}`,
  verdict: (clause, from, to) => `Clause ${clause}: ${to}; before: ${from}.`,
  near: (clause, due, what) => `Clause ${clause}: due ${due} (${what}).`,
  passed: (clause) => `Clause ${clause}: its time has passed.`,
  late: (name, who, step) => `Case ${name}: ${who} is late with step ${step}.`,
  opened: (name, clause) => `Case ${name} was opened, about clause ${clause}.`,
  moved: (name, from, to) => `Case ${name}: ${to}; before: ${from}.`,
  gate: (clause, from, to, done, needed) =>
    `Gate ${clause}: ${to}; before: ${from}. ${done} of ${needed} days are done.`,
  act: (power, stage, by) => `${power}: ${stage}, by ${by}.`,
  report: (day) => `The report of ${day} can be had.`,
  listing: (reference) => `Reported travel: it was confirmed that ${reference} is meant.`,
  of: {
    in_force: 'in force',
    joint_finding: 'joint finding',
    sent_to_parties: 'sent to the parties',
    right_of_reply: 'right of reply',
  },
  none: 'nothing',
  footer: (rule) => `You are told by the rule “${rule}” of your desk. Who runs the server can change it.`,
}
