// Runs the writer in a process of its own, ends it in the middle of its work, and tells what it had acknowledged.
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { foldLedger } from '../fold.ts'
import type { Ledger } from '../index.ts'
import { openTestLedger } from './test-keys.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))

export interface Said {
  /** Acknowledged ids with their places. */
  readonly places: ReadonlyMap<string, number>
  /** Roots of the heads that were signed, by size. */
  readonly heads: ReadonlyMap<number, string>
  /** Why it ended by itself; null for one that did not. */
  readonly refusal: string | null
  readonly signal: string | null
}

export interface Run {
  readonly writer: ChildProcess
  /** After its first acknowledgement. */
  readonly writing: Promise<void>
  readonly ended: Promise<Said>
}

export function startWriter(dir: string, first: number, most = Infinity, ...control: 'unsynced'[]): Run {
  const writer = spawn(process.execPath, [WRITER, dir, String(first), String(most), ...control], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, refused] = ['', '']
  const writing = new Promise<void>((resolve) => {
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      resolve()
    })
    writer.on('close', () => resolve())
  })
  writer.stderr.setEncoding('utf8').on('data', (text: string) => (refused += text))
  const ended = new Promise<Said>((resolve) => {
    writer.on('close', (_, signal) => {
      const lines = said.split('\n').slice(0, -1)
      const places = new Map<string, number>()
      const heads = new Map<number, string>()
      for (const line of lines) {
        const [index, id, size, root] = line.split(' ')
        places.set(id!, Number(index))
        heads.set(Number(size), root!)
      }
      resolve({ places, heads, refusal: refused.trim() || null, signal })
    })
  })
  return { writer, writing, ended }
}

/** Kills a writer some milliseconds after its first acknowledgement. */
export async function killedWriter(dir: string, first: number, after: number): Promise<Said> {
  const { writer, writing, ended } = startWriter(dir, first)
  await writing
  setTimeout(() => writer.kill('SIGKILL'), after)
  const said = await ended
  if (said.signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${said.refusal}`)
  return said
}

export interface Reopened {
  readonly milliseconds: number
  readonly size: number
  /** Acknowledged entries that are not in their place, heads that are not of this record. */
  readonly lost: readonly string[]
}

/** Opens what a writer left and compares it with what that writer said. */
export async function compareWith(dir: string, { places, heads }: Said): Promise<Reopened> {
  const before = performance.now()
  const opened = await openTestLedger(dir)
  const milliseconds = performance.now() - before
  if (!opened.ok) return { milliseconds, size: 0, lost: [`it does not open: ${opened.refusal.message}`] }
  const ledger = opened.value
  const from = Math.min(...places.values())
  const lost = [...(await gone(ledger, from, places)), ...(await otherHeads(ledger, heads))]
  const { size } = ledger
  await ledger.close()
  return { milliseconds, size, lost }
}

async function gone(ledger: Ledger, from: number, places: Said['places']): Promise<string[]> {
  const { received } = await foldLedger(ledger.entries(Number.isFinite(from) ? from : 0))
  return [...places].filter(([id, index]) => received.get(id)?.index !== index).map(([id]) => `${id} is gone`)
}

async function otherHeads(ledger: Ledger, heads: Said['heads']): Promise<string[]> {
  const wrong: string[] = []
  for (const [size, root] of heads) {
    const same = size <= ledger.size && (await ledger.checkpointAt(size)).root_hash === root
    if (!same) wrong.push(`the head of ${size} entries is not one of this record`)
  }
  return wrong
}
