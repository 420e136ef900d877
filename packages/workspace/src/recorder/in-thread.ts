// A recorder that works on a thread of its own, so that neither signing nor reading a file keeps those waiting who only read.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Worker } from 'node:worker_threads'
import type { Recorder, RecorderOptions } from './recorder.ts'

export type ThreadedOptions = Omit<RecorderOptions, 'now'>

export interface Setting extends Pick<RecorderOptions, 'person'> {
  readonly dir: string
}

type Call = { readonly call: number }

/** To the thread: a question to the recorder, or the answer to one that it asked back. */
export type Asked =
  | (Call & { readonly name: keyof Recorder; readonly args: readonly ({ value: unknown } | { callback: number })[] })
  | { readonly question: number; readonly ok: boolean; readonly value?: unknown }

/** From the thread: an answer, or a question to a function that was given along. */
export type Told = Call &
  (
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly error: unknown }
    | { readonly callback: number; readonly question: number; readonly values: readonly unknown[] }
  )

interface Open {
  readonly args: readonly unknown[]
  /** Runs something as whoever called: what asks on whose behalf it runs is told so. */
  readonly asCaller: <T>(work: () => T) => T
  readonly done: (value: unknown) => void
  readonly fail: (error: unknown) => void
  /** What a function that was given along has thrown: it is thrown again here, as it was. */
  thrown: { readonly error: unknown } | null
}

/** The same as `folderRecorder`. Functions that are given along are called on this thread. */
export function recorderInThread(dir: string, { afterwards, ...options }: ThreadedOptions = {}): Recorder {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { dir, ...options } satisfies Setting,
  })
  const open = new Map<number, Open>()
  let calls = 0
  let gone: Error | null = null

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const ask = (asked: Asked) => thread.postMessage(asked)
  const end = (error: Error) => {
    gone = error
    for (const { fail } of open.values()) fail(error)
    open.clear()
  }
  thread.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  thread.on('exit', () => end(new Error('the recorder was closed')))
  thread.on('message', (told: Told) => {
    const one = open.get(told.call)
    if (!one) return
    if ('callback' in told) return void answer(told, one)
    open.delete(told.call)
    if (told.ok) one.done(told.value)
    else one.fail(one.thrown ? one.thrown.error : told.error)
  })

  async function answer({ callback, question, values }: Extract<Told, { callback: number }>, one: Open): Promise<void> {
    try {
      const given = one.args[callback] as (...values: readonly unknown[]) => unknown
      ask({ question, ok: true, value: await one.asCaller(() => given(...values)) })
    } catch (error) {
      one.thrown = { error }
      ask({ question, ok: false })
    }
  }

  async function called(name: keyof Recorder, args: readonly unknown[]): Promise<unknown> {
    if (gone) throw gone
    const value = await new Promise<unknown>((done, fail) => {
      const call = (calls += 1)
      open.set(call, { args, asCaller: AsyncLocalStorage.snapshot(), done, fail, thrown: null })
      const sent = args.map((one, at) => (typeof one === 'function' ? { callback: at } : { value: one }))
      ask({ call, name, args: sent })
    })
    if (isWritten(value)) await afterwards?.().catch(() => undefined)
    return value
  }

  async function close(): Promise<void> {
    if (gone) return
    await called('close', [])
    await thread.terminate()
  }

  return new Proxy({} as Recorder, {
    get: (_, name) => {
      // Whoever waits for it finds no promise.
      if (typeof name !== 'string' || name === 'then') return undefined
      return name === 'close' ? close : (...args: readonly unknown[]) => called(name as keyof Recorder, args)
    },
  })
}

const isWritten = (value: unknown) =>
  typeof value === 'object' && value !== null && 'isRepeated' in value && 'ok' in value && value.ok === true
