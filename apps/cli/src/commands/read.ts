// truce read: the claims in documents, each with its exact words.
import type { Claim } from '@trucekeeper/claims'
import { hasErrors, printableJson } from '@trucekeeper/diagnostics'
import { openDocumentReader, type DocumentReader } from '@trucekeeper/documents'
import { lexiconOfAll, readDispatches, type Dispatch } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { bytesAt, published, workspaceAt, zone } from '../arguments.ts'
import { arrivalsIn } from '../arrivals.ts'
import {
  review,
  reviewAsked,
  reviewSource,
  withReaderOptions,
  type ReaderWords,
  type ReviewRequest,
} from '../review/index.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import { indented } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options extends ReaderWords {
  published?: string
  outlet?: string
  zone: string
  agreement?: string
  text?: true
  speech?: true
  roles?: true
  watch?: string
  json?: true
}

type Lexicon = Partial<ReturnType<typeof lexiconOfAll>>

export function addRead(program: Command, io: Terminal): void {
  const command = program
    .command('read')
    .description('claims in documents: who says what, in which words')
    .argument(
      '[file...]',
      'reports (text, HTML, DOCX, PDF, e-mail, RSS or Atom, a zip or gz of these), or - for standard input',
    )
    .option('--published <date>', 'when they were published: 2016-09-16, or a time with an offset', published)
    .option('--outlet <name>', 'who published them')
    .option('--zone <zone>', 'the time zone in which their days are read', zone, 'Asia/Damascus')
    .option('--agreement <dir>', 'also know the names this agreement uses')
    .option('--text', 'print the text as read, in which offsets count, instead of the claims')
    .option('--speech', 'print who is quoted, directly or not, whatever they speak of, instead of the claims')
    .option('--roles', 'print who did violence, to what and whom and with what, instead of the claims')
    .option('--watch <dir>', 'go on reading the files that arrive in this folder, until interrupted')
    .option('--json', 'print JSON; with --watch one claim a line')
  withReaderOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  truce read report.txt --published 2016-09-16 --outlet "An agency" --json > claims.json\n  truce read report.pdf --text\n  truce read report.pdf --review --ledger my-folder --as "A. Monitor"\n  truce read --watch incoming --json >> claims.jsonl',
    )
    .action(async (files: string[], given: Options) => {
      const request = reviewAsked(given, files)
      const folder = given.agreement ?? given.ledger
      const workspace = folder === undefined ? null : await workspaceAt(io, folder)
      const agreement = workspace?.agreement ?? null
      const lexicon: Lexicon = workspace === null ? {} : lexiconOfAll(await workspace.agreements())
      // What is reviewed is read as the reports of its record are, so that it is the same claims.
      const options = request === null || agreement === null ? given : { ...given, zone: agreement.zone }
      const reader = openDocumentReader()
      try {
        if (options.watch !== undefined) await watch(io, files, options.watch, options, lexicon, reader)
        else await readAll(io, files, options, lexicon, reader, request)
      } finally {
        reader.close()
      }
    })
}

async function readAll(
  io: Terminal,
  files: readonly string[],
  options: Options,
  lexicon: Lexicon,
  reader: DocumentReader,
  request: ReviewRequest | null,
): Promise<void> {
  if (files.length === 0) throw new Stop('there is nothing to read', 'name a file, or - for standard input')
  const dispatches: Dispatch[] = []
  for (const file of files) dispatches.push(...(await dispatchesIn(io, file, options, lexicon, reader)))
  const how = { lexicon, json: options.json === true }
  if (options.text) showTexts(io, dispatches, options)
  else if (options.speech) (await import('../show/reading.ts')).showSpeech(io, dispatches, how)
  else if (options.roles) (await import('../show/reading.ts')).showRoles(io, dispatches, how)
  else {
    const { claims, isWhole } = await claimsOfAll(io, options, dispatches)
    if (request === null)
      showClaims(
        io,
        dispatches.flatMap((dispatch) => claims.get(dispatch)!),
        options,
      )
    else {
      const sources = dispatches.flatMap((dispatch) => reviewSource(dispatch, claims.get(dispatch)!) ?? [])
      await review(io, request, sources)
    }
    if (!isWhole) throw new Stop('', '', NO)
  }
  if (dispatches.some((dispatch) => isRefused(dispatch, options))) throw new Stop('', '', NO)
}

/** What speaks to a model is loaded only where a model is asked. */
async function claimsOfAll(io: Terminal, options: Options, dispatches: readonly Dispatch[]) {
  if (options.reader === 'rules')
    return { claims: new Map(dispatches.map((dispatch) => [dispatch, claimsOf(dispatch)])), isWhole: true }
  const { claimsBy } = await import('../model/propose.ts')
  return claimsBy(io, options, dispatches, options.zone)
}

function showClaims(io: Terminal, claims: readonly Claim[], { json }: Options): void {
  if (json) printJson(io, claims)
  else for (const claim of claims) showClaim(io, claim)
}

/** Reads what arrives until it is interrupted; what is wrong with a file is said, and the next is waited for. */
async function watch(
  io: Terminal,
  files: readonly string[],
  dir: string,
  options: Options,
  lexicon: Lexicon,
  reader: DocumentReader,
): Promise<void> {
  reviewAsked(options, files)
  if (files.length > 0 || options.text)
    throw new Stop('--watch reads a folder and prints claims', 'leave out the files and --text, or --watch')
  if (!(await stat(dir).catch(() => null))?.isDirectory())
    throw new Stop(`\`${dir}\` is no folder`, 'name a folder that is there')
  const enough = new AbortController()
  const stop = () => enough.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  io.progress(`waiting for reports in ${dir}; interrupt to end`)
  for await (const file of arrivalsIn(dir, enough.signal)) {
    const dispatches = await dispatchesIn(io, file, options, lexicon, reader).catch((error: unknown) => {
      if (!(error instanceof Stop)) throw error
      io.fail(error.message, error.help)
      return []
    })
    for (const claim of dispatches.flatMap(claimsOf))
      if (options.json) io.print(printableJson(JSON.stringify(claim)))
      else showClaim(io, claim)
  }
}

async function dispatchesIn(
  io: Terminal,
  file: string,
  { published: when, outlet, zone: clock, text }: Options,
  lexicon: Lexicon,
  reader: DocumentReader,
): Promise<Dispatch[]> {
  const bytes = await bytesAt(file)
  const doc = file === '-' ? 'standard-input' : basename(file)
  const meta = {
    doc,
    zone: clock,
    ...(when !== undefined && { published: when }),
    ...(outlet !== undefined && { outlet }),
  }
  const dispatches = await readDispatches(bytes, meta, lexicon, reader)
  for (const { diagnostics, source } of dispatches) {
    const said = text ? diagnostics.filter(({ code }) => code !== UNDATED) : diagnostics
    await printDiagnostics(io, said, 'text', async () => source, io.notice)
  }
  return dispatches
}

/** A text can be looked at before anybody knows its date. */
const UNDATED = 'report-undated'

function isRefused({ diagnostics }: Dispatch, { text }: Options): boolean {
  return hasErrors(text ? diagnostics.filter(({ code }) => code !== UNDATED) : diagnostics)
}

function claimsOf({ entries }: Dispatch): Claim[] {
  return entries.flatMap((entry) => (entry.type === 'claim' ? [entry.body] : []))
}

/** One text goes out as it is, to the byte; several each below its name. */
function showTexts(io: Terminal, dispatches: readonly Dispatch[], { json }: Options): void {
  const texts = dispatches
    .filter(({ text }) => text !== '')
    .map(({ doc, outlet, published: when, text }) => ({ doc, outlet, published: when, text }))
  if (json) printJson(io, texts)
  else if (texts.length === 1 && !process.stdout.isTTY) process.stdout.write(texts[0]!.text)
  else if (texts.length === 1) io.print(texts[0]!.text)
  else for (const { doc, text } of texts) io.print(`==> ${doc} <==\n${text}`)
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
