// The entries of a folder's ledger, read on from where they were read before.
import {
  promptStorage,
  readLedger,
  type EvidenceReader,
  type LedgerReader,
  type LoggedEntry,
} from '@trucekeeper/ledger'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { sealerBeside } from './keys.ts'
import { ledgerFolder, type Outcome } from './record.ts'

export interface FollowedLedger {
  /** All that are acknowledged, in their order; the same array as long as none has come in. */
  readonly entries: readonly LoggedEntry[]
  /** Null where no ledger has begun. */
  readonly evidence: EvidenceReader | null
}

/** `open` is the ledger of whoever has it open, which spares opening it once more. */
export type FollowLedger = (open?: LedgerReader) => Promise<Outcome<FollowedLedger>>

interface Held extends FollowedLedger {
  readonly size: number
  readonly root: string
  readonly secrets: string
}

/** After so many entries others get their turn. */
const MOST_AT_ONCE = 256

const NOTHING: Held = { entries: [], evidence: null, size: 0, root: '', secrets: '' }

/** Reads a ledger each time it is asked, and of it only what was added since; everything where what it read is no longer its beginning. */
export function followLedger(dir: string): FollowLedger {
  const folder = ledgerFolder(dir)
  let held = NOTHING
  let last: Promise<unknown> = Promise.resolve()
  let opener: { readonly secrets: string; readonly sealer: ReturnType<typeof sealerBeside> } | null = null

  async function read(open?: LedgerReader): Promise<Outcome<FollowedLedger>> {
    const secrets = await secretsBeside(folder)
    if (opener?.secrets !== secrets) opener = { secrets, sealer: sealerBeside(folder) }
    // What was added is little, and those who ask wait for it; all of it is much, and others ask meanwhile.
    const storage = held.size > 0 ? { storage: promptStorage() } : {}
    const found = open
      ? { ok: true as const, value: open }
      : await readLedger(folder, { sealer: await opener.sealer, ...storage })
    if (!found.ok) {
      if (found.refusal.code !== 'no-ledger') return found
      held = NOTHING
      return { ok: true, value: held }
    }
    const reader = found.value
    const { size, root_hash: root } = reader.head
    const goesOn = held.secrets === secrets && (await beginsAs(reader, held))
    const entries = goesOn ? held.entries : []
    const more: LoggedEntry[] = []
    for await (const logged of reader.entries(goesOn ? held.size : 0, size)) {
      more.push(logged)
      if (more.length % MOST_AT_ONCE === 0) await turn()
    }
    held = {
      entries: more.length === 0 && goesOn ? entries : [...entries, ...more],
      evidence: reader.evidence,
      size,
      root,
      secrets,
    }
    return { ok: true, value: held }
  }

  return (open) => {
    const turn = last.then(() => read(open))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** A folder that was put back from a copy has fewer entries, or others. */
async function beginsAs(reader: LedgerReader, { size, root }: Held): Promise<boolean> {
  if (size === 0 || reader.size < size) return false
  if (reader.size === size) return reader.head.root_hash === root
  return (await reader.checkpointAt(size)).root_hash === root
}

/** What entries withhold can be opened by whoever has the keys, until it is destroyed; what is only added leaves those before as they were. */
async function secretsBeside(folder: string): Promise<string> {
  const [sealed, destroyed, keys] = await Promise.all(
    [join(folder, 'sealed', 'keys'), join(folder, 'sealed', 'destroyed'), `${folder}-keys`].map(statOf),
  )
  // Their folder changes with every head that is signed, which is kept there too.
  return [sealed !== null, destroyed?.size ?? '-', keys !== null].join('/')
}

const statOf = (path: string) => statSync(path, { throwIfNoEntry: false }) ?? null
