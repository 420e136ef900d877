// Who has until when to join in what another proposes, in a sentence.
import type { CaseAnswer } from '@trucekeeper/api'
import { rowText } from '../list-text.ts'
import { longMoment, timeLeft } from '../time-text.ts'
import { caseWords as said } from './words.ts'

export type Proposal = CaseAnswer['case']['proposals'][number]

export function waitingText(
  { wanted, until }: Proposal,
  nameOf: (id: string) => string,
  at: string,
  zone: string,
): string {
  const who = rowText(wanted.map(nameOf))
  return until === null ? said.waitsOpen(who) : said.waitsUntil(who, longMoment(until, zone), timeLeft(at, until))
}
