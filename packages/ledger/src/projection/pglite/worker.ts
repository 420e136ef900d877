// The thread in which PGlite runs: it answers one statement after the other and ends when the database is not sane.
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { inFolder, inMemory } from './files.ts'

/** A folder; null for a database in memory. */
export type Place = { readonly dir: string | null }

export type Asked =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly close: true }

/** What the server says of an error, in the terms of its protocol. */
export interface SqlFault {
  readonly message: string
  readonly code: string
  readonly detail?: string
}

/** What kept the database from opening; `code` and `syscall` where it was the file system. */
export interface OpeningFault {
  readonly message: string
  readonly code?: unknown
  readonly syscall?: unknown
}

export type Told =
  | { readonly opened: true }
  | { readonly failed: OpeningFault }
  | { readonly id: number; readonly rows: unknown[]; readonly affected: number | undefined }
  | { readonly id: number; readonly fault: SqlFault }

const port = parentPort!
const { dir } = workerData as Place
const tell = (told: Told) => port.postMessage(told)

try {
  const pglite = dir === null ? await inMemory() : await inFolder(dir)
  // Closing waits for its turn too: PGlite itself would close before the statements that wait.
  let turn = Promise.resolve()
  port.on('message', (asked: Asked) => void (turn = turn.then(() => answer(pglite, asked))))
  tell({ opened: true })
} catch (error) {
  // An error that is sent as it is arrives without its code.
  const { message, code, syscall } = error as NodeJS.ErrnoException
  tell({ failed: { message, ...(syscall === undefined ? {} : { code, syscall }) } })
}

async function answer(pglite: PGlite, asked: Asked): Promise<void> {
  const { id } = asked
  if ('close' in asked) {
    await pglite.close()
    tell({ id, rows: [], affected: undefined })
    return port.close()
  }
  try {
    const { rows, affectedRows } = await pglite.query(asked.sql, [...asked.parameters])
    tell({ id, rows, affected: affectedRows })
  } catch (error) {
    const fault = faultIn(error)
    // Anything but an answer of the database means that its memory may be half changed: it must never speak again.
    if (!fault) throw error
    tell({ id, fault })
  }
}

function faultIn(error: unknown): SqlFault | null {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return null
  const { message, code, severity } = error
  if (typeof code !== 'string' || severity === 'PANIC' || severity === 'FATAL') return null
  const detail = 'detail' in error && typeof error.detail === 'string' ? { detail: error.detail } : {}
  return { message, code, ...detail }
}
