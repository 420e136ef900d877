// Two workers that read an edited agreement: one for what is found in it, one for what is asked at the cursor.
import type { Answers, Asked, Basis, PanelName, Question, QuestionName, Read, Told } from './messages.ts'

/** So long after a keystroke the text is read, so that a word is read and not each of its letters. */
const PAUSE_MS = 120

export interface Reader {
  /** Reads a text soon; what is told of an older one is dropped. */
  read(source: string, panel: PanelName | null): void
  ask<Name extends QuestionName>(question: Question<Name>): Promise<Answers[Name]>
  close(): void
}

interface Listener {
  /** `since` is when its last key was pressed, as `performance.now()` counts. */
  readonly onRead: (read: Read, since: number) => void
  readonly onPanel: (told: Extract<Told, { step: 'panel' }>) => void
  readonly onBug: () => void
}

export function openReader(basis: Basis, { onRead, onPanel, onBug }: Listener): Reader {
  const [finder, answerer] = [openWorker(basis), openWorker(basis)]
  const waiting = new Map<number, (answer: never) => void>()
  let wanted = null as { source: string; panel: PanelName | null; since: number } | null
  let [busy, due] = [false, false]
  let timer = 0
  let asked = 0

  const next = () => {
    if (busy || !due || !wanted) return
    ;[busy, due] = [true, false]
    send(finder, { ask: 'read', source: wanted.source, panel: wanted.panel })
  }
  const current = (source: string) => wanted?.source === source
  finder.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.step === 'answer') return
    if (data.step === 'panel') {
      if (current(data.source)) onPanel(data)
      return
    }
    busy = false
    if (current(data.source)) onRead(data, wanted!.since)
    // One text is read at a time: what was typed meanwhile is read next, and nothing in between.
    next()
  })
  answerer.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.step !== 'answer') return
    waiting.get(data.id)?.(data.answer as never)
    waiting.delete(data.id)
  })
  for (const worker of [finder, answerer]) worker.addEventListener('error', onBug)

  return {
    read(source, panel) {
      wanted = { source, panel, since: performance.now() }
      clearTimeout(timer)
      timer = window.setTimeout(() => {
        due = true
        next()
      }, PAUSE_MS)
    },
    ask(question) {
      const id = (asked += 1)
      send(answerer, { ask: 'question', id, question })
      return new Promise((resolve) => waiting.set(id, resolve))
    },
    close() {
      clearTimeout(timer)
      finder.terminate()
      answerer.terminate()
    },
  }
}

function openWorker(basis: Basis): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  send(worker, { ask: 'begin', basis })
  return worker
}

function send(worker: Worker, asked: Asked): void {
  worker.postMessage(asked, [])
}
