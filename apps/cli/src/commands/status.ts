// truce status: every clause, under every account, at an instant.
import type { Command } from 'commander'
import { didYouMean } from '@trucekeeper/diagnostics'
import { agreementOption, collect, instant, knownAt, workspaceAt } from '../arguments.ts'
import { showStatus } from '../show/status.ts'
import { printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  at?: number
  knownAt?: number | { size: number }
  account?: string[]
  json?: true
  agreement?: string
}

export function addStatus(program: Command, io: Terminal): void {
  program
    .command('status')
    .description('every clause: standing, timing, and the verdict under each account')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .option(
      '--known-at <time>',
      'on what had come in by this time, or on so many entries; by default everything',
      knownAt,
    )
    .option('--account <id>', 'only this account; may be given several times', collect)
    .addOption(agreementOption())
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  truce status examples/aleppo-2016 --at 2016-09-16T23:00+03:00\n  truce status examples/aleppo-2016 --at 2016-09-14T23:00+03:00 --known-at 2016-09-15T00:00+03:00 --account monitors --json',
    )
    .action(async (dir: string, { at, knownAt: known, account, json, agreement }: Options) => {
      const workspace = await workspaceAt(io, dir, agreement)
      const ids = workspace.agreement.accounts.map(({ id }) => id)
      for (const id of account ?? []) {
        if (ids.includes(id)) continue
        const meant = didYouMean(id, ids)
        throw new Stop(
          `no account \`${id}\` is in this agreement`,
          `${meant ? `did you mean \`${meant}\`? ` : ''}there are: ${ids.map((one) => `\`${one}\``).join(', ')}`,
        )
      }
      const status = await workspace.status({
        ...(at !== undefined && { at }),
        ...(known !== undefined && { knownAt: known }),
        ...(account && { accounts: account }),
      })
      if (json) printJson(io, status)
      else showStatus(io, status)
    })
}
