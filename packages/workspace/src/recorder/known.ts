// What the record of a folder holds as of now, read on from where it was read before.
import type { Claim, DocumentBody, Entry, Ruling, Withdrawal } from '@trucekeeper/claims'
import { readLedger, type EvidenceReader, type LedgerReader, type LoggedEntry } from '@trucekeeper/ledger'
import { sealerBeside } from '../keys.ts'
import { ledgerFolder, type Outcome } from '../record.ts'

type BodyOf<T extends Entry['type']> = Extract<Entry, { type: T }>['body']

export interface Known {
  readonly entries: readonly LoggedEntry[]
  readonly documents: ReadonlyMap<string, DocumentBody>
  readonly claims: ReadonlyMap<string, Claim>
  /** By the id of what is withdrawn. */
  readonly withdrawn: ReadonlyMap<string, Withdrawal>
  readonly rulings: readonly Ruling[]
  readonly evidence: EvidenceReader | null
  has(id: string): boolean
  logged(id: string): LoggedEntry | undefined
}

/**
 * Reads a folder's ledger each time it is asked, and of it only what was added since. Whoever has it open hands it over,
 * which spares opening it once more. Without a ledger nothing is known.
 */
export function knownOf(dir: string): (open?: LedgerReader) => Promise<Outcome<Known>> {
  let entries: LoggedEntry[] = []
  let size = 0
  let last: Promise<unknown> = Promise.resolve()
  async function read(open?: LedgerReader): Promise<Outcome<Known>> {
    const reader = open ? { ok: true as const, value: open } : await readerOf(ledgerFolder(dir))
    if (!reader.ok) {
      if (reader.refusal.code !== 'no-ledger') return reader
      return { ok: true, value: knownIn([], null) }
    }
    // A folder that was put back from a copy has fewer.
    if (reader.value.size < size) [entries, size] = [[], 0]
    const more: LoggedEntry[] = []
    for await (const logged of reader.value.entries(size)) more.push(logged)
    entries = [...entries, ...more]
    size = reader.value.size
    return { ok: true, value: knownIn(entries, reader.value.evidence) }
  }
  return (open) => {
    const turn = last.then(() => read(open))
    last = turn.catch(() => undefined)
    return turn
  }
}

async function readerOf(folder: string): Promise<Outcome<LedgerReader>> {
  return readLedger(folder, { sealer: await sealerBeside(folder) })
}

function knownIn(entries: readonly LoggedEntry[], evidence: EvidenceReader | null): Known {
  const byId = new Map(entries.map((logged) => [logged.entry.body.id, logged]))
  const of = <T extends Entry['type']>(type: T) =>
    entries.flatMap(({ entry }) => (entry.type === type ? [entry.body as BodyOf<T>] : []))
  const withdrawn = new Map<string, Withdrawal>()
  for (const body of of('withdrawal')) if (!withdrawn.has(body.withdraws)) withdrawn.set(body.withdraws, body)
  return {
    entries,
    documents: new Map(of('document').map((body) => [body.doc, body])),
    claims: new Map(of('claim').map((body) => [body.id, body])),
    withdrawn,
    rulings: of('ruling').filter(({ id }) => !withdrawn.has(id)),
    evidence,
    has: (id) => byId.has(id),
    logged: (id) => byId.get(id),
  }
}
