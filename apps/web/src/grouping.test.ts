import type { AccountVerdict, ClauseStatus, Verdict } from '@trucekeeper/api'
import { describe, expect, it } from 'vitest'
import {
  accountsInOrder,
  articlesOf,
  clauseName,
  countVerdicts,
  deadlinesTogether,
  isQuestionOfEvidence,
  partyName,
  partyRows,
  sectionOf,
  shortSentence,
  verdictOf,
} from './grouping.ts'

const ACCOUNTS = [
  { id: 'russia', name: "Russia's word", decides: false },
  { id: 'all-reported', name: 'All reported', decides: true },
]

function clause(
  id: string,
  heading: string,
  parties: string[],
  verdicts: Record<string, Verdict | null>,
): ClauseStatus {
  const answers = Object.entries(verdicts).map(([account, verdict]) => {
    const answer: Pick<AccountVerdict, 'verdict'> = { verdict }
    return [account, answer as AccountVerdict] as const
  })
  return { id, heading, parties, decided_by: 'all-reported', verdicts: Object.fromEntries(answers) } as ClauseStatus
}

const CLAUSES = [
  clause('cessation:government', 'Deal › 1. Cessation › 1.2 No attacks', ['government'], {
    russia: 'met',
    'all-reported': 'contested',
  }),
  clause('first-convoy', 'Deal › 3. Access › 3.1 Aid', ['government', 'opposition'], {
    russia: 'breached',
    'all-reported': 'breached',
  }),
  clause('territory', 'Deal › 1. Cessation › 1.3 Territory', ['opposition'], {
    russia: null,
    'all-reported': 'unknown',
  }),
  clause('withdraw', 'Deal › 5. Ways out', ['russia'], { russia: null, 'all-reported': null }),
]

describe('articles', () => {
  it('stand in the order of the agreement, below the title that all share', () => {
    expect(articlesOf(CLAUSES).map(({ heading, clauses }) => [heading, clauses.length])).toEqual([
      ['1. Cessation', 2],
      ['3. Access', 1],
      ['5. Ways out', 1],
    ])
  })

  it('stand under the outermost heading where no title is shared', () => {
    const apart = CLAUSES.map((one) => ({ ...one, heading: one.heading.replace('Deal › ', '') }))
    expect(articlesOf(apart).map(({ heading }) => heading)).toEqual(['1. Cessation', '3. Access', '5. Ways out'])
  })

  it('keep a heading of their own where there is but one clause', () => {
    expect(articlesOf([CLAUSES[0]!])[0]!.heading).toBe('Deal')
  })
})

describe('verdicts', () => {
  it('are those of the account that decides, unless another is asked', () => {
    expect(verdictOf(CLAUSES[0]!)).toBe('contested')
    expect(verdictOf(CLAUSES[0]!, 'russia')).toBe('met')
    expect(verdictOf(CLAUSES[0]!, 'nobody')).toBeNull()
  })

  it('are counted, and none is no verdict', () => {
    expect(countVerdicts(CLAUSES)).toEqual({ met: 0, breached: 1, contested: 1, unknown: 1 })
    expect(countVerdicts(CLAUSES, 'russia')).toEqual({ met: 1, breached: 1, contested: 0, unknown: 0 })
  })
})

describe('parties', () => {
  it('answer for every clause that binds them, and appear only where something can be judged', () => {
    const rows = partyRows({ clauses: CLAUSES, accounts: ACCOUNTS })
    expect(rows.map(({ party }) => party)).toEqual(['government', 'opposition'])
    expect(rows[0]!.accounts.russia).toEqual({ met: 1, breached: 1, contested: 0, unknown: 0 })
    expect(rows[1]!.accounts['all-reported']).toEqual({ met: 0, breached: 1, contested: 0, unknown: 1 })
  })

  it('swap their rows when they are swapped, and nothing else changes', () => {
    const other: Record<string, string> = { government: 'opposition', opposition: 'government' }
    const swapped = CLAUSES.map((one) => ({ ...one, parties: one.parties.map((party) => other[party] ?? party) }))
    const byParty = (clauses: ClauseStatus[]) => {
      return new Map(partyRows({ clauses, accounts: ACCOUNTS }).map(({ party, accounts }) => [party, accounts]))
    }
    expect(byParty(swapped).get('opposition')).toEqual(byParty(CLAUSES).get('government'))
    expect(byParty(swapped).get('government')).toEqual(byParty(CLAUSES).get('opposition'))
  })

  it('are named as names are written', () => {
    expect(partyName('united-states')).toBe('United States')
  })
})

it('tells deadlines of one instant and kind as one', () => {
  const at = '2016-09-19T19:00:00+03:00'
  const ends = (clause: string) => ({ at, clause, what: 'ends unless extended' })
  expect(
    deadlinesTogether([ends('truce'), { at, clause: 'joint-centre', what: 'may open' }, ends('territory')]),
  ).toEqual([
    { at, what: 'ends unless extended', of: ['truce', 'territory'] },
    { at, what: 'may open', of: ['joint-centre'] },
  ])
})

it('asks evidence about duties and bans, and about nothing else', () => {
  const kinds = ['duty', 'ban', 'leave', 'gate', 'power', 'term', 'procedure']
  expect(kinds.filter(isQuestionOfEvidence)).toEqual(['duty', 'ban'])
})

it('puts the accounts that decide first', () => {
  expect(accountsInOrder(ACCOUNTS).map(({ id }) => id)).toEqual(['all-reported', 'russia'])
})

describe('a clause', () => {
  it('is named by its id, without the party that its row names', () => {
    expect(clauseName(CLAUSES[0]!)).toBe('Cessation')
    expect(clauseName(CLAUSES[1]!)).toBe('First convoy')
    expect(clauseName({ id: 'pull-back-government', parties: ['government'] })).toBe('Pull back government')
    expect(clauseName({ id: 'a:b(c', parties: ['b(c'] })).toBe('A')
  })

  it('has the number of its innermost heading', () => {
    expect(sectionOf('Deal › 2. Castello Road › 2.1 The government pulls back')).toBe('2.1')
    expect(sectionOf('5. Ways out')).toBe('5')
    expect(sectionOf('Preamble')).toBeNull()
  })

  it('shows its sentence cut between words', () => {
    expect(shortSentence('No party holds\nhumanitarian access up.')).toBe('No party holds humanitarian access up.')
    expect(shortSentence('No party holds, in whatever way, access up.', 20)).toBe('No party holds, in…')
    expect(shortSentence('x'.repeat(50), 20)).toBe(`${'x'.repeat(19)}…`)
  })
})
