// truce convoy: where each consignment is, how long it waited, and whether its seals are those that were put on.
import { accessJson, publishedTrack } from '@trucekeeper/access'
import type { Command } from 'commander'
import { accessAt, askingOptions, type AccessOptions } from '../access.ts'
import { showConvoys, showSeals } from '../show/convoy.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

/** How old a position has to be before others than its desk may see its cell. */
const DELAY_HOURS = 48

export function addConvoy(program: Command, io: Terminal): void {
  const convoy = program.command('convoy').description('consignments: waits, seals, loads, what came')
  askingOptions(convoy.command('status').description('every consignment: its last word, waits, load and receipt'))
    .addHelpText(
      'after',
      `
Positions are shown as cells of about 39 by 20 km and hours, ${DELAY_HOURS} hours late; exact ones stay with their desk.

Examples:
  truce convoy status examples/aleppo-2016 --at 2016-09-16T23:00+03:00
  truce convoy status examples/aleppo-2016 --source ocha --json`,
    )
    .action(async (dir: string, options: AccessOptions) => {
      const answer = await accessAt(io, dir, options)
      const { overview, records, question, zone } = answer
      const { consignments } = overview
      if (!options.json) return showConvoys(io, answer)
      const known = records.tracks.filter(
        ({ recordedAt, source }) =>
          (question.knownAt === null || recordedAt <= question.knownAt) && (question.sources?.includes(source) ?? true),
      )
      // A time still to come would undo the delay.
      const tracks = publishedTrack(known, Math.min(question.at, Date.now()), DELAY_HOURS)
      const coarse = consignments.map((one) => ({
        ...one,
        tracks: one.tracks.map(({ vehicleId, points, corridor, window }) => ({ vehicleId, points, corridor, window })),
      }))
      printJson(io, accessJson({ question, consignments: coarse, tracks }, zone))
    })
  askingOptions(
    convoy.command('check-seals').description('every seal chain; where one broke, the point at which it did'),
  )
    .addHelpText(
      'after',
      `
Exit codes: 0 no chain is broken, 1 one is, 2 used wrongly. A chain that sources disagree about is contested, not broken.

Example:
  truce convoy check-seals examples/aleppo-2016 --at 2016-09-16T23:00+03:00`,
    )
    .action(async (dir: string, options: AccessOptions) => {
      const answer = await accessAt(io, dir, options)
      const chains = answer.overview.consignments.flatMap(({ seals }) => seals)
      if (options.json) printJson(io, accessJson({ question: answer.question, seals: chains }, answer.zone))
      else showSeals(io, answer, chains)
      if (chains.some(({ state }) => state === 'broken')) throw new Stop('', '', NO)
    })
}
