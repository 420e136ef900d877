// A real process that is killed while it writes.
//
// SIGKILL proves that no half-written file stops the ledger from opening, that a dead writer's lock is taken over,
// and that an acknowledgement is never sent ahead of the write. It proves nothing about fsync: the system keeps the
// pages of a killed process, so a writer that never syncs loses nothing here. The power cuts are for that.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { foldLedger, fsck } from '../index.ts'
import { openTestLedger } from './test-keys.ts'
import { randomFrom, upTo } from './random.ts'
import { valueOf } from './results.ts'

const KILLS = 20
const folder = mkdtempSync(join(tmpdir(), 'ledger-kill-'))
const dir = join(folder, 'ledger')
afterAll(() => rmSync(folder, { recursive: true }))

/** Appends in another process, kills it after so many milliseconds of writing, and gives what it acknowledged. */
async function killedWriter(first: number, after: number): Promise<Map<string, number>> {
  const writer = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), dir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => writer.kill('SIGKILL'), after)
    said += text
  })
  const [, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    writer.on('close', (code, signal) => resolve([code, signal]))
  })
  expect(signal).toBe('SIGKILL')
  const whole = said.split('\n').slice(0, -1)
  return new Map(whole.map((line) => [line.split(' ')[1]!, Number(line.split(' ')[0])]))
}

it(
  `loses nothing acknowledged in ${KILLS} kills, and takes the lock over each time`,
  { timeout: 180_000 },
  async () => {
    const random = randomFrom(2016)
    const acknowledged = new Map<string, number>()
    for (let kill = 0; kill < KILLS; kill++) {
      const written = await killedWriter(kill * 100_000, upTo(random, 60))
      for (const [id, index] of written) acknowledged.set(id, index)
      const ledger = valueOf(await openTestLedger(dir))
      expect(ledger.notices.map(({ code }) => code)).toContain('lock-taken-over')
      const { received } = await foldLedger(ledger.entries())
      expect([...acknowledged].filter(([id, index]) => received.get(id)?.index !== index)).toEqual([])
      await ledger.close()
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS)
    expect(await fsck(dir)).toMatchObject({ ok: true })
  },
)
