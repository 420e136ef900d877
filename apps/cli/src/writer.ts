// Opens the record of a folder for writing, and tells what opening did or what is to be known of the keys.
import type { Ledger, Notice } from '@trucekeeper/ledger'
import { openFolderLedger } from '@trucekeeper/workspace'
import { NO, Stop, type Terminal } from './terminal.ts'

/** Opens the record of `dir`, or stops with why not. Whoever opens it closes it. */
export async function writerAt(io: Terminal, dir: string): Promise<Ledger> {
  const opened = await openFolderLedger(dir)
  if (!opened.ok) throw new Stop(opened.refusal.message, opened.refusal.help, NO)
  tellNotices(io, opened.value.notices)
  return opened.value
}

/** Tells each notice once: a review opens the record for every decision, and a short passphrase is short each time. */
export function tellNotices(io: Terminal, notices: readonly Notice[]): void {
  const before = told.get(io) ?? new Set()
  told.set(io, before)
  for (const { code, message } of notices) {
    if (!before.has(message)) (ABOUT_KEYS.has(code) ? io.notice : io.progress)(message)
    before.add(message)
  }
}

/** What is lost for good where nobody reads it. */
const ABOUT_KEYS: ReadonlySet<string> = new Set(['secret-drawn', 'secret-short'])

const told = new WeakMap<Terminal, Set<string>>()
