// truce agreements and truce scope: the agreements of a folder side by side, and what each makes of every incident.
import type { Command } from 'commander'
import { overviewsIn, scopesIn } from '@trucekeeper/workspace'
import { instant, knownAt, workspaceAt } from '../arguments.ts'
import { showAgreements, showScopes } from '../show/agreements.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  at?: number
  knownAt?: number | { size: number }
  json?: true
}

export function addAgreements(program: Command, io: Terminal): void {
  asked(program.command('agreements'))
    .description('the agreements of a folder side by side: in force or not, sizes and numbers, what needs somebody')
    .addHelpText('after', '\nExample:\n  truce agreements examples/aleppo-2016 --at 2016-09-16T23:00+03:00')
    .action(async (dir: string, options: Options) => {
      const overviews = await overviewsIn(await workspaceAt(io, dir), besideOf(options))
      if (options.json) printJson(io, { agreements: overviews })
      else showAgreements(io, overviews)
    })
}

export function addScope(program: Command, io: Terminal): void {
  asked(program.command('scope'))
    .description('whether each agreement of a folder speaks of an incident, by which clause, and why')
    .option('--incident <id>', 'only this one, by its id or by the id of a claim of it')
    .addHelpText('after', '\nExample:\n  truce scope examples/aleppo-2016 --at 2016-09-16T23:00+03:00')
    .action(async (dir: string, { incident, ...options }: Options & { incident?: string }) => {
      const all = await scopesIn(await workspaceAt(io, dir), besideOf(options))
      const incidents = all.filter((one) => !incident || one.incident === incident || one.claims.includes(incident))
      if (incident !== undefined && incidents.length === 0)
        throw new Stop(
          `no incident \`${incident}\` is known by then that any agreement has a clause about`,
          `\`truce scope ${dir}\` names them all`,
          NO,
        )
      if (options.json) printJson(io, { incidents })
      else showScopes(io, incidents)
    })
}

function asked(command: Command): Command {
  return command
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .option(
      '--known-at <time>',
      'on what had come in by this time, or on so many entries; by default everything',
      knownAt,
    )
    .option('--json', 'print JSON')
}

function besideOf({ at, knownAt: known }: Options) {
  return { ...(at !== undefined && { at }), ...(known !== undefined && { knownAt: known }) }
}
