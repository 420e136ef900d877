// truce act: whether an act under a power may be done, what it would change, and its entry into the record.
import { ACT_STAGES, nameAct, type Act, type Entry } from '@trucekeeper/claims'
import { asksTables, checkAct } from '@trucekeeper/engine'
import { formatInstant } from '@trucekeeper/time'
import { enterFolder, textNaming, type Workspace } from '@trucekeeper/workspace'
import { Option, type Command } from 'commander'
import { agreementOption, instant, workspaceAt } from '../arguments.ts'
import { ids, refuseToCome } from '../case/enter.ts'
import { showEffect, showRefusals } from '../show/act.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { writerAt } from '../writer.ts'

interface ActOptions {
  stage: Act['stage']
  by: string[]
  at: number
  sets?: number
  length?: string
  form?: string
  quote?: string
  doc?: string
  received?: number
  recordedBy: string
  dryRun?: true
  agreement?: string
  json?: true
}

export function addAct(program: Command, io: Terminal): void {
  program
    .command('act')
    .description('an act under a power: may it be done, what would it change; entered unless it is a dry run')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<power>', 'the id of a power, such as extend-truce')
    .addOption(new Option('--stage <stage>', 'how far its use goes').choices([...ACT_STAGES]).makeOptionMandatory())
    .requiredOption('--by <ids>', 'who acts, with commas between', ids)
    .requiredOption('--at <time>', 'when they act', instant)
    .option('--sets <time>', 'the moment designated', instant)
    .option('--length <duration>', 'how much longer, such as "72 hours"; without it an extension has no end')
    .option('--form <text>', 'in what form')
    .option('--quote <words>', 'the words that show it, as the document has them')
    .option('--doc <name>', 'the document with those words: the name of a report, or the SHA-256 of its bytes')
    .option('--received <time>', 'when it came in; by default now', instant)
    .option('--recorded-by <name>', 'who enters it', 'desk')
    .addOption(agreementOption())
    .option('--dry-run', 'only say what it would change; needs no words')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Refused, it says which clause forbids it (exit code 1) and enters nothing. What others report of an act is entered with
their report, whatever the agreement makes of it.

Examples:
  truce act examples/aleppo-2016 certify-jic --stage exercised --by russia,united-states --at 2016-09-16T12:00+03:00 --dry-run
  truce act examples/aleppo-2016 extend-truce --stage exercised --by russia,united-states --at 2016-09-18T12:00+03:00 --length "72 hours" --dry-run`,
    )
    .action((dir: string, power: string, options: ActOptions) => act(io, dir, power, options))
}

async function act(io: Terminal, dir: string, power: string, options: ActOptions): Promise<void> {
  const workspace = await workspaceOf(io, dir, power, options.agreement)
  const { agreement } = workspace
  const words = options.dryRun && options.doc === undefined ? UNSAID : await wordsIn(workspace, options)
  const say = (at: number) => formatInstant(at, agreement.zone)
  const done = nameAct({
    power,
    stage: options.stage,
    by: options.by,
    at: say(options.at),
    ...(options.sets !== undefined && { sets: say(options.sets) }),
    ...(options.length !== undefined && { length: options.length }),
    ...(options.form !== undefined && { form: options.form }),
    ...words,
  })
  const tables = asksTables(agreement) ? { ...(await workspace.tables()), knownAt: null } : null
  const { record: known } = await workspace.known()
  const record = { ...known, tables }
  const answer = checkAct(agreement, record, done, options.at)
  if (!answer.ok) {
    if (options.json) printJson(io, answer)
    else showRefusals(io, answer.refusals)
    throw new Stop('', '', NO)
  }
  const entered = options.dryRun ? null : await enter(io, dir, workspace, done, options)
  if (options.json) printJson(io, { ...answer, entered })
  else showEffect(io, answer.effect, entered)
}

/** Under the agreement that is named, or the one of the folder that has the power. */
async function workspaceOf(io: Terminal, dir: string, power: string, named: string | undefined): Promise<Workspace> {
  const workspace = await workspaceAt(io, dir, named)
  const other = named === undefined ? textNaming(await workspace.agreements(), power) : null
  return other === null || other.id === workspace.agreement.id ? workspace : workspaceAt(io, dir, other.id)
}

const UNSAID = { doc: 'what-if', quote: 'what if', start: 0, end: 'what if'.length }

/** The words with their place in the document: what is entered can be looked up. */
async function wordsIn(
  workspace: Workspace,
  { quote, doc }: ActOptions,
): Promise<Pick<Act, 'doc' | 'doc_sha256' | 'quote' | 'start' | 'end'>> {
  if (quote === undefined || quote === '' || doc === undefined)
    throw new Stop(
      'an act is entered with the words that show it',
      'give --quote and --doc, or --dry-run to see only what it would change',
    )
  const found = await workspace.document(doc)
  if (!found) throw new Stop(`no document \`${doc}\` is in the record`, 'enter it first: truce ledger append', NO)
  const start = found.text.indexOf(quote)
  if (start < 0)
    throw new Stop(`\`${found.doc}\` does not say “${quote}”`, 'give the words exactly as the document has them', NO)
  return { doc: found.doc, doc_sha256: found.sha256, quote, start, end: start + quote.length }
}

async function enter(
  io: Terminal,
  dir: string,
  { agreement }: Workspace,
  body: Act,
  { received, recordedBy }: ActOptions,
): Promise<string> {
  const receivedAt = received ?? Date.now()
  refuseToCome(body.at, receivedAt)
  const ledger = await writerAt(io, dir)
  try {
    const reports = await enterFolder(ledger, dir, agreement)
    if (!reports.ok) throw new Stop(reports.refusal.message, reports.refusal.help, NO)
    const entry: Entry = {
      type: 'act',
      received_at: formatInstant(receivedAt, agreement.zone),
      recorded_by: recordedBy,
      body,
    }
    const done = await ledger.append([entry])
    if (!done.ok) throw new Stop(done.refusal.message, done.refusal.help, NO)
    return body.id
  } finally {
    await ledger.close()
  }
}
