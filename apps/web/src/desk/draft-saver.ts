// Keeps what somebody writes on the server as they write: one request at a time, and nobody's words over another's.
import type { DeskAnswers } from '@trucekeeper/api'

export type Draft = DeskAnswers['drafts']['drafts'][number]

export type SaveState =
  | { readonly is: 'kept' | 'writing' }
  /** Somebody else changed it since; both texts are there until one is chosen. */
  | { readonly is: 'conflict'; readonly theirs: Draft }
  /** Deleted by somebody else meanwhile: the words are here alone. */
  | { readonly is: 'gone' }
  | { readonly is: 'refused'; readonly error: unknown }

export interface Calls {
  write(body: string): Promise<Draft>
  change(id: string, body: string, version: number): Promise<Draft>
  read(id: string): Promise<Draft>
  /** What a refusal is about, by its code. */
  codeOf(error: unknown): string | null
}

const CHANGED_SINCE = '409.2'
const ABSENT = '404.9'

export interface Saver {
  /** The text as it is now; it is saved by the next `save`. */
  set(text: string): void
  save(): Promise<void>
  /** After a conflict: one's own text over theirs, or theirs. */
  keepMine(): Promise<void>
  takeTheirs(): string
  draft(): Draft | null
}

export function draftSaver(start: Draft | null, calls: Calls, onState: (state: SaveState) => void): Saver {
  let kept = start
  let text = start?.body ?? ''
  let theirs: Draft | null = null
  let running: Promise<void> | null = null

  const isKept = () => text === (kept?.body ?? '') || text.trim() === ''

  async function run(): Promise<void> {
    try {
      if (theirs !== null) return
      while (!isKept()) {
        onState({ is: 'writing' })
        kept = kept ? await calls.change(kept.id, text, kept.version) : await calls.write(text)
      }
      onState({ is: 'kept' })
    } catch (error) {
      await failed(error)
    }
  }

  async function failed(error: unknown): Promise<void> {
    const code = calls.codeOf(error)
    if (code === ABSENT) {
      // What is written from here on is a draft of its own.
      kept = null
      return onState({ is: 'gone' })
    }
    if (code !== CHANGED_SINCE || !kept) return onState({ is: 'refused', error })
    try {
      theirs = await calls.read(kept.id)
      onState({ is: 'conflict', theirs })
    } catch (unread) {
      onState({ is: 'refused', error: unread })
    }
  }

  function save(): Promise<void> {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    set: (written) => {
      text = written
    },
    save,
    draft: () => kept,
    keepMine() {
      kept = theirs ?? kept
      theirs = null
      return save()
    },
    takeTheirs() {
      kept = theirs ?? kept
      theirs = null
      text = kept?.body ?? text
      onState({ is: 'kept' })
      return text
    },
  }
}
