// A line of JSON for every request, in a file or where the rest is printed.
import { printableJson } from '@trucekeeper/diagnostics'
import type { RequestLine } from '@trucekeeper/server'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Stop } from './terminal.ts'

export interface RequestLog {
  readonly log: (line: RequestLine) => void
  close(): Promise<void>
}

/** Opens a file to which lines are added, which only its owner can read; `true` prints them. */
export async function requestLog(wanted: string | true, print: (line: string) => void): Promise<RequestLog> {
  if (wanted === true)
    return { log: (line) => print(printableJson(JSON.stringify(line))), close: async () => undefined }
  const file = await open(wanted, 'a', 0o600).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new Stop(`the log \`${wanted}\` cannot be written: ${why}`, 'name a file in a folder that is there')
  })
  const stream = createWriteStream('', { fd: file })
  // A log that can no longer be written stops nobody's work.
  stream.on('error', () => undefined)
  return {
    log: (line) => void stream.write(`${JSON.stringify(line)}\n`),
    close: () => new Promise((done) => void stream.end(() => done())),
  }
}
