// Joining in what another has proposed in a case, and taking one's own proposal back.
import { casesOf, type CaseProposal } from '@trucekeeper/centre'
import type { Instant } from '@trucekeeper/time'
import { minutesUnder, type Workspace } from '@trucekeeper/workspace'
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { NO, Stop, type Terminal } from '../terminal.ts'
import { enterMinute, type Entering } from './enter.ts'

interface Joining extends Entering {
  of: string
  proposal?: string
}

/** Commands that name a proposal, or mean the only one there is. */
export function addJoining(about: (name: string, description: string) => Command, io: Terminal): void {
  about('join', 'join in what another has proposed, in its words; it is done once all have')
    .requiredOption('--of <id>', 'who joins in')
    .option('--proposal <id>', 'the minute that proposed it; by default the only one that waits', minuteId)
    .action((dir: string, name: string, { of, proposal, ...options }: Joining) =>
      enterMinute(
        io,
        dir,
        async (workspace, at) => {
          const all = await proposalsIn(workspace, name, at)
          const waiting = all.filter(({ wanted }) => wanted.includes(of))
          const { minute, what } = meant(io, dir, name, proposal, all, waiting, `of \`${of}\` to join in`)
          return { ...what, case: name, of, joins: minute }
        },
        options,
      ),
    )

  about('take-back', 'take back what one has proposed, before all have joined in')
    .requiredOption('--of <id>', 'who proposed it or joined in')
    .option('--proposal <id>', 'the minute that proposed it; by default the only one that waits', minuteId)
    .requiredOption('--reason <text>', 'why')
    .action((dir: string, name: string, { of, proposal, reason, ...options }: Joining & { reason: string }) =>
      enterMinute(
        io,
        dir,
        async (workspace, at) => {
          const all = await proposalsIn(workspace, name, at)
          const own = all.filter((one) => one.state === 'open' && !one.wanted.includes(of))
          const { minute } = meant(io, dir, name, proposal, all, own, `in the name of \`${of}\``)
          return { does: 'take-back', case: name, of, proposal: minute, reason }
        },
        options,
      ),
    )
}

async function proposalsIn(
  { known, agreements }: Workspace,
  name: string,
  at: Instant,
): Promise<readonly CaseProposal[]> {
  const { record } = await known()
  const texts = await agreements()
  const found = texts
    .flatMap((text) => casesOf(text, { ...record, minutes: minutesUnder(text, texts, record.minutes) }, at).cases)
    .find((one) => one.case === name)
  if (!found) throw new Stop(`there is no case \`${name}\` by then`, 'name one that `truce case list` shows', NO)
  return found.proposals
}

/** What is over is meant too where nothing else is: the refusal tells by which clause it is. */
function meant(
  io: Terminal,
  dir: string,
  name: string,
  named: string | undefined,
  all: readonly CaseProposal[],
  waiting: readonly CaseProposal[],
  whose: string,
): CaseProposal {
  const see = `\`truce case show ${dir} ${name}\` shows what is proposed`
  if (named !== undefined) {
    const found = all.find(({ minute }) => minute === named)
    if (found) return found
    throw new Stop(`nothing was proposed by then in \`${name}\` as \`${named}\``, see, NO)
  }
  if (waiting.length > 1) {
    for (const { minute, of, what } of waiting) io.print(`${minute}  ${of}: ${what.does.replaceAll('-', ' ')}`)
    throw new Stop(`${waiting.length} proposals wait ${whose}`, 'name one of them with `--proposal`', NO)
  }
  const found = waiting[0] ?? all.at(-1)
  if (found) return found
  throw new Stop(
    `nothing was proposed by then in \`${name}\``,
    'propose it: `--propose` with finding, measure or close',
    NO,
  )
}

function minuteId(text: string): string {
  if (!/^min_[0-9a-f]{20}$/.test(text)) throw new InvalidArgumentError('Write the id of a minute, such as min_… .')
  return text
}
