// The record of a folder: its ledger where one has begun, otherwise its reports as they would be entered.
import type { Agreement } from '@trucekeeper/agreement'
import type { Diagnostic } from '@trucekeeper/diagnostics'
import {
  openLedger,
  readLedger,
  type EvidenceReader,
  type Ledger,
  type LedgerRefusal,
  type LoggedEntry,
} from '@trucekeeper/ledger'
import { basename, join, resolve } from 'node:path'
import { formatInstant } from '@trucekeeper/time'
import type { Dispatch } from './dispatch.ts'
import { documentText } from './document-text.ts'
import { firstEntry, keysBeside, sealerBeside } from './keys.ts'
import { documentsHeld, groundsHeld } from './held-reports.ts'
import { minutesFiles, readMinutes } from './minutes/index.ts'
import { readReports, reportsBeside } from './reports.ts'

export interface FolderRecord {
  readonly entries: readonly LoggedEntry[]
  /** Where the entries come from. */
  readonly from: 'ledger' | 'reports'
  /** Reports that lie in the folder and are not in the ledger. */
  readonly waiting: readonly string[]
  /** What is wrong with reports and minutes; those are left out, and nothing else is. */
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a document by the digest of its bytes or by its name. */
  text(digestOrName: string): Promise<DocumentText | null>
}

export interface DocumentText {
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  readonly text: string
  readonly sha256: string
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: LedgerRefusal }

export function ledgerFolder(dir: string): string {
  return join(dir, 'ledger')
}

/** Reads a folder’s record without writing anything. */
export async function readRecord(
  dir: string,
  agreement: Agreement,
  texts?: readonly Agreement[],
): Promise<Outcome<FolderRecord>> {
  const ledger = await readLedger(ledgerFolder(dir), { sealer: await sealerBeside(ledgerFolder(dir)) })
  if (!ledger.ok && ledger.refusal.code !== 'no-ledger') return ledger
  if (!ledger.ok) {
    const dispatches = await readReports(dir, agreement, texts)
    const minutes = await readMinutes(dir, dispatches)
    const diagnostics = [...dispatches.flatMap((dispatch) => dispatch.diagnostics), ...minutes.diagnostics]
    const said = [...dispatches.flatMap((dispatch) => dispatch.entries), ...minutes.entries]
    const entries = said.map((entry, index) => ({ index, entry }))
    return {
      ok: true,
      value: {
        entries,
        from: 'reports',
        waiting: [],
        diagnostics,
        text: async (name) => fromDispatch(dispatches, name),
      },
    }
  }
  const entries: LoggedEntry[] = []
  // Keys say who signed the record, and nothing of what happened.
  for await (const logged of ledger.value.entries()) if (logged.entry.type !== 'key') entries.push(logged)
  const digests = new Set(entries.flatMap(({ entry }) => (entry.type === 'document' ? [entry.body.sha256] : [])))
  const { evidence } = ledger.value
  return {
    ok: true,
    value: {
      entries,
      from: 'ledger',
      waiting: await reportsBeside(dir, digests),
      diagnostics: [],
      text: (name) => documentIn(entries, evidence, name),
    },
  }
}

/**
 * Enters a folder’s reports into its ledger: the bytes as evidence first, then what all of them say at once. So a file whose
 * document is in the ledger has been entered whole. Safe to repeat.
 */
export async function enterReports(
  ledger: Ledger,
  dispatches: readonly Dispatch[],
): Promise<Outcome<{ appended: number }>> {
  const sound = dispatches.filter(({ entries }) => entries.length > 0)
  for (const { bytes } of sound) {
    const kept = await ledger.evidence.put(bytes)
    if (!kept.ok) return kept
  }
  const entries = sound.flatMap((dispatch) => dispatch.entries)
  return entries.length === 0 ? { ok: true, value: { appended: 0 } } : counted(await ledger.append(entries))
}

/**
 * Enters what a folder holds of its record: its reports, then the minutes of its centre, which rest on them. Safe to repeat:
 * what the ledger holds is told by the digest of its bytes and not read again.
 */
export async function enterFolder(
  ledger: Ledger,
  dir: string,
  agreement: Agreement,
): Promise<Outcome<{ appended: number }>> {
  const held = await documentsHeld(ledger)
  const dispatches = await readReports(dir, agreement, undefined, new Set(held.keys()))
  const reports = await enterReports(ledger, dispatches)
  if (!reports.ok || (await minutesFiles(dir)).length === 0) return reports
  const { entries } = await readMinutes(dir, [...(await groundsHeld(dir, held)), ...dispatches])
  if (entries.length === 0) return reports
  const minutes = counted(await ledger.append(entries))
  if (!minutes.ok) return minutes
  return { ok: true, value: { appended: reports.value.appended + minutes.value.appended } }
}

function counted(done: Awaited<ReturnType<Ledger['append']>>): Outcome<{ appended: number }> {
  return done.ok ? { ok: true, value: { appended: done.value.appended.length } } : done
}

/**
 * Opens a folder’s ledger for writing, with the keys that lie beside it; where there is none it makes them, begins it, and
 * registers who signs in it.
 */
export async function openFolderLedger(dir: string): Promise<Outcome<Ledger>> {
  const keys = await keysBeside(ledgerFolder(dir), originOf(dir))
  if (!keys.ok) return keys
  const opened = await openLedger(ledgerFolder(dir), { keys: keys.value.keys, notices: keys.value.notices })
  if (!opened.ok || opened.value.size > 0) return opened
  const begun = await opened.value.append([firstEntry(keys.value, formatInstant(Date.now(), 'UTC'))])
  if (begun.ok) return opened
  await opened.value.close()
  return begun
}

/** The name of a folder’s log. Names of keys hold no spaces and no `+`. */
function originOf(dir: string): string {
  return `trucekeeper/${basename(resolve(dir)).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}`
}

function fromDispatch(dispatches: readonly Dispatch[], digestOrName: string): DocumentText | null {
  const found = dispatches.find(({ sha256, doc }) => sha256 === digestOrName || doc === digestOrName)
  return found
    ? { doc: found.doc, outlet: found.outlet, published: found.published, text: found.text, sha256: found.sha256 }
    : null
}

/** A document of the record with its text, by the digest of its bytes or by its name. */
export async function documentIn(
  entries: readonly LoggedEntry[],
  evidence: EvidenceReader,
  digestOrName: string,
): Promise<DocumentText | null> {
  const found = entries.findLast(
    ({ entry }) => entry.type === 'document' && (entry.body.sha256 === digestOrName || entry.body.doc === digestOrName),
  )
  if (found?.entry.type !== 'document') return null
  const { doc, outlet, published, sha256 } = found.entry.body
  const bytes = await evidence.get(sha256)
  const text = bytes.ok ? await documentText(doc, bytes.value) : null
  return text === null ? null : { doc, outlet, published, text, sha256 }
}
