// The side of the asking: statements go to the database's thread and their answers come back, so nobody waits on it.
import { Worker } from 'node:worker_threads'
import type { Asked, Place, SqlFault, Told } from './worker.ts'

export interface Answer {
  readonly rows: unknown[]
  /** Rows changed, for statements that change any. */
  readonly affected: number | undefined
}

export interface PgliteThread {
  /** Rejects with a `SqlError` where the database refuses, with a `ThreadEnded` where it is gone. */
  ask(sql: string, parameters: readonly unknown[]): Promise<Answer>
  /** Ends the database cleanly, once what was asked before is answered; what is asked after it is refused. */
  close(): Promise<void>
  /** Ends it as losing the process would. */
  kill(): Promise<void>
}

/** A refusal by the database, with its five-character `code`. */
export class SqlError extends Error {
  readonly code: string
  readonly detail: string | undefined

  constructor({ message, code, detail }: SqlFault) {
    super(message)
    this.code = code
    this.detail = detail
  }
}

/** The thread is gone, and whatever was not answered may or may not have been done. */
export class ThreadEnded extends Error {}

interface Waiting {
  readonly answer: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

/** Starts a thread with the database in `dir`, or in memory. Rejects with what kept it from opening. */
export async function startThread(dir: string | null): Promise<PgliteThread> {
  const place: Place = { dir }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: place })
  const opened = Promise.withResolvers<void>()
  const waiting = new Map<number, Waiting>()
  let last = 0
  let gone: ThreadEnded | null = null

  function end(cause?: unknown): void {
    gone ??= new ThreadEnded('the thread of the database ended', { cause })
    opened.reject(gone)
    for (const { fail } of waiting.values()) fail(gone)
    waiting.clear()
  }

  worker.on('message', (told: Told) => {
    if ('opened' in told) return opened.resolve()
    if ('failed' in told) return opened.reject(Object.assign(new Error(told.failed.message), told.failed))
    const asker = waiting.get(told.id)
    waiting.delete(told.id)
    if (waiting.size === 0) worker.unref()
    if ('fault' in told) asker?.fail(new SqlError(told.fault))
    else asker?.answer(told)
  })
  worker.on('error', end)
  worker.on('exit', () => end())

  function send(asked: DistributedOmit<Asked, 'id'>): Promise<Answer> {
    if (gone) return Promise.reject(gone)
    const { promise, resolve: answer, reject: fail } = Promise.withResolvers<Answer>()
    const id = ++last
    waiting.set(id, { answer, fail })
    worker.ref()
    worker.postMessage({ id, ...asked }, [])
    return promise
  }

  await opened.promise
  // A database that nobody asks anything keeps no process alive.
  worker.unref()
  return {
    ask: (sql, parameters) => send({ sql, parameters }),
    async close() {
      if (gone) return
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      const closed = send({ close: true })
      gone = new ThreadEnded('the database was closed')
      await closed
      worker.ref()
      await ended
    },
    async kill() {
      await worker.terminate()
    },
  }
}

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
