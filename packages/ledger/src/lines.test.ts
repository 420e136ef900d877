// Out as text and in again, to the same bytes.
import { openTestLedger } from './faults/test-keys.ts'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonicalText } from '@trucekeeper/claims'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { refusalOf, valueOf } from './faults/results.ts'
import { actEntry, claimEntry, withdrawalEntry } from './faults/sample-entries.ts'
import { exportLines, importLines, type Ledger } from './index.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lines-'))))
afterEach(() => rmSync(folder, { recursive: true }))

async function ledgerIn(name: string): Promise<Ledger> {
  return valueOf(await openTestLedger(join(folder, name)))
}

function filesOf(name: string): Record<string, string> {
  const tiles = readdirSync(join(folder, name, 'tile'), { recursive: true, encoding: 'utf8' })
  const files = ['checkpoint', ...tiles.filter((file) => /\/\d+$/.test(file)).map((file) => `tile/${file}`)]
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, name, file)).toString('base64')]))
}

it('gives identical bytes when an export is read into another ledger, whatever the batches were', async () => {
  const first = await ledgerIn('first')
  const claims = Array.from({ length: 530 }, (_, at) => claimEntry(at))
  for (let at = 0; at < claims.length; at += 53) await first.append(claims.slice(at, at + 53))
  await first.append([actEntry(1), withdrawalEntry(claims[3]!.body.id), claimEntry(999, { quote: 'قُصف السوق 🕊' })])
  const second = await ledgerIn('second')
  const imported = await importLines(second, exportLines(first.entries()))
  expect(imported).toMatchObject({ ok: true, value: { duplicates: [] } })
  expect(filesOf('second')).toEqual(filesOf('first'))
  await Promise.all([first.close(), second.close()])

  for (const part of ['', '-keys'])
    cpSync(join(folder, `first${part}`), join(folder, `copy${part}`), { recursive: true })
  const copy = await ledgerIn('copy')
  expect(await importLines(copy, exportLines(copy.entries()))).toMatchObject({ ok: true, value: { appended: [] } })
  await copy.close()
})

it.each([
  ['no JSON', '{', 'line-malformed'],
  ['another order of names', JSON.stringify(claimEntry(1)), 'line-malformed'],
  ['a name that stands twice', canonicalText(claimEntry(1)).replace('{', '{"body":{},'), 'line-malformed'],
  ['no entry', '{"type":"claim"}', 'entry-malformed'],
])('refuses a line with %s, and says which it is', async (_, line, code) => {
  const ledger = await ledgerIn('ledger')
  const refusal = refusalOf(await importLines(ledger, [`${canonicalText(claimEntry(2))}\n`, line]))
  expect(refusal.code).toBe(code)
  expect(refusal.message).toContain('line 2')
  expect(ledger.size).toBe(0)
  await ledger.close()
})
