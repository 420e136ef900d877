// For tests: a language server as an editor starts it, and what it says.
import { spawn } from 'node:child_process'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import type { Diagnostic, InitializeResult, Position } from 'vscode-languageserver/node'

interface Findings {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: readonly Diagnostic[]
}

export type Client = Awaited<ReturnType<typeof startClient>>

/** Starts the server and says hello. */
export async function startClient(command: string, args: readonly string[]) {
  const server = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  let complaints = ''
  server.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const said: Findings[] = []
  const waiting: { readonly wanted: (findings: Findings) => boolean; readonly give: (findings: Findings) => void }[] =
    []
  connection.onNotification('textDocument/publishDiagnostics', (findings: Findings) => {
    said.push(findings)
    for (const { wanted, give } of waiting) if (wanted(findings)) give(findings)
  })
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  const ask = <T>(method: string, params: unknown) => connection.sendRequest<T>(method, params)
  const tell = (method: string, params: unknown) => connection.sendNotification(method, params)
  const hello = await ask<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  })
  await tell('initialized', {})
  return {
    hello,
    ask,
    tell,
    /** What the server wrote beside the protocol. */
    complaints: () => complaints,
    open: (uri: string, text: string) =>
      tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }),
    change: (uri: string, version: number, text: string) =>
      tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    /** The findings of that version of a document, once they are there. */
    findings: (uri: string, version = 1): Promise<readonly Diagnostic[]> => {
      const wanted = (findings: Findings) => findings.uri === uri && findings.version === version
      const there = said.findLast(wanted)
      if (there) return Promise.resolve(there.diagnostics)
      return new Promise((resolve) => waiting.push({ wanted, give: ({ diagnostics }) => resolve(diagnostics) }))
    },
    /** The next findings that are sent for a document. */
    next: (uri: string): Promise<readonly Diagnostic[]> =>
      new Promise((resolve) =>
        waiting.push({ wanted: (findings) => findings.uri === uri, give: ({ diagnostics }) => resolve(diagnostics) }),
      ),
    /** Says goodbye; gives the exit code. */
    async stop(): Promise<number | null> {
      await ask('shutdown', null)
      await tell('exit', null)
      const code = await ended
      connection.dispose()
      return code
    },
    kill: () => server.kill(),
  }
}

/** The protocol's position of a stretch of a text, or so many letters into it. */
export function positionOf(text: string, stretch: string, into = 0): Position {
  const offset = text.indexOf(stretch)
  if (offset === -1) throw new Error(`\`${stretch}\` does not stand in the text`)
  const before = text.slice(0, offset + into).split('\n')
  return { line: before.length - 1, character: before.at(-1)!.length }
}

/** The stretch of a text that a range of the protocol covers. */
export function stretchOf(text: string, { start, end }: { start: Position; end: Position }): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return text.slice(offset(start), offset(end))
}
