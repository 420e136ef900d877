// truce read-back: each clause as one plain sentence, under the prose that it reads.
import { namesOf, parseAgreement, sentenceOf, type AnyClause } from '@trucekeeper/agreement'
import { didYouMean, hasErrors } from '@trucekeeper/diagnostics'
import { AGREEMENT_FILE, readAgreement } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { printDiagnostics } from '../show/diagnostics.ts'
import { indented, unbroken, wrapped } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

/** A clause with the sentence that it reads back as. */
interface Read {
  readonly clause: AnyClause
  readonly sentence: string
}

export function addReadBack(program: Command, io: Terminal): void {
  program
    .command('read-back')
    .description('each clause as one plain sentence, to be held against the prose it reads')
    .argument('<file>', 'a Markdown file with truce fences, or a folder with an agreement.md')
    .option('--clause <id>', 'only the clauses of this name')
    .option('--json', 'print id, kind, heading, prose and sentence as JSON')
    .addHelpText(
      'after',
      `
Words in curly quotation marks are the text's own; the rest is what is evaluated.

Examples:
  truce read-back examples/aleppo-2016
  truce read-back agreement.md --clause first-convoy`,
    )
    .action(async (file: string, { clause, json }: { clause?: string; json?: true }) => {
      const isFolder = await stat(file).then(
        (found) => found.isDirectory(),
        () => false,
      )
      const path = isFolder ? join(file, AGREEMENT_FILE) : file
      const { source, diagnostics } = await readAgreement(path, path)
      const { clauses } = parseAgreement(source, path).text
      const wanted = clause === undefined ? clauses : clauses.filter(({ id }) => id === clause)
      const isFaulty = hasErrors(diagnostics)
      if (wanted.length === 0 && clause !== undefined && !isFaulty) throw unknownClause(clause, path, clauses)
      const names = namesOf(clauses)
      const read = wanted.map((each): Read => ({ clause: each, sentence: sentenceOf(each, names) }))
      if (json) printJson(io, read.map(forScripts))
      else if (read.length > 0) show(io, read)
      if (!isFaulty) return
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      await printDiagnostics(
        io,
        errors,
        'text',
        async (name) => (name === path && source !== '' ? source : null),
        io.notice,
      )
      throw new Stop(
        `\`${path}\` has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`,
        'what could not be read is not read back; mend the places named above',
        NO,
      )
    })
}

function forScripts({ clause: { id, kind, heading, prose }, sentence }: Read) {
  return { id, kind, heading, prose, sentence }
}

function unknownClause(id: string, path: string, clauses: readonly AnyClause[]): Stop {
  const known = [...new Set(clauses.map((clause) => clause.id))]
  const meant = didYouMean(id, known)
  const help = meant ? `did you mean \`${meant}\`?` : `\`truce read-back ${path}\` shows all of them`
  return new Stop(`\`${path}\` has no clause \`${id}\``, help)
}

/** A heading and a paragraph stand once, above all the clauses that read them. */
function show({ print, width, colours }: Terminal, read: readonly Read[]): void {
  let above: Pick<AnyClause, 'heading' | 'prose'> = { heading: [], prose: '' }
  for (const { clause, sentence } of read) {
    const { id, kind, title, heading, prose } = clause
    if (heading.join('\n') !== above.heading.join('\n')) print(`${colours.bold(heading.join(' › '))}\n`)
    if (prose !== '' && (prose !== above.prose || heading.join('\n') !== above.heading.join('\n')))
      print(`${wrapped(unbroken(prose), width).join('\n')}\n`)
    above = { heading, prose }
    print(
      `  ${colours.dim(`${kind} ${id}${title === null ? '' : ` “${title}”`}`)}\n${indented(sentence, width, '  ')}\n`,
    )
  }
}
