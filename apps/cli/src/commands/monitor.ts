// truce monitor: a formula of metric temporal logic over a trace, without any agreement.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { monitorStream, parseFormula } from '@trucekeeper/temporal'
import { Option, type Command } from 'commander'
import { openSync, readSync, statSync } from 'node:fs'
import { chunksOf, send, textOf } from '../bytes.ts'
import { MISUSED, Stop, type Terminal } from '../terminal.ts'

/** It stays in the second cache while it is scanned. */
const PIECE = 2 ** 18

interface Options {
  formula: string
  trace: string
  violations?: true
  last?: true
}

export function addMonitor(program: Command, io: Terminal): void {
  program
    .command('monitor')
    .description('a formula of metric temporal logic over a trace: one verdict a time-point')
    .requiredOption('--formula <file>', 'the formula, as a JSON tree')
    .option('--trace <file>', 'the trace, one time-point a line; - for standard input', '-')
    .addOption(new Option('--violations', 'only the time-points at which it is false').conflicts('last'))
    .option('--last', 'only the last time-point')
    .option('--json', 'print JSON, which it always does')
    .addHelpText(
      'after',
      `
A formula:  {"op":"once","interval":[0,10],"arg":{"op":"atom","name":"p"}}
A trace:    {"t":12,"atoms":["p","q"]}
It prints:  {"i":0,"t":12,"v":true}    false where violated, null where the trace ended undecided
            {"i":0,"t":12,"sat":[[1]]} the values of the free variables, in the order they are first written

Examples:
  truce monitor --formula formula.json --trace trace.jsonl
  tail -f trace.jsonl | truce monitor --formula formula.json --violations`,
    )
    .action(async ({ formula: path, trace, violations, last }: Options) => {
      const text = await textOf(path)
      const { formula, diagnostics } = parseFormula(text, path)
      if (formula === null) return refuse(io, diagnostics, text)
      const monitored = await monitorStream(formula, {
        file: trace === '-' ? 'standard input' : trace,
        shown: violations ? 'violations' : last ? 'last' : 'all',
        write: send,
      })
      if (!monitored.ok) {
        const { code, message, help } = monitored.refusal
        return refuse(io, [{ code, severity: 'error', message, help, spans: [] }], text)
      }
      const { stream } = monitored
      if (isRegular(trace)) readRegular(trace, stream.read)
      else for await (const chunk of chunksOf(trace)) if (!stream.read(chunk)) break
      const fault = stream.end()
      if (fault) await refuse(io, [fault], null)
    })
}

/** Not so where a read may wait for what never comes, nor where there is nothing to read. */
function isRegular(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isFile()
  } catch {
    return false
  }
}

/** Reads a file whose bytes are there: waiting for another thread to fetch them would take longer than fetching them. */
function readRegular(path: string, read: (chunk: Uint8Array) => boolean): void {
  const buffer = new Uint8Array(PIECE)
  try {
    const file = openSync(path, 'r')
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      if (!read(buffer.subarray(0, length))) return
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || (syscall !== 'open' && syscall !== 'read')) throw error
    throw new Stop(`\`${path}\`: it cannot be read (${code})`, 'name a file, or - for standard input')
  }
}

async function refuse(io: Terminal, diagnostics: readonly Diagnostic[], text: string | null): Promise<never> {
  const { printDiagnostics } = await import('../show/diagnostics.ts')
  await printDiagnostics(io, diagnostics, 'text', async () => text, io.notice)
  throw new Stop('', '', MISUSED)
}
