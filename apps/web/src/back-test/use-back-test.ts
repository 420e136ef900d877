// One back-test at a time in a worker of its own: how far it is, what came of it, and how to stop it.
import type { BackTestBasis } from '@trucekeeper/api'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { words } from '../words.ts'
import type { Asked, Told } from './messages.ts'
import type { OwnText } from './own-text.tsx'

export type Work =
  | { readonly step: 'idle' }
  | { readonly step: 'cancelled' }
  | { readonly step: 'refused'; readonly message: string; readonly help: string; readonly place: string | null }
  | Extract<Told, { step: 'reading' | 'judging' | 'done' }>

export function useBackTest() {
  const [work, setWork] = useState<Work>({ step: 'idle' })
  const worker = useRef<Worker | null>(null)

  useEffect(() => () => stop(worker), [])

  return {
    work,
    start(file: File, basis: BackTestBasis, own: OwnText | null) {
      stop(worker)
      setWork({ step: 'reading', bytes: 0, of: file.size, rows: 0 })
      const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
      worker.current = started
      const end = (ended: Work) => {
        setWork(ended)
        stop(worker)
      }
      started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        // A word sent before the worker was stopped may still arrive.
        if (worker.current !== started) return
        if (data.step === 'reading' || data.step === 'judging') setWork(data)
        else end(data.step === 'done' ? data : refusalOf(data))
      })
      started.addEventListener('error', () => {
        if (worker.current === started)
          end({ step: 'refused', message: words.backTest.bug, help: words.backTest.bugHelp, place: null })
      })
      const asked: Asked = { file, basis, own }
      started.postMessage(asked, [])
    },
    cancel() {
      stop(worker)
      setWork({ step: 'cancelled' })
    },
  }
}

function stop(worker: RefObject<Worker | null>): void {
  worker.current?.terminate()
  worker.current = null
}

function refusalOf(told: Extract<Told, { step: 'refused' | 'failed' | 'unlinked' }>): Work {
  if (told.step === 'unlinked') {
    const message = words.backTest.ownErrors(told.errors)
    return { step: 'refused', message, help: words.backTest.ownErrorsHelp, place: null }
  }
  if (told.step === 'refused') {
    const { message, help, line, column } = told
    return { step: 'refused', message, help, place: words.backTest.place(line, column) }
  }
  const [message, help] =
    told.problem === 'notText'
      ? [words.backTest.notText, words.backTest.notTextHelp]
      : [words.backTest.unread, words.backTest.unreadHelp]
  return { step: 'refused', message, help, place: null }
}
