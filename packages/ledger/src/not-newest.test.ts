// A folder that is not the newest of its log is never written to, or the world would be shown two histories.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from './faults/results.ts'
import { openTestLedger, TEST_KEYS } from './faults/test-keys.ts'
import { keepWitnessedHead, openLedger, readLedger } from './index.ts'
import { claims, opened } from './testing/ledgers.ts'

let folder = ''
let dir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  dir = join(folder, 'ledger')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a folder that is not the newest', () => {
  const copy = (from: string, to: string) => {
    rmSync(to, { recursive: true, force: true })
    cpSync(from, to, { recursive: true })
  }

  it('is not written to when an older backup was put in its place', async () => {
    const first = await opened(dir)
    await first.append(claims(2))
    await first.close()
    copy(dir, `${folder}/backup`)
    const second = await opened(dir)
    await second.append(claims(1, 2))
    await second.close()
    copy(`${folder}/backup`, dir)
    const { code, message } = refusalOf(await openTestLedger(dir))
    expect(code).toBe('head-older')
    expect(message).toContain('3 entries were signed')
    expect(valueOf(await readLedger(dir)).size).toBe(2)
  })

  it('is not written to when a copy of it has gone on elsewhere', async () => {
    const first = await opened(dir)
    await first.append(claims(2))
    await first.close()
    copy(dir, `${folder}/clone`)
    copy(`${dir}-keys`, `${folder}/clone-keys`)
    const clone = await opened(`${folder}/clone`)
    await clone.append(claims(1, 5))
    await clone.close()
    copy(`${folder}/clone`, dir)
    expect(refusalOf(await openTestLedger(dir)).code).toBe('head-moved')
  })

  it('is not written to with the key of another log', async () => {
    await (await opened(dir)).close()
    const keys = { ...TEST_KEYS, log: { ...TEST_KEYS.log, name: 'ledger.example/other' } }
    expect(refusalOf(await openLedger(dir, { keys })).code).toBe('wrong-key')
  })

  it('is not written to when witnesses have seen more, though its keys know nothing of that', async () => {
    const ledger = await opened(dir)
    await ledger.append(claims(2))
    copy(dir, `${folder}/copy`)
    copy(`${dir}-keys`, `${folder}/copy-keys`)
    rmSync(`${folder}/copy/lock`)
    rmSync(`${folder}/copy-keys/lock`)
    await (await opened(`${folder}/copy`)).close()
    await ledger.append(claims(1, 2))
    expect(await keepWitnessedHead(`${folder}/copy`, ledger.head.note)).toBe(true)
    await ledger.close()
    const { code, message } = refusalOf(await openTestLedger(`${folder}/copy`))
    expect(code).toBe('head-older')
    expect(message).toContain('witnesses have seen a head of 3 entries')
    expect(valueOf(await readLedger(`${folder}/copy`)).size).toBe(2)
  })

  it('is not begun anew where nothing is left but the head that witnesses have seen', async () => {
    const ledger = await opened(dir)
    await ledger.append(claims(2))
    await keepWitnessedHead(dir, ledger.head.note)
    await ledger.close()
    for (const gone of [`${dir}/tile`, `${dir}/checkpoint`, `${dir}-keys/last-signed`])
      rmSync(gone, { recursive: true })
    expect(refusalOf(await openTestLedger(dir)).code).toBe('head-older')
  })

  it('is not written to when witnesses have seen another history of the same length', async () => {
    for (const [where, from] of [
      [dir, 0],
      [`${folder}/clone`, 5],
    ] as const) {
      const ledger = await opened(where)
      await ledger.append(claims(2, from))
      await keepWitnessedHead(dir, ledger.head.note)
      await ledger.close()
    }
    expect(refusalOf(await openTestLedger(dir)).code).toBe('head-moved')
  })
})
