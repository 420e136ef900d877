// Diagnostics on the terminal: with snippets, one a line, or as JSON.
import { diagnosticJson, printGnu, printText, type Diagnostic } from '@trucekeeper/diagnostics'
import type { Terminal } from '../terminal.ts'

export type DiagnosticFormat = 'text' | 'gnu' | 'json'

/** Prints to standard output, or to another stream. `source` gives the text of a file for its snippets. */
export async function printDiagnostics(
  io: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  source: (file: string) => Promise<string | null>,
  stream: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  if (format === 'json') {
    stream.write(`${JSON.stringify(diagnostics.map(diagnosticJson), null, 2)}\n`)
    return
  }
  const { colours } = io
  const texts = new Map<string, string | null>()
  for (const { file } of diagnostics.flatMap(({ spans }) => spans))
    if (!texts.has(file)) texts.set(file, await source(file))
  const paint = {
    severity: (severity: Diagnostic['severity'], text: string) =>
      ({ error: colours.red, warning: colours.yellow, note: colours.cyan })[severity](text),
    dim: colours.dim,
  }
  for (const diagnostic of diagnostics) {
    stream.write(
      format === 'gnu'
        ? `${printGnu(diagnostic)}\n`
        : `${printText(diagnostic, (file) => texts.get(file) ?? null, paint)}\n\n`,
    )
  }
}
