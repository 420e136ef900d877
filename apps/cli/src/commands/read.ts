// truce read: the claims in documents, each with its exact words.
import type { Claim } from '@trucekeeper/claims'
import { hasErrors } from '@trucekeeper/diagnostics'
import { isZone, parseDating } from '@trucekeeper/time'
import { lexiconOf, readDispatch, utf8Of } from '@trucekeeper/workspace'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { basename } from 'node:path'
import { bytesAt, workspaceAt } from '../arguments.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import { indented } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  published?: string
  outlet?: string
  zone: string
  agreement?: string
  json?: true
}

export function addRead(program: Command, io: Terminal): void {
  program
    .command('read')
    .description('claims in documents: who says what, in which words')
    .argument('<file...>', 'plain-text reports, or - for standard input')
    .option('--published <date>', 'when they were published: 2016-09-16, or a time with an offset', published)
    .option('--outlet <name>', 'who published them')
    .option('--zone <zone>', 'the time zone in which their days are read', zone, 'Asia/Damascus')
    .option('--agreement <dir>', 'also know the names this agreement uses')
    .addOption(new Option('--reader <reader>', 'which reader').choices(['rules']).default('rules'))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  truce read report.txt --published 2016-09-16 --outlet "An agency" --json > claims.json',
    )
    .action(async (files: string[], options: Options) => {
      const lexicon =
        options.agreement === undefined ? {} : lexiconOf((await workspaceAt(io, options.agreement)).agreement)
      const claims: Claim[] = []
      let refused = false
      for (const file of files) {
        const bytes = await bytesAt(file)
        const doc = file === '-' ? 'standard-input' : basename(file)
        const { published: when, outlet, zone: clock } = options
        const dispatch = readDispatch(
          bytes,
          { doc, zone: clock, ...(when !== undefined && { published: when }), ...(outlet !== undefined && { outlet }) },
          lexicon,
        )
        await printDiagnostics(io, dispatch.diagnostics, 'text', async () => utf8Of(bytes), process.stderr)
        refused ||= hasErrors(dispatch.diagnostics)
        claims.push(...dispatch.entries.flatMap((entry) => (entry.type === 'claim' ? [entry.body] : [])))
      }
      if (options.json) printJson(io, claims)
      else for (const claim of claims) showClaim(io, claim)
      if (refused) throw new Stop('', '', NO)
    })
}

function showClaim({ colours, print, width }: Terminal, claim: Claim): void {
  const said = [
    claim.modality,
    claim.negated ? 'negated' : '',
    claim.date ?? 'no date',
    claim.places.join(', '),
    claim.actor_blamed ? `by ${claim.actor_blamed}` : '',
  ].filter((part) => part !== '')
  print(
    `${colours.bold(claim.kind)}  ${claim.speaker ?? 'speaker unknown'} (${claim.speaker_side})${claim.via ? ` through ${claim.via}` : ''}`,
  )
  print(indented(`“${claim.quote}”`, width, '  '))
  print(
    colours.dim(indented(`${said.join(' · ')} · ${claim.doc}:${claim.start}-${claim.end} · ${claim.id}`, width, '  ')),
  )
}

function published(text: string): string {
  const precision = parseDating(text)?.precision
  if (precision !== 'day' && precision !== 'instant')
    throw new InvalidArgumentError('Write a day (2016-09-16) or a time with an offset (2016-09-16T18:00+03:00).')
  return text
}

function zone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError('Write a time zone such as Asia/Damascus.')
  return text
}
