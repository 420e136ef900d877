// truce watch: whether somebody in a report may be on a list of sanctions, by which words, and what was found out.
import { reportedTravel, type ReportedTravel } from '@trucekeeper/centre'
import { LISTING_STATES, nameMinute } from '@trucekeeper/claims'
import { matchesIn, possibleMatches, readList, type SanctionsList, type ToldMatch } from '@trucekeeper/watch'
import { formatInstant } from '@trucekeeper/time'
import type { Command } from 'commander'
import { bytesAt, instant, workspaceAt } from '../arguments.ts'
import { enterMinute, enterMinutes, type Entering } from '../case/enter.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export function addWatch(program: Command, io: Terminal): void {
  const watch = program
    .command('watch')
    .description('whether a reported name may be that of a person on the UN consolidated list, and why')
    .argument('<list>', 'the XML of the consolidated list, or - for standard input')
    .argument('<name>', 'the name as the report gives it, in Arabic, Cyrillic or Latin letters')
    .option('--reference <number>', 'the reference number, where the report gives one')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
A match is possible and no more. Exit codes: 0 somebody may be meant, 1 nobody on the list, 2 used wrongly.

Example:
  truce watch consolidated.xml "Мухаммед Заркуни"
  truce watch check examples/aleppo-2016 --list consolidated.xml`,
    )
    .action(async (path: string, name: string, { reference, json }: { reference?: string; json?: true }) => {
      const list = await listAt(path)
      const matches = possibleMatches(list, { name, reference: reference ?? null })
      if (json) printJson(io, { list_generated: list.generated, matches })
      else
        for (const { reference, by, listed, reasons, list_generated } of matches) {
          io.print(`possible: ${reference}, by ${by}${listed ? ` \`${listed.name}\`` : ''}, list of ${list_generated}`)
          for (const reason of reasons) io.print(`  ${reason}`)
        }
      if (matches.length === 0) throw new Stop('nobody on the list by this name or number', '', NO)
    })
  addCheck(watch, io)
  addWord(watch, io)
}

interface Checking extends Entering {
  list: string
  enter?: true
  of?: string
  reason?: string
}

function addCheck(watch: Command, io: Terminal): void {
  entering(
    watch
      .command('check')
      .description('reported travel in the record of a folder, and whom of the list it may mean')
      .argument('<dir>', 'a folder with an agreement.md')
      .requiredOption('--list <file>', 'the XML of the consolidated list')
      .option('--enter', 'note each possible match in the record; with --of and --reason')
      .option('--of <id>', 'in whose name it is noted')
      .option('--reason <text>', 'why somebody may be meant'),
  ).action(async (dir: string, options: Checking) => {
    const { list: path, enter, of, reason, json } = options
    if (enter && (of === undefined || reason === undefined))
      throw new Stop('to note a match takes somebody in whose name, and a reason', 'give `--of` and `--reason`')
    const list = await listAt(path)
    const { known, agreement } = await workspaceAt(io, dir)
    const { record } = await known()
    const travel = reportedTravel(record, Infinity, false).map(({ claim, how, listings }) => {
      const names = [claim.target, claim.actor_blamed].filter((name) => name !== null)
      return {
        claim: claim.id,
        how,
        quote: claim.quote,
        listings,
        matches: matchesIn(list, { quote: claim.quote, names }),
      }
    })
    if (json) printJson(io, { list_generated: list.generated, travel })
    else sayTravel(io, list, travel)
    if (!enter) return
    const at = formatInstant(options.at ?? Date.now(), agreement.zone)
    const minutes = travel.flatMap(({ claim, matches, listings }) =>
      matches
        .filter(({ reference }) => !listings.some((one) => one.reference === reference && one.state !== 'refuted'))
        .map(({ reference, reasons, list_generated: list_date }) =>
          nameMinute({
            does: 'listing',
            at,
            state: 'possible',
            of: of!,
            claims: [claim],
            reference,
            list_date,
            grounds: [...reasons],
            reason: reason!,
          }),
        ),
    )
    await enterMinutes(io, dir, minutes, options)
  })
}

function sayTravel(
  io: Terminal,
  list: SanctionsList,
  travel: readonly (Pick<ReportedTravel, 'how' | 'listings'> & {
    readonly claim: string
    readonly quote: string
    readonly matches: readonly ToldMatch[]
  })[],
): void {
  io.print(`list of ${list.generated}: ${list.people.length} people and organisations`)
  if (travel.length === 0) io.print('no report in the record tells of travel in breach of sanctions')
  for (const { claim, how, quote, listings, matches } of travel) {
    io.print(`${claim}, ${how.replaceAll('_', ' ')}: “${quote}”`)
    for (const { reference, state, words } of listings)
      io.print(`  ${state}: ${reference}, by ${words.at(-1)!.of}: ${words.at(-1)!.reason}`)
    for (const { reference, words, reasons } of matches) {
      io.print(`  may be ${reference}, by “${words}”`)
      for (const reason of reasons) io.print(`    ${reason}`)
    }
    if (matches.length === 0) io.print('  nobody on the list by its words')
  }
}

interface Saying extends Entering {
  of: string
  reason: string
  listDate: string
}

function addWord(watch: Command, io: Terminal): void {
  entering(
    watch
      .command('say')
      .description('note that a listed person may be meant, that they are, or that they are not')
      .argument('<dir>', 'a folder with an agreement.md')
      .argument('<state>', LISTING_STATES.join(', '))
      .argument('<claim>', 'the id of the claim that reports the travel')
      .argument('<reference>', 'the reference number on the list')
      .requiredOption('--of <id>', 'in whose name')
      .requiredOption('--reason <text>', 'why')
      .requiredOption('--list-date <text>', 'when the list was made, as it says itself'),
  ).action(
    async (
      dir: string,
      text: string,
      claim: string,
      reference: string,
      { of, reason, listDate, ...options }: Saying,
    ) => {
      const state = LISTING_STATES.find((one) => one === text)
      if (!state) throw new Stop(`\`${text}\` is none of the states`, `write ${LISTING_STATES.join(', ')}`)
      await enterMinute(
        io,
        dir,
        { does: 'listing', state, of, claims: [claim], reference, list_date: listDate, grounds: [], reason },
        options,
      )
    },
  )
}

async function listAt(path: string): Promise<SanctionsList> {
  const read = readList(new TextDecoder().decode(await bytesAt(path)))
  if (!read.ok) throw new Stop(read.message, read.help)
  return read.list
}

function entering(command: Command): Command {
  return command
    .option('--at <time>', 'when it was found; by default now', instant)
    .option('--received <time>', 'when it came in; by default now', instant)
    .option('--recorded-by <name>', 'who enters it', 'desk')
    .option('--dry-run', 'only say whether it may be')
    .option('--json', 'print JSON')
}
