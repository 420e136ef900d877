import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameAct, type Entry } from '@trucekeeper/claims'
import type { LedgerReader } from '@trucekeeper/ledger'
import { expect, it } from 'vitest'
import { followLedger } from './follow-ledger.ts'
import { openFolderLedger } from './record.ts'

it('reads an entry once, whoever holds it and however often something is added', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'follow-'))
  const opened = await openFolderLedger(dir)
  if (!opened.ok) throw new Error(opened.refusal.message)
  const ledger = opened.value
  const from: (number | undefined)[] = []
  const watched: LedgerReader = Object.create(ledger, {
    entries: {
      value: (first?: number, to?: number) => {
        from.push(first)
        return ledger.entries(first, to)
      },
    },
  }) as LedgerReader
  const follow = followLedger(dir)
  const entryOf = (number: number): Entry => ({
    type: 'act',
    received_at: '2016-09-17T12:00:00Z',
    recorded_by: 'a monitor',
    ...(number % 2 === 0 && { held_by: 'party-a' }),
    body: nameAct({
      power: 'extension',
      stage: 'exercised',
      by: ['us'],
      at: '2016-09-14T19:00+03:00',
      doc: 'report-b',
      quote: `Act ${number}`,
      start: 0,
      end: 5,
    }),
  })
  for (let number = 0; number < 6; number++) {
    const done = await ledger.append([entryOf(number)])
    expect(done.ok).toBe(true)
    const followed = await follow(watched)
    expect(followed.ok && followed.value.entries.length).toBe(number + 2)
  }
  // All of it at first, and again once there is something sealed; then only what came in.
  expect(from.slice(2)).toEqual([3, 4, 5, 6])
  await ledger.close()
  await rm(dir, { recursive: true })
})
