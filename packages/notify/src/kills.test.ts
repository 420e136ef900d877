// A notifier that is killed again and again loses nothing, and tells nothing again that was acknowledged and kept.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { fatesIn } from './outbox/outbox.ts'
import { receiver, taking } from './testing/receiver.ts'

const TELLER = fileURLToPath(new URL('testing/teller.ts', import.meta.url))
const MOST = 60
const KILLS = 12

it('tells each thing though it is killed, again only under the same id and only what it could not keep', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kills-'))
  const counter = join(folder, 'acts')
  await writeFile(counter, '')
  const hook = await receiver(taking)
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const start = () =>
    spawn(process.execPath, [TELLER, join(folder, 'notices'), hook.url, secret, String(MOST), counter])
  const idsFrom = (from: number) => hook.got.slice(from).map(({ headers }) => String(headers['webhook-id']))
  /** What was kept as told when the notifier died, and how much had been sent by then. */
  const deaths: { readonly kept: ReadonlySet<string>; readonly sent: number }[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const teller = start()
    const ended = new Promise((done) => teller.once('exit', done))
    // Somebody writes while it lives; it dies some moments after it told something, or while it only looks.
    const heard = hook.got.length
    for (let wait = 0; wait < 100 && hook.got.length === heard; wait++) {
      await setTimeout(50)
      if (wait % 4 === 3) await appendFile(counter, '+\n')
    }
    await appendFile(counter, '+\n')
    await setTimeout(kill % 5)
    teller.kill('SIGKILL')
    await ended
    const fates = await fatesIn(join(folder, 'notices'))
    const kept = new Set(fates.flatMap(({ state, notice }) => (state === 'told' ? [notice.id] : [])))
    deaths.push({ kept, sent: hook.got.length })
  }
  await writeFile(counter, '+\n'.repeat(MOST))
  const last = start()
  let said = ''
  last.stderr.on('data', (part: Buffer) => (said += part.toString()))
  expect(await new Promise((done) => last.once('exit', done)), said).toBe(0)

  const ids = idsFrom(0)
  const told = new Map(
    hook.got.map(({ headers, body }) => [
      String(headers['webhook-id']),
      (JSON.parse(body) as { news: { act: string }[] }).news.map(({ act }) => act),
    ]),
  )
  const acts = [...told.values()].flat()
  // No act twice under two ids, none missing after the first look.
  expect(new Set(acts).size).toBe(acts.length)
  const first = Math.min(...acts.map((act) => Number(act.slice(4))))
  expect(acts.map((act) => Number(act.slice(4))).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: MOST - first }, (_, n) => n + first),
  )
  // At most one sending was cut off by each kill.
  expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(KILLS)
  expect(deaths.some(({ kept }) => kept.size > 0)).toBe(true)
  for (const { kept, sent } of deaths) expect(idsFrom(sent).filter((id) => kept.has(id))).toEqual([])
  await hook.close()
  await rm(folder, { recursive: true })
}, 240_000)
