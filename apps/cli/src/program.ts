// The commands and their words.
import { Command } from 'commander'
import type { Terminal } from './terminal.ts'

type Add = (program: Command, io: Terminal) => void

/** Each is loaded only when it is called for: opening the database takes longer than most traces take to monitor. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  status: async () => (await import('./commands/status.ts')).addStatus,
  why: async () => (await import('./commands/why.ts')).addWhy,
  agreements: async () => (await import('./commands/agreements.ts')).addAgreements,
  scope: async () => (await import('./commands/agreements.ts')).addScope,
  act: async () => (await import('./commands/act.ts')).addAct,
  case: async () => (await import('./commands/case.ts')).addCase,
  lint: async () => (await import('./commands/lint.ts')).addLint,
  'read-back': async () => (await import('./commands/read-back.ts')).addReadBack,
  compare: async () => (await import('./commands/compare.ts')).addCompare,
  read: async () => (await import('./commands/read.ts')).addRead,
  cluster: async () => (await import('./commands/cluster.ts')).addCluster,
  separation: async () => (await import('./commands/separation.ts')).addSeparation,
  monitor: async () => (await import('./commands/monitor.ts')).addMonitor,
  'back-test': async () => (await import('./commands/back-test.ts')).addBackTest,
  ledger: async () => (await import('./commands/ledger.ts')).addLedger,
  log: async () => (await import('./commands/log.ts')).addLog,
  import: async () => (await import('./commands/import.ts')).addImport,
  export: async () => (await import('./commands/export.ts')).addExport,
  ground: async () => (await import('./commands/ground.ts')).addGround,
  access: async () => (await import('./commands/access.ts')).addAccess,
  convoy: async () => (await import('./commands/convoy.ts')).addConvoy,
  publication: async () => (await import('./commands/publication.ts')).addPublication,
  report: async () => (await import('./commands/report.ts')).addReport,
  witness: async () => (await import('./commands/witness.ts')).addWitness,
  'language-server': async () => (await import('./commands/language-server.ts')).addLanguageServer,
  protect: async () => (await import('./commands/protect.ts')).addProtect,
  notify: async () => (await import('./commands/notify.ts')).addNotify,
  watch: async () => (await import('./commands/watch.ts')).addWatch,
  people: async () => (await import('./commands/people.ts')).addPeople,
  serve: async () => (await import('./commands/serve.ts')).addServe,
}

/** The program with the command of that name; with all of them where the name is none, for help and suggestions. */
export async function programOf(io: Terminal, name: string | undefined): Promise<Command> {
  const program = new Command('truce')
    .description('Who keeps an agreement, who breaks it, by whose account, on which words, and what is due next.')
    .version('0.1.0', '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .showHelpAfterError('(truce --help lists the commands, truce COMMAND --help shows examples)')
    .configureHelp({ helpWidth: io.width })
    // What stands after a command is the command's own: `--version` there is a version of a text.
    .enablePositionalOptions()
    .exitOverride()
  const named = name !== undefined && Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]!] : Object.values(COMMANDS)
  for (const add of await Promise.all(named.map((load) => load()))) add(program, io)
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
