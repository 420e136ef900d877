// truce ledger: the record of a folder, appended to, printed, examined.
import { exportLines, fsck, readLedger, type Ledger } from '@trucekeeper/ledger'
import { formatInstant } from '@trucekeeper/time'
import { enterReports, ledgerFolder, openFolderLedger, readReports } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { instant, workspaceAt } from '../arguments.ts'
import { intakeOf, withdrawalEntry } from '../intake.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface AppendOptions {
  received?: number
  by: string
  published?: string
  outlet?: string
  withdraw?: string
  reason?: string
  json?: true
}

export function addLedger(program: Command, io: Terminal): void {
  const ledger = program.command('ledger').description('the record: append to it, print it, examine it')

  ledger
    .command('append')
    .description('enter reports, claims or entries; first the reports that lie in the folder')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('[file...]', 'reports (.txt), or JSON: what truce read or truce ledger cat prints; - for standard input')
    .option('--received <time>', 'when they came in; by default now', instant)
    .option('--by <name>', 'who enters them', 'desk')
    .option('--published <date>', 'when reports were published, where they do not say it')
    .option('--outlet <name>', 'who published reports, where they do not say it')
    .option('--withdraw <id>', 'take a claim or an act back')
    .option('--reason <text>', 'why it is taken back')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  truce ledger append my-folder\n  truce read report.txt --published 2016-09-16 --json | truce ledger append my-folder -\n  truce ledger append my-folder --withdraw clm_0123456789abcdef0123 --reason "the outlet corrected it"',
    )
    .action((dir: string, files: string[], options: AppendOptions) => append(io, dir, files, options))

  ledger
    .command('cat')
    .description('print the record, one entry a line')
    .argument('<dir>', 'a folder with a ledger')
    .option('--to <size>', 'only its first entries', (text) => Number(text))
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
    .description('print the size of the record and the root of its tree')
    .argument('<dir>', 'a folder with a ledger')
    .option('--json', 'print JSON')
    .action(async (dir: string, { json }: { json?: true }) => {
      const checkpoint = (await readable(dir)).checkpoint()
      if (json) printJson(io, checkpoint)
      else io.print(`${checkpoint.size} ${checkpoint.root_hash}`)
    })
}

async function append(io: Terminal, dir: string, files: string[], options: AppendOptions): Promise<void> {
  const { agreement } = await workspaceAt(io, dir)
  if ((options.withdraw === undefined) !== (options.reason === undefined)) {
    throw new Stop('a withdrawal needs both what and why', 'give --withdraw with an id, and --reason')
  }
  const received = formatInstant(options.received ?? Date.now(), agreement.zone)
  const intake = await intakeOf(files, {
    agreement,
    received,
    by: options.by,
    published: options.published,
    outlet: options.outlet,
  })
  if (options.withdraw !== undefined)
    intake.entries.push(withdrawalEntry(options.withdraw, options.reason!, options.by, received))
  const opened = await openFolderLedger(dir)
  if (!opened.ok) throw new Stop(opened.refusal.message, opened.refusal.help, NO)
  const ledger = opened.value
  try {
    for (const { message } of ledger.notices) io.progress(message)
    const reports = await enterReports(ledger, await readReports(dir, agreement))
    if (!reports.ok) throw new Stop(reports.refusal.message, reports.refusal.help, NO)
    for (const bytes of intake.evidence) await kept(ledger, bytes)
    const done = await ledger.append(intake.entries)
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
