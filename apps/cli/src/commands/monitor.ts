// truce monitor: a formula of metric temporal logic over a trace, without any agreement.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { isPropositional, monitorStream, parseFormula, type Formula, type Shown } from '@trucekeeper/temporal'
import { Option, type Command } from 'commander'
import { chunksOf, send, textOf } from '../bytes.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import { MISUSED, Stop, type Terminal } from '../terminal.ts'

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

Examples:
  truce monitor --formula formula.json --trace trace.jsonl
  tail -f trace.jsonl | truce monitor --formula formula.json --violations`,
    )
    .action(async ({ formula: path, trace, violations, last }: Options) => {
      const text = await textOf(path)
      const { formula, diagnostics } = parseFormula(text, path)
      if (formula === null) return refuse(io, diagnostics, text)
      if (!isPropositional(formula)) {
        throw new Stop(`\`${path}\`: variables and comparisons cannot be monitored yet`, 'use atoms without arguments')
      }
      const refused = await monitored(formula, trace, violations ? 'violations' : last ? 'last' : 'all')
      if (refused) await refuse(io, [refused], null)
    })
}

async function monitored(formula: Formula, trace: string, shown: Shown): Promise<Diagnostic | null> {
  const stream = monitorStream(formula, { file: trace === '-' ? 'standard input' : trace, shown, write: send })
  for await (const chunk of chunksOf(trace)) if (!stream.read(chunk)) break
  return stream.end()
}

async function refuse(io: Terminal, diagnostics: readonly Diagnostic[], text: string | null): Promise<never> {
  await printDiagnostics(io, diagnostics, 'text', async () => text, process.stderr)
  throw new Stop('', '', MISUSED)
}
