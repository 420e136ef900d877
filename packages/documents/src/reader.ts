// Hands files to a locked worker one after another, ends it when one takes too much, and starts another for the next.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { LIMITS, type Limits } from './limits.ts'
import { announced, fileFrame, takeAnswer } from './protocol.ts'
import type { Finding, Report } from './report.ts'
import { parsedFrom } from './answer.ts'

/** What a file gave. Where nothing could be read there are no reports, and at least one diagnostic of severity `error`. */
export interface FileRead {
  readonly reports: readonly Report[]
  /** About the file; their places are its beginning. */
  readonly diagnostics: readonly Diagnostic[]
  /** The most memory the worker had resident so far, in bytes; 0 where it was ended before it could say. */
  readonly peak: number
}

export interface DocumentReader {
  /** Reads one file; files handed over together wait for each other. Never rejects. */
  read(name: string, bytes: Uint8Array): Promise<FileRead>
  /** Ends the worker. A reader that is left open ends with its process. */
  close(): void
}

/** How often the worker's memory is looked at, in milliseconds. */
const WATCH = 25
/** A worker serves so many files and is replaced, so that nothing builds up in it. */
const FILES_A_WORKER = 200
const PAGE_BYTES = 4096

interface Worker {
  readonly child: ChildProcess
  served: number
}

/** A reader with a worker of its own, which is started with the first file. */
export function openDocumentReader(limits: Limits = LIMITS): DocumentReader {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = () => {
    worker?.child.kill('SIGKILL')
    worker = null
  }
  async function read(name: string, bytes: Uint8Array): Promise<FileRead> {
    if (bytes.length > limits.fileBytes) return refused(name, tooLarge(name, bytes.length, limits.fileBytes))
    // Plain text needs no worker, and should not wait for what starts one.
    worker ??= { child: (await import('./worker/start.ts')).startLocked(), served: 0 }
    const outcome = await answerOf(worker.child, name, bytes, limits)
    worker.served += 1
    const sound = 'reports' in outcome && outcome.findings.every(({ severity }) => severity !== 'error')
    const grown = 'peak' in outcome && outcome.peak > limits.residentBytes / 2
    if (!sound || grown || worker.served >= FILES_A_WORKER) end()
    if ('code' in outcome) return refused(name, outcome)
    return {
      reports: outcome.reports,
      diagnostics: outcome.findings.map((finding) => diagnosticOf(name, finding)),
      peak: outcome.peak,
    }
  }
  return {
    read(name, bytes) {
      const reading = last.then(() => read(name, bytes))
      last = reading
      return reading
    },
    close: end,
  }
}

/** One file, in a worker of its own. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<FileRead> {
  const reader = openDocumentReader()
  try {
    return await reader.read(name, bytes)
  } finally {
    reader.close()
  }
}

type Outcome = ReturnType<typeof parsedFrom> | Finding

/** What the worker says of a file, or why it was ended. */
function answerOf(child: ChildProcess, name: string, bytes: Uint8Array, limits: Limits): Promise<NonNullable<Outcome>> {
  const { stdin, stdout } = child
  hold(child, true)
  return new Promise((done) => {
    let pieces: Buffer[] = []
    let held = 0
    const settle = (outcome: NonNullable<Outcome>) => {
      clearTimeout(deadline)
      clearInterval(watch)
      stdout!.off('data', take)
      child.off('exit', died)
      child.off('error', died)
      hold(child, false)
      done(outcome)
    }
    const stop = (finding: Finding) => {
      child.kill('SIGKILL')
      settle(finding)
    }
    const take = (piece: Buffer) => {
      pieces.push(piece)
      held += piece.length
      if (held > 4 && pieces.length > 1 && pieces[0]!.length < 4) pieces = [Buffer.concat(pieces)]
      const length = announced(pieces[0]!)
      if (length === null) return
      if (length > limits.textUnits * 8) stop(broken(name))
      else if (held >= length + 4) settle(parsedFrom(takeAnswer(Buffer.concat(pieces))) ?? broken(name))
    }
    const died = () => settle(broken(name))
    const deadline = setTimeout(() => stop(tooSlow(name, limits.milliseconds)), limits.milliseconds)
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > limits.residentBytes) stop(tooHungry(name, limits.residentBytes))
    }, WATCH)
    stdout!.on('data', take)
    child.on('exit', died)
    child.on('error', died)
    for (const frame of fileFrame(name, bytes)) stdin!.write(frame)
  })
}

/** An idle worker keeps no program from ending. */
function hold(child: ChildProcess, held: boolean): void {
  for (const part of [child, child.stdin, child.stdout] as unknown as { ref?(): void; unref?(): void }[])
    if (held) part.ref?.()
    else part.unref?.()
}

/** Linux tells; elsewhere the limit of the heap stands alone. */
function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
  } catch {
    return 0
  }
}

function refused(name: string, finding: Finding): FileRead {
  return { reports: [], diagnostics: [diagnosticOf(name, finding)], peak: 0 }
}

const START = { offset: 0, line: 1, column: 1 }

function diagnosticOf(file: string, { code, severity, message, help }: Finding): Diagnostic {
  return {
    code,
    severity,
    message,
    help,
    spans: [{ file, range: { start: START, end: START }, heading: [], label: '' }],
  }
}

const error = (code: string, message: string, help: string): Finding => ({ code, severity: 'error', message, help })
const APART = 'open it on a machine that may be lost, and hand over its text as a `.txt` file'

const tooLarge = (name: string, bytes: number, most: number) =>
  error(
    'file-too-large',
    `\`${name}\` has ${bytes} bytes, and a report has at most ${most}`,
    'hand over the part that is the report',
  )
const tooSlow = (name: string, most: number) =>
  error('file-too-slow', `\`${name}\` was not read within ${most / 1000} seconds`, APART)
const tooHungry = (name: string, most: number) =>
  error('file-too-hungry', `reading \`${name}\` took more than ${Math.round(most / 2 ** 20)} megabytes`, APART)
const broken = (name: string) => error('file-broke-reader', `\`${name}\` ended the process that read it`, APART)
