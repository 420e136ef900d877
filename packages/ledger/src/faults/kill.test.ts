// A real process that is killed while it writes.
//
// SIGKILL proves that no half-written file stops the ledger from opening, that a dead writer's lock is taken over,
// and that an acknowledgement is never sent ahead of the write. It proves nothing about fsync: the system keeps the
// pages of a killed process, so a writer that never syncs loses nothing here. The power cuts are for that.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fsck } from '../index.ts'
import { randomFrom, upTo } from './random.ts'
import { compareWith, killedWriter } from './write-and-kill.ts'

/** `bench/kills.ts` does a thousand. */
const KILLS = 20
const folder = mkdtempSync(join(tmpdir(), 'ledger-kill-'))
const dir = join(folder, 'ledger')
afterAll(() => rmSync(folder, { recursive: true }))

it(`loses nothing acknowledged in ${KILLS} kills, and opens each time`, { timeout: 180_000 }, async () => {
  const random = randomFrom(2016)
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await killedWriter(dir, kill * 100_000, upTo(random, 60))
    acknowledged += said.places.size
    expect((await compareWith(dir, said)).lost).toEqual([])
  }
  expect(acknowledged).toBeGreaterThan(KILLS)
  const { ok, size } = await fsck(dir)
  expect(ok).toBe(true)
  expect(size).toBeGreaterThanOrEqual(acknowledged)
})
