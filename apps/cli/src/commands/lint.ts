// truce lint: what is wrong with agreements, and what a reader should stumble over, with its place.
import { didYouMean, hasErrors, sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { lintAgreement, RULES, type Accepted } from '@trucekeeper/lint'
import { AGREEMENT_FILE, readAgreement } from '@trucekeeper/workspace'
import { Option, type Command } from 'commander'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeRuns, type WrittenRun } from '../runs.ts'
import { printDiagnostics, type DiagnosticFormat } from '../show/diagnostics.ts'
import { NO, Stop, type Terminal } from '../terminal.ts'

interface LintOptions {
  format: DiagnosticFormat
  json?: true
  explain?: string | true
  runs?: string
}

export function addLint(program: Command, io: Terminal): void {
  program
    .command('lint')
    .description('what is wrong with agreements, with its place and what to do')
    .argument('[file...]', 'Markdown files with truce fences, or folders with an agreement.md')
    .addOption(new Option('--format <form>', 'how to print').choices(['text', 'gnu', 'json']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--explain [rule]', 'print the page of a rule, or the names of all of them')
    .option('--runs <folder>', 'write the runs that findings tell of, each a folder for `truce status`')
    .addHelpText(
      'after',
      '\nExamples:\n  truce lint examples/aleppo-2016\n  truce lint agreement.md --format gnu\n  truce lint --explain mutual-wait\n  truce lint agreement.md --runs runs',
    )
    .action(async (files: string[], { format, json, explain, runs }: LintOptions) => {
      if (explain !== undefined) return io.print(explain === true ? rulesList() : await pageOf(explain))
      if (files.length === 0)
        throw new Stop('no file is named', 'name an agreement, or a folder with an `agreement.md`')
      const linted = []
      for (const file of files) linted.push(await lint(file, runs ?? null))
      const diagnostics = linted.flatMap((one) => one.diagnostics)
      await printDiagnostics(io, diagnostics, json ? 'json' : format, (file) =>
        readFile(file, 'utf8').catch(() => null),
      )
      const isText = !json && format === 'text'
      if (isText) for (const line of acceptedLines(linted.flatMap(({ accepted }) => accepted))) io.print(line)
      if (isText)
        for (const { folder, at } of linted.flatMap((one) => one.runs))
          io.print(`run: truce status ${folder} --at ${at}`)
      if (hasErrors(diagnostics)) throw new Stop('', '', NO)
      if (isText && diagnostics.length === 0) io.print(`${files.join(', ')}: nothing to say`)
    })
}

interface FileLinted {
  readonly diagnostics: readonly Diagnostic[]
  readonly accepted: readonly Accepted[]
  readonly runs: readonly WrittenRun[]
}

async function lint(file: string, into: string | null): Promise<FileLinted> {
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const path = isFolder ? join(file, AGREEMENT_FILE) : file
  const read = await readAgreement(path, path)
  const { diagnostics, text, source, agreement } = read
  const linted = text ? lintAgreement({ text, source, agreement }, { runs: true }) : { diagnostics: [], accepted: [] }
  // Spans name the files as the user reaches them from here.
  const beside = (name: string) => (name === path ? path : join(path, '..', name))
  const reached = <D extends Diagnostic>(diagnostic: D): D => ({
    ...diagnostic,
    spans: diagnostic.spans.map((span) => ({ ...span, file: beside(span.file) })),
  })
  return {
    diagnostics: sortDiagnostics([...diagnostics, ...linted.diagnostics].map(reached)),
    runs: into === null ? [] : await writeRuns(into, path, read, linted.diagnostics),
    accepted: linted.accepted.map((one) => ({ ...one, diagnostic: reached(one.diagnostic) })),
  }
}

function acceptedLines(accepted: readonly Accepted[]): string[] {
  return accepted.map(({ diagnostic: { code, message, spans }, because }) => {
    const [span] = spans
    return `accepted: ${span ? `${span.file}:${span.range.start.line}: ` : ''}${message} [${code}]\n  because: ${because}`
  })
}

function rulesList(): string {
  const width = Math.max(...RULES.map(({ name }) => name.length))
  return RULES.map(({ name, severity, summary }) => `${name.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`).join(
    '\n',
  )
}

async function pageOf(name: string): Promise<string> {
  const rule = RULES.find((one) => one.name === name)
  if (!rule) {
    const meant = didYouMean(
      name,
      RULES.map((one) => one.name),
    )
    throw new Stop(
      `there is no rule \`${name}\``,
      meant ? `did you mean \`${meant}\`?` : '`truce lint --explain` alone lists them',
    )
  }
  const page = new URL(`rules/${name}/README.md`, import.meta.resolve('@trucekeeper/lint'))
  return (await readFile(page, 'utf8')).trimEnd()
}
