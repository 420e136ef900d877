import type { ClauseStatus, Status } from '@trucekeeper/api'
import { expect, it } from 'vitest'
import { changesBetween } from './changes.ts'

type Verdicts = Record<string, string | null>
const clause = (id: string, verdicts: Verdicts, more: Partial<ClauseStatus> = {}) =>
  ({
    id,
    standing: 'in_force',
    timing: 'due',
    decided_by: 'all',
    verdicts: Object.fromEntries(Object.entries(verdicts).map(([account, verdict]) => [account, { verdict }])),
    ...more,
  }) as unknown as ClauseStatus
const status = (...clauses: ClauseStatus[]) => ({ clauses }) as unknown as Status

const before = status(
  clause('a', { all: 'met', watch: 'unknown' }),
  clause('b', { all: null }, { timing: 'not_yet_due' }),
)
const now = status(
  clause('a', { all: 'met', watch: 'breached' }),
  clause('b', { all: 'unknown' }, { standing: 'suspended' }),
  clause('new', { all: 'met' }),
)

it('tells of verdict, timing and standing, each as it was and is, and of nothing that stayed', () => {
  const [change, ...others] = changesBetween(before, now)
  expect(others).toEqual([])
  expect(change).toMatchObject({
    clause: { id: 'b' },
    verdict: [null, 'unknown'],
    timing: ['not_yet_due', 'due'],
    standing: ['in_force', 'suspended'],
  })
})

it('looks through another account where one is chosen', () => {
  expect(changesBetween(before, now, 'watch')[0]).toMatchObject({
    clause: { id: 'a' },
    verdict: ['unknown', 'breached'],
  })
})
