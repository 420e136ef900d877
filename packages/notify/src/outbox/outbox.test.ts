// An outbox that was closed, cut off, or opened twice.
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { at } from '../testing/sights.ts'
import { fatesIn, Outbox, type Notice } from './outbox.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterEach(() => rm(folder, { recursive: true }))

const SIGHT = { at: at(13, '09:00'), clauses: {}, deadlines: [], gates: {}, cases: {}, acts: {}, listings: [] }
const notice = (n: number, text = 'x'): Notice => ({
  id: `ntc_${n}`,
  rule: 'r',
  desk: 'un',
  to: 'host',
  made_at: '2016-09-13T09:00+03:00',
  news: [],
  subject: 's',
  text,
})
async function opened(): Promise<Outbox> {
  const found = await Outbox.in(folder)
  if (!found.ok) throw new Error(found.message)
  return found.outbox
}

describe('an outbox', () => {
  it('knows after it was opened again what it knew', async () => {
    const before = await opened()
    await before.look('un r', SIGHT, [notice(1), notice(2), notice(3)])
    await before.told('ntc_1', 'then')
    await before.tried('ntc_2', 'then', 'no', 77)
    const [fates, sight] = [before.fates(), before.sight('un r')]
    await before.close()
    const after = await opened()
    expect(after.fates()).toEqual(fates)
    expect(after.sight('un r')).toEqual(sight)
    expect(await fatesIn(folder)).toEqual(fates)
    expect(fates.map(({ state, next_at }) => [state, next_at])).toEqual([
      ['told', null],
      ['waiting', 77],
      ['waiting', 0],
    ])
    await after.close()
  })

  it('cuts off a line that was not finished, wherever the power went', async () => {
    const before = await opened()
    await before.look('un r', SIGHT, [notice(1)])
    await before.close()
    const path = join(folder, 'outbox.jsonl')
    const sound = await readFile(path, 'utf8')
    const line = JSON.stringify({ kind: 'told', id: 'ntc_1', at: 'then' })
    for (let cut = 1; cut < line.length; cut += 7) {
      await appendFile(path, line.slice(0, cut))
      const after = await opened()
      expect(after.fates()[0]!.state).toBe('waiting')
      await after.close()
      expect(await readFile(path, 'utf8')).toBe(sound)
    }
  })

  it('is open for one process, and taken over from one that is gone', async () => {
    const one = await opened()
    expect(await Outbox.in(folder)).toEqual({
      ok: false,
      message: `process ${process.pid} is telling already from \`${folder}\``,
    })
    await one.close()
    await appendFile(join(folder, 'lock'), '999999999')
    await (await opened()).close()
  })

  it('stays short, and forgets nothing that waits', async () => {
    const outbox = await opened()
    const long = 'x'.repeat(20_000)
    for (let n = 0; n < 300; n++) {
      await outbox.look('un r', SIGHT, [notice(n, long)])
      if (n > 0) await outbox.told(`ntc_${n}`, 'then')
    }
    expect((await stat(join(folder, 'outbox.jsonl'))).size).toBeLessThan(5_000_000)
    await outbox.close()
    const after = await opened()
    expect(after.fates().find(({ state }) => state === 'waiting')!.notice.id).toBe('ntc_0')
    expect(after.fates().at(-1)!.state).toBe('told')
    expect(after.sight('un r')).toEqual(SIGHT)
    await after.close()
  })
})
