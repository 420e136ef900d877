// truce notify: tells desks what is new for them, by the rules of the folder.
import { notifyRound, wouldTell } from '@trucekeeper/notify'
import { followFolder, viewsByAudience } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { instant, workspaceAt } from '../arguments.ts'
import { keepNotifying, notifierAt } from '../notify/notifier.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  readonly once?: true
  readonly dryRun?: true
  readonly at?: number
  readonly json?: true
}

export function addNotify(program: Command, io: Terminal): void {
  program
    .command('notify')
    .description('tell desks what is new for them, by webhook and mail, by the rules of DIR/notify.json')
    .argument('<dir>', 'a folder with an agreement.md and a notify.json')
    .option('--once', 'look once, tell what is new, and end')
    .option('--dry-run', 'only say what would be told; nothing is kept or sent')
    .option('--at <time>', 'with --once or --dry-run: as of then instead of now', instant)
    .option('--json', 'with --once or --dry-run: print JSON')
    .addHelpText(
      'after',
      `
The first look tells nothing: whoever is told is told of what comes from then on. What was seen and what is to be told lie in
DIR/notices. Secrets are taken from the environment, by the names that the rules give them.

Exit codes with --once: 0 all was taken, 1 something was not and is tried again by the next run.

Examples:
  truce notify pact --once
  truce notify pact`,
    )
    .action(async (dir: string, { once, dryRun, at, json }: Options) => {
      if (at !== undefined && !once && !dryRun)
        throw new Stop('`--at` is about one look', 'give `--once` or `--dry-run` as well')
      await workspaceAt(io, dir)
      const setting = await notifierAt(dir, viewsByAudience(followFolder(dir)))
      if (!once && !dryRun) {
        const notifying = keepNotifying(setting, (trouble) => io.fail(String(trouble), ''))
        io.print(`telling desks what is new in ${dir}, by ${setting.rules.rules.length} rules — stop with Ctrl-C`)
        for (const signal of ['SIGINT', 'SIGTERM'] as const)
          process.once(signal, () => void notifying.end().then(() => process.exit(0)))
        return
      }
      try {
        const now = at ?? Date.now()
        if (dryRun) {
          const notices = await wouldTell(setting, now)
          if (json) printJson(io, notices)
          else for (const { to, subject, text } of notices) io.print(`${to}: ${subject}\n\n${text}`)
          if (!json && notices.length === 0) io.print('nothing is new')
          return
        }
        const round = await notifyRound(setting, now)
        if (json) printJson(io, round)
        else io.print(`${round.made} to be told, ${round.told} taken, ${round.failed} not`)
        const failed = setting.outbox.fates().filter(({ state, why }) => state === 'waiting' && why !== null)
        for (const { notice, why } of failed) io.notice(`${notice.to}, by rule \`${notice.rule}\`: ${why}`)
        if (round.failed > 0) throw new Stop('not everything was taken', 'it is tried again by the next run', NO)
      } finally {
        await setting.outbox.close()
      }
    })
}
