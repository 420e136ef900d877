// Long inputs and outputs in large pieces, never more than one of them in memory.
import { fstatSync, openSync, read, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DONE, Stop } from './terminal.ts'

const CHUNK = 2 ** 20
const STANDARD_INPUT = 0
const STANDARD_OUTPUT = 1
const MILLISECONDS_TO_TRY_AGAIN = 2
/** Nobody wakes who waits on it: a sleep. */
const NOBODY = new Int32Array(new SharedArrayBuffer(4))

/** The bytes of a file, or of standard input for `-`, a chunk at a time; each is overwritten by one of the next. */
export async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  let [filling, full] = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)]
  try {
    const file = path === '-' ? STANDARD_INPUT : openSync(path, 'r')
    // One chunk is read while the one before is at work; not so where a read may wait for what never comes.
    const ahead = fstatSync(file).isFile()
    let reading = filled(file, filling)
    for (;;) {
      const length = await reading
      if (length === 0) return
      ;[filling, full] = [full, filling]
      if (ahead) reading = filled(file, filling)
      yield full.subarray(0, length)
      if (!ahead) reading = filled(file, filling)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`
    throw new Stop(`\`${path}\`: ${why}`, 'name a file, or - for standard input')
  }
}

export async function textOf(path: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunksOf(path)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/** Prints bytes and waits until their reader has taken them, so that they may be overwritten afterwards. */
export function send(bytes: Uint8Array): void {
  let sent = 0
  while (sent < bytes.length) {
    try {
      sent += writeSync(STANDARD_OUTPUT, bytes, sent)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') throw new Stop('', '', DONE)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(NOBODY, 0, 0, MILLISECONDS_TO_TRY_AGAIN)
    }
  }
}

async function filled(file: number, buffer: Uint8Array): Promise<number> {
  for (;;) {
    try {
      return (await promisify(read)(file, buffer, 0, buffer.length, null)).bytesRead
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      // Another process made this end of a pipe one that does not wait.
      if (code !== 'EAGAIN') throw error
      await sleep(MILLISECONDS_TO_TRY_AGAIN)
    }
  }
}
