// truce compare: what changed between two versions of an agreement, how material it is, and who gains or loses.
import { compareAgreements, isKind, MATERIALITIES, type AgreementText, type PlaceFiles } from '@trucekeeper/agreement'
import { hasErrors } from '@trucekeeper/diagnostics'
import { parsePlaces, type Place } from '@trucekeeper/geo'
import { AGREEMENT_FILE, readAgreement, utf8Of } from '@trucekeeper/workspace'
import { Option, type Command } from 'commander'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { changesJson, comparisonMarkdown, comparisonText } from '../show/comparison.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  json?: true
  format: 'text' | 'markdown'
  failOn?: 'minor' | 'major'
}

interface Version {
  readonly text: AgreementText
  readonly places: PlaceFiles
}

export function addCompare(program: Command, io: Terminal): void {
  program
    .command('compare')
    .description('what changed between two versions of an agreement, how material it is, and who gains or loses')
    .argument('<old>', 'a Markdown file with truce fences, or a folder with an agreement.md')
    .argument('<new>', 'the version that is to take its place')
    .option('--json', 'print one record a change')
    .addOption(new Option('--format <form>', 'how to print').choices(['text', 'markdown']).default('text'))
    .addOption(
      new Option('--fail-on <weight>', 'end with 1 where a change weighs that much or more').choices([
        'minor',
        'major',
      ]),
    )
    .addHelpText(
      'after',
      `
A change is editorial, minor or major; a clause, a deadline, a zone, who is bound, who may attest or certify are major.
Deleted words stand in [-…-], added words in {+…+}.

Examples:
  truce compare agreement.md amended.md
  truce compare signed/ draft/ --format markdown
  truce compare signed/ draft/ --fail-on major`,
    )
    .action(async (old: string, now: string, options: Options) => {
      const before = await versionAt(io, old)
      const after = await versionAt(io, now)
      const places = { old: before.places, new: after.places }
      const comparison = compareAgreements(before.text, after.text, places)
      if (options.json) printJson(io, changesJson(comparison.changes))
      else io.print(options.format === 'markdown' ? comparisonMarkdown(comparison) : comparisonText(io, comparison))
      const { failOn } = options
      if (failOn && MATERIALITIES.indexOf(comparison.severity) >= MATERIALITIES.indexOf(failOn))
        throw new Stop('', '', NO)
    })
}

/** The agreement and its places, or what is wrong with it, said with its place. */
async function versionAt(io: Terminal, named: string): Promise<Version> {
  const isFolder = await stat(named).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const path = isFolder ? join(named, AGREEMENT_FILE) : named
  const { text, diagnostics } = await readAgreement(path, path)
  if (text && !hasErrors(diagnostics)) return { text, places: await placesBeside(path, text) }
  const beside = diagnostics.map((diagnostic) => ({
    ...diagnostic,
    spans: diagnostic.spans.map((span) => ({
      ...span,
      file: span.file === path ? path : join(dirname(path), span.file),
    })),
  }))
  await printDiagnostics(io, beside, 'text', (file) => readFile(file, 'utf8').catch(() => null), io.notice)
  throw new Stop(
    `\`${named}\` cannot be compared: it has errors`,
    `mend the places named above; \`truce lint ${named}\` shows them again`,
    NO,
  )
}

/** The files of places that the text refers to; it has no errors, so each of them lies beside it. */
async function placesBeside(path: string, { clauses }: AgreementText): Promise<PlaceFiles> {
  const names = clauses.flatMap((clause) =>
    (isKind(clause, 'zone') || isKind(clause, 'line')) && clause.fields.geometry ? [clause.fields.geometry.file] : [],
  )
  const files = [...new Set(names)].map(async (name): Promise<[string, readonly Place[]]> => {
    const text = utf8Of(await readFile(join(dirname(path), name)))
    return [name, text === null ? [] : parsePlaces(text).places]
  })
  return new Map(await Promise.all(files))
}
