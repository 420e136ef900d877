// What each kind of clause is for, in a sentence.
import type { ClauseKind } from './kinds.ts'

/** What a clause of each kind says, for help and completion. */
export const KIND_ABOUT: Readonly<Record<ClauseKind, string>> = {
  agreement: 'What the whole is called, on whose clock its days run, and whose account decides. Every text has one.',
  party: 'Someone who is bound.',
  guarantor: 'Someone who answers for a party.',
  body: 'Someone else: a monitor, a centre, a group outside the arrangement, the people it is for.',
  zone: 'An area on the ground: a feature of a file, or a strip of some depth along a line.',
  line: 'A line on the ground: a road, a river, a line of contact.',
  anchor: 'A moment that other clauses are counted from, fixed or designated by a power.',
  measure: 'How something is counted, day by day, and when the count holds.',
  duty: 'Who does what, by when.',
  ban: 'Who does not do what, over which span.',
  leave: 'Who may do what.',
  gate: 'What does not come into being unless and until something is so.',
  power: 'Who may change the arrangement, and how.',
  term: 'How long it runs.',
  procedure: 'How a complaint runs: who does what, within which time.',
  prevails: 'Which clause wins where two speak of one thing.',
  'open-term': 'Words that are left open, with who interprets them. What rests on them says so.',
  reading: 'What somebody takes an open term to mean.',
  account: 'Whose word counts, and how many of them a fact needs.',
  accept: 'A finding that is accepted here, with the reason.',
}
