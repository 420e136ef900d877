// truce ledger: the record of a folder, appended to, printed, examined.
import { nameRuling } from '@trucekeeper/claims'
import { exportLines, fsck, readLedger, type Ledger } from '@trucekeeper/ledger'
import { formatVerifierKey } from '@trucekeeper/merkle'
import { formatInstant } from '@trucekeeper/time'
import { enterFolder, ledgerFolder, openFolderLedger } from '@trucekeeper/workspace'
import { InvalidArgumentError, type Command } from 'commander'
import { instant, workspaceAt } from '../arguments.ts'
import { intakeOf, withdrawalEntry } from '../intake.ts'
import { addLedgerCopies } from './ledger-copies.ts'
import { addLedgerKeys } from './ledger-keys.ts'
import { addLedgerTables } from './ledger-tables.ts'
import { addLedgerWitness } from './ledger-witness.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { tellNotices, writerAt } from '../writer.ts'

/** Ids with commas between, two at least. */
function idList(text: string): string[] {
  const ids = [...new Set(text.split(',').map((id) => id.trim()))].filter((id) => id !== '')
  if (ids.length < 2) throw new InvalidArgumentError('name two claims or more, with commas between their ids')
  return ids
}

interface AppendOptions {
  received?: number
  by: string
  published?: string
  outlet?: string
  withdraw?: string
  join?: string[]
  part?: string[]
  reason?: string
  withhold?: string[]
  json?: true
}

export function addLedger(program: Command, io: Terminal): void {
  const ledger = program.command('ledger').description('the record: append to it, print it, examine it')

  ledger
    .command('append')
    .description('enter reports, claims or entries; first the reports that lie in the folder')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument(
      '[file...]',
      'reports of any kind, or JSON: what truce read or truce ledger cat prints; - for standard input',
    )
    .option('--received <time>', 'when they came in; by default now', instant)
    .option('--by <name>', 'who enters them', 'desk')
    .option('--published <date>', 'when reports were published, where they do not say it')
    .option('--outlet <name>', 'who published reports, where they do not say it')
    .option('--withdraw <id>', 'take a claim, an act or a ruling back')
    .option('--join <ids>', 'rule that claims, named by ids with commas between, are of one happening', idList)
    .option('--part <ids>', 'rule that claims are of different happenings', idList)
    .option('--reason <text>', 'why it is taken back, joined or parted')
    .option(
      '--withhold <fields>',
      'fields that only the holder of the keys can read, with commas between: body.quote,body.speaker',
      (text) => text.split(',').map((name) => name.trim()),
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  truce ledger append my-folder\n  truce read report.txt --published 2016-09-16 --json | truce ledger append my-folder -\n  truce ledger append my-folder --withdraw clm_0123456789abcdef0123 --reason "the outlet corrected it"\n  truce ledger append my-folder --join clm_0123456789abcdef0123,clm_3210fedcba9876543210 --reason "one strike, told of twice"',
    )
    .action((dir: string, files: string[], options: AppendOptions) => append(io, dir, files, options))

  ledger
    .command('cat')
    .description('print the record, one entry a line')
    .argument('<dir>', 'a folder with a ledger')
    .option('--to <size>', 'only its first entries', (text) => Number(text))
    .option('--json', 'as without it: each line is JSON')
    .action(async (dir: string, { to }: { to?: number }) => {
      const reader = await readable(dir)
      for await (const line of exportLines(reader.entries(0, to))) process.stdout.write(line)
    })

  ledger
    .command('fsck')
    .description('recompute everything the record claims about itself')
    .argument('<dir>', 'a folder with a ledger')
    .option('--json', 'print JSON')
    .action(async (dir: string, { json }: { json?: true }) => {
      const found = await fsck(ledgerFolder(dir))
      if (json) printJson(io, found)
      else {
        io.print(`${found.ok ? 'sound' : 'not sound'}: ${found.size} entries, root ${found.root_hash}`)
        for (const { severity, at, message, help } of found.findings)
          io.print(`${severity}: ${at}: ${message}\n  help: ${help}`)
      }
      if (!found.ok) throw new Stop('', '', NO)
    })

  ledger
    .command('checkpoint')
    .description('print the size of the record and the root of its tree, or the head as it was signed')
    .argument('<dir>', 'a folder with a ledger')
    .option('--note', 'print the signed head (C2SP tlog-checkpoint)')
    .option('--json', 'print JSON')
    .action(async (dir: string, { note, json }: { note?: true; json?: true }) => {
      const reader = await readable(dir)
      const { head, verifierKey } = reader
      const { size, root_hash } = head
      const signed = new TextDecoder().decode(head.note)
      const witnessed = (await reader.witnessed())?.size ?? null
      if (json)
        printJson(io, { size, root_hash, witnessed, note: signed, verifier_key: formatVerifierKey(verifierKey) })
      else if (note) io.print(signed.trimEnd())
      else io.print(`${size} ${root_hash}${witnessed === null ? '' : `, witnessed up to ${witnessed}`}`)
    })

  addLedgerCopies(ledger, io, readable)
  addLedgerKeys(ledger, io, readable)
  addLedgerWitness(ledger, io, readable)
  addLedgerTables(ledger, io, readable)
}

async function append(io: Terminal, dir: string, files: string[], options: AppendOptions): Promise<void> {
  const { agreement, agreements } = await workspaceAt(io, dir)
  const reasoned = [options.withdraw, options.join, options.part].filter((what) => what !== undefined)
  if (reasoned.length > 0 !== (options.reason !== undefined)) {
    throw new Stop(
      'a withdrawal or a ruling needs both what and why',
      'give --withdraw with an id, or --join or --part with several, and --reason',
    )
  }
  const received = formatInstant(options.received ?? Date.now(), agreement.zone)
  const intake = await intakeOf(files, {
    agreement,
    agreements: await agreements(),
    received,
    by: options.by,
    published: options.published,
    outlet: options.outlet,
    seal: (bytes) => sealed(io, dir, bytes),
  })
  if (options.withdraw !== undefined)
    intake.entries.push(withdrawalEntry(options.withdraw, options.reason!, options.by, received))
  for (const does of ['join', 'part'] as const) {
    const claims = options[does]
    if (claims === undefined) continue
    const body = nameRuling({ does, claims, by: options.by, reason: options.reason! })
    intake.entries.push({ type: 'ruling', received_at: received, recorded_by: options.by, body })
  }
  const ledger = await writerAt(io, dir)
  try {
    const reports = await enterFolder(ledger, dir, agreement)
    if (!reports.ok) throw new Stop(reports.refusal.message, reports.refusal.help, NO)
    for (const bytes of intake.evidence) await kept(ledger, bytes)
    const done = await ledger.append(intake.entries, { withhold: options.withhold ?? [] })
    if (!done.ok)
      throw new Stop(
        done.refusal.message,
        `${done.refusal.help}; nothing of it was entered, and what was in the record before is there still`,
        NO,
      )
    const result = {
      appended: done.value.appended.length + reports.value.appended,
      duplicates: done.value.duplicates.length,
      size: ledger.size,
    }
    if (options.json) printJson(io, result)
    else
      io.print(
        `${result.appended} appended, ${result.duplicates} were there already; the record has ${result.size} entries`,
      )
  } finally {
    await ledger.close()
  }
}

/** Keeps what was refused where a record has begun. None is begun for that: it would stand in the place of the reports. */
async function sealed(io: Terminal, dir: string, bytes: Uint8Array): Promise<string | null> {
  if (!(await readLedger(ledgerFolder(dir))).ok) return null
  const opened = await openFolderLedger(dir)
  if (!opened.ok) return null
  tellNotices(io, opened.value.notices)
  try {
    const put = await opened.value.evidence.put(bytes)
    return put.ok ? put.value : null
  } finally {
    await opened.value.close()
  }
}

async function kept(ledger: Ledger, bytes: Uint8Array): Promise<void> {
  const put = await ledger.evidence.put(bytes)
  if (!put.ok) throw new Stop(put.refusal.message, put.refusal.help, NO)
}

async function readable(dir: string) {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok)
    throw new Stop(
      reader.refusal.message,
      `${reader.refusal.help}; \`truce ledger append ${dir}\` begins one with the folder’s reports`,
      NO,
    )
  return reader.value
}
