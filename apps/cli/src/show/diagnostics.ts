// Diagnostics on the terminal: with snippets, one a line, or as JSON.
import { diagnosticJson, printGnu, printText, type Diagnostic } from '@trucekeeper/diagnostics'
import { printJson, type Terminal } from '../terminal.ts'

export type DiagnosticFormat = 'text' | 'gnu' | 'json'

/** Prints to standard output, or says it where `say` does. `source` gives the text of a file for its snippets. */
export async function printDiagnostics(
  io: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  source: (file: string) => Promise<string | null>,
  say: (text: string) => void = io.print,
): Promise<void> {
  if (format === 'json') {
    printJson({ print: say }, diagnostics.map(diagnosticJson))
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
    say(
      format === 'gnu' ? printGnu(diagnostic) : `${printText(diagnostic, (file) => texts.get(file) ?? null, paint)}\n`,
    )
  }
}
