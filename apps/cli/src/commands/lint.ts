// truce lint: what is wrong with agreements, with its place.
import { hasErrors, type Diagnostic } from '@trucekeeper/diagnostics'
import { AGREEMENT_FILE, readAgreement } from '@trucekeeper/workspace'
import { Option, type Command } from 'commander'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { printDiagnostics, type DiagnosticFormat } from '../show/diagnostics.ts'
import { NO, Stop, type Terminal } from '../terminal.ts'

export function addLint(program: Command, io: Terminal): void {
  program
    .command('lint')
    .description('what is wrong with agreements, with its place and what to do')
    .argument('<file...>', 'Markdown files with truce fences, or folders with an agreement.md')
    .addOption(new Option('--format <form>', 'how to print').choices(['text', 'gnu', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', '\nExamples:\n  truce lint examples/aleppo-2016\n  truce lint agreement.md --format gnu')
    .action(async (files: string[], { format, json }: { format: DiagnosticFormat; json?: true }) => {
      const diagnostics: Diagnostic[] = []
      for (const file of files) diagnostics.push(...(await linted(file)))
      await printDiagnostics(io, diagnostics, json ? 'json' : format, (file) =>
        readFile(file, 'utf8').catch(() => null),
      )
      if (hasErrors(diagnostics)) throw new Stop('', '', NO)
      if (!json && format === 'text' && diagnostics.length === 0) io.print(`${files.join(', ')}: nothing to say`)
    })
}

/** Spans name the files as the user reaches them from here. */
async function linted(file: string): Promise<readonly Diagnostic[]> {
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const path = isFolder ? join(file, AGREEMENT_FILE) : file
  const { diagnostics } = await readAgreement(path, path)
  const beside = (name: string) => (name === path ? path : join(path, '..', name))
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    spans: diagnostic.spans.map((span) => ({ ...span, file: beside(span.file) })),
  }))
}
