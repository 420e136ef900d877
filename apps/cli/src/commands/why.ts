// truce why: one clause, down to the quoted words and their entries.
import type { Command } from 'commander'
import { agreementOption, instant, knownAt, workspaceAt } from '../arguments.ts'
import { showReceipt } from '../show/receipt.ts'
import { printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  at?: number
  knownAt?: number | { size: number }
  account?: string
  json?: true
  agreement?: string
}

export function addWhy(program: Command, io: Terminal): void {
  program
    .command('why')
    .description('why a clause stands as it does, down to the quoted words')
    .argument('<dir>', 'a folder with an agreement.md')
    .argument('<clause>', 'the id of a clause, such as cessation.government')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .option(
      '--known-at <time>',
      'on what had come in by this time, or on so many entries; by default everything',
      knownAt,
    )
    .option('--account <id>', 'by this account; by default the one that decides the clause')
    .addOption(agreementOption())
    .option('--json', 'print the receipt as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  truce why examples/aleppo-2016 first-convoy --at 2016-09-16T23:00+03:00 --account monitors',
    )
    .action(async (dir: string, clause: string, { at, knownAt: known, account, json, agreement }: Options) => {
      const workspace = await workspaceAt(io, dir, agreement)
      const answer = await workspace.why({
        clause,
        ...(at !== undefined && { at }),
        ...(known !== undefined && { knownAt: known }),
        ...(account !== undefined && { account }),
      })
      if (!answer.ok) throw new Stop(answer.message, answer.help)
      if (json) printJson(io, answer.receipt)
      else showReceipt(io, answer.receipt)
    })
}
