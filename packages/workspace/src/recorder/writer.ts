// The ledger of a folder held open while writes come in, and given back soon after, so that others can write as well.
import type { Agreement } from '@trucekeeper/agreement'
import { readLedger, type Ledger } from '@trucekeeper/ledger'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { enterFolder, ledgerFolder, openFolderLedger, type Outcome } from '../record.ts'
import { openGivenKeys, type GivenKeys } from './given-keys.ts'

export interface Writing {
  readonly ledger: Ledger
  readonly keys: GivenKeys
}

export interface FolderWriter {
  /** Does some work with the ledger open. Works that overlap share it. */
  use<T>(work: (writing: Writing) => Promise<Outcome<T>>): Promise<Outcome<T>>
  /** Waits for what is under way and gives the lock back. */
  close(): Promise<void>
}

/** So long nobody has written when the lock is given back. */
const IDLE_MS = 1_500
/** So long the lock of somebody who writes just now is waited for. */
const PATIENCE_MS = 4_000
const AGAIN_MS = 80

export const KEYS_FILE = 'answered-requests.jsonl'

export function folderWriter(dir: string, agreement: () => Promise<Agreement>): FolderWriter {
  let held: Promise<Outcome<Writing>> | null = null
  let users = 0
  let idle: NodeJS.Timeout | undefined
  let closing: Promise<void> = Promise.resolve()

  function giveBack(): Promise<void> {
    clearTimeout(idle)
    const given = held
    held = null
    if (given === null) return closing
    closing = closing.then(async () => {
      const opened = await given
      if (!opened.ok) return
      await opened.value.keys.close()
      await opened.value.ledger.close()
    })
    return closing
  }

  return {
    async use(work) {
      clearTimeout(idle)
      users += 1
      try {
        held ??= closing.then(() => openedPatiently(dir, agreement))
        const opened = await held
        if (!opened.ok) {
          held = null
          return opened
        }
        return await work(opened.value)
      } finally {
        users -= 1
        if (users === 0) idle = setTimeout(() => void giveBack(), IDLE_MS).unref()
      }
    },
    close: giveBack,
  }
}

async function openedPatiently(dir: string, agreement: () => Promise<Agreement>): Promise<Outcome<Writing>> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const opened = await openedFor(dir, agreement)
    if (opened.ok || opened.refusal.code !== 'locked' || Date.now() > until) return opened
    await pause(AGAIN_MS)
  }
}

async function openedFor(dir: string, agreement: () => Promise<Agreement>): Promise<Outcome<Writing>> {
  const before = await readLedger(ledgerFolder(dir))
  const begins = !before.ok && before.refusal.code === 'no-ledger'
  const opened = await openFolderLedger(dir)
  if (!opened.ok) return opened
  const ledger = opened.value
  // The reports of a folder without a ledger are its record; a ledger that began without them would stand in their place.
  const entered = begins ? await enterFolder(ledger, dir, await agreement()) : null
  if (entered && !entered.ok) {
    await ledger.close()
    return entered
  }
  return { ok: true, value: { ledger, keys: await openGivenKeys(join(dir, KEYS_FILE)) } }
}
