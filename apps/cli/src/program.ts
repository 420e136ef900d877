// The commands and their words.
import { Command } from 'commander'
import { addLedger } from './commands/ledger.ts'
import { addLint } from './commands/lint.ts'
import { addRead } from './commands/read.ts'
import { addServe } from './commands/serve.ts'
import { addStatus } from './commands/status.ts'
import { addWhy } from './commands/why.ts'
import type { Terminal } from './terminal.ts'

export function programOf(io: Terminal): Command {
  const program = new Command('truce')
    .description('Who keeps an agreement, who breaks it, by whose account, on which words, and what is due next.')
    .version('0.1.0', '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .showHelpAfterError('(truce --help lists the commands, truce COMMAND --help shows examples)')
    .configureHelp({ helpWidth: io.width })
    .exitOverride()
  addStatus(program, io)
  addWhy(program, io)
  addLint(program, io)
  addRead(program, io)
  addLedger(program, io)
  addServe(program, io)
  program.addHelpText(
    'after',
    `
Exit codes: 0 done, 1 the answer is no (lint errors, a broken record), 2 used wrongly.
DIR is a folder with an \`agreement.md\`, such as examples/aleppo-2016.

Examples:
  truce status examples/aleppo-2016 --at 2016-09-16T23:00+03:00
  truce why examples/aleppo-2016 cessation.government --at 2016-09-16T23:00+03:00
  truce lint examples/aleppo-2016/agreement.md`,
  )
  return program
}
