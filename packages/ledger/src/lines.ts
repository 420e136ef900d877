// The record as text, one canonical entry a line: what is exported and read back gives the same bytes.
import { canonicalText, type Entry } from '@trucekeeper/claims'
import type { Appended, Ledger } from './ledger.ts'
import type { LoggedEntry } from './reader.ts'
import { given, refused, type LedgerRefusal, type Result } from './refusal.ts'
import { checkedEntry } from './admit.ts'

const BATCH = 500

/** Each entry as its canonical JSON and a line feed. */
export async function* exportLines(entries: AsyncIterable<LoggedEntry>): AsyncGenerator<string> {
  for await (const { entry } of entries) yield `${canonicalText(entry)}\n`
}

/**
 * Appends exported lines, in batches, those about keys left out: when a line is refused, those before its batch are in and the rest is not.
 * A line must be exactly as it was exported, since a JSON parser says nothing of a name that stands twice.
 */
export async function importLines(
  ledger: Ledger,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Result<Appended>> {
  const appended: Appended['appended'][number][] = []
  const duplicates: Appended['duplicates'][number][] = []
  let batch: Entry[] = []
  let number = 0

  async function flush(): Promise<LedgerRefusal | null> {
    const result = await ledger.append(batch)
    batch = []
    if (!result.ok) return result.refusal
    appended.push(...result.value.appended)
    duplicates.push(...result.value.duplicates)
    return null
  }

  for await (const line of lines) {
    number++
    const entry = entryOnLine(line, number)
    if (!entry.ok) return entry
    // The keys of one log mean nothing in another.
    if (entry.value.type !== 'key') batch.push(entry.value)
    if (batch.length < BATCH) continue
    const refusal = await flush()
    if (refusal) return { ok: false, refusal }
  }
  const refusal = await flush()
  return refusal ? { ok: false, refusal } : given({ appended, duplicates })
}

function entryOnLine(line: string, number: number): Result<Entry> {
  const text = line.replace(/\r?\n$/, '')
  let offered: unknown
  try {
    offered = JSON.parse(text)
  } catch {
    return refused('line-malformed', `line ${number} is no JSON`, 'one entry a line, as `truce ledger cat` writes them')
  }
  const checked = checkedEntry(offered)
  if (!checked.ok) {
    const { code, message, help } = checked.refusal
    return refused(code, `line ${number}: ${message}`, help)
  }
  const entry = checked.value
  if (canonicalText(entry) === text) return given(entry)
  return refused(
    'line-malformed',
    `line ${number} is not the canonical form of its entry`,
    'import what `truce ledger cat` wrote, unchanged; append entries from elsewhere instead',
  )
}
