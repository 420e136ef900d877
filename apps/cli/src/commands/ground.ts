// truce ground: how far weapons stand from the lines of an agreement, by whose word, and what of it may be published.
import { groundStatus, publicGround, seriesOf, type GroundQuestion } from '@trucekeeper/access/ground'
import { formatInstant, type Instant } from '@trucekeeper/time'
import type { Command } from 'commander'
import { instant, workspaceAt } from '../arguments.ts'
import { showGround, showPublicGround } from '../show/ground.ts'
import { refuseProblems } from '../tables.ts'
import { printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  at?: Instant
  knownAt?: Instant
  json?: true
  public?: true
}

export function addGround(program: Command, io: Terminal): void {
  const ground = program.command('ground').description('positions, required depths, and who moved')
  ground
    .command('status')
    .description('each required depth: kept, not kept, contested, or who cannot tell; who waits for whom')
    .argument('<dir>', 'a folder with an agreement.md and ground/positions.csv')
    .option('--at <time>', 'as of this time; by default when the last row was recorded', instant)
    .option('--known-at <time>', 'on what had been recorded by this time; by default everything', instant)
    .option('--json', 'print JSON')
    .option('--public', 'only what may leave the desk: coarse bands, late; none of what the other forms say')
    .addHelpText(
      'after',
      `
A row whose source is \`example\` is made up for illustration; findings that rest on one say so.
Exact distances are for the desk that owns the positions. Publish what --public prints, and nothing else.

Examples:
  truce ground status examples/aleppo-2016 --at 2016-09-16T23:00+03:00
  truce ground status examples/aleppo-2016 --at 2016-09-21T00:00+03:00 --public --json`,
    )
    .action(async (dir: string, options: Options) => {
      const workspace = await workspaceAt(io, dir)
      const tables = await workspace.tables()
      refuseProblems(io, dir, 'ground', tables)
      if (tables.ground === null)
        throw new Stop(
          `\`${dir}\` has no \`ground/positions.csv\``,
          'put the positions there; see examples/aleppo-2016/ground',
        )
      const { terms, record } = tables.ground
      const { agreement } = workspace
      const recorded = [...record.positions, ...record.waits, ...record.sites].map(({ recordedAt }) => recordedAt)
      const at = options.at ?? Math.max(0, ...recorded)
      const question = (account: GroundQuestion['account']): GroundQuestion => ({
        at,
        account,
        ...(options.knownAt !== undefined && { knownAt: options.knownAt }),
      })
      const deciding = agreement.accounts.find(({ id }) => id === agreement.decidedBy)!
      const times = { agreement: agreement.id, at: formatInstant(at, agreement.zone) }
      if (options.public) {
        // A time still to come would undo the delay.
        const asOf = { ...question(deciding), at: Math.min(at, Date.now()) }
        const published = publicGround(terms, record, asOf)
        if (!published.ok) throw new Stop(published.message, published.help)
        if (options.json) printJson(io, inZone({ ...times, ...published.ground }, agreement.zone))
        else showPublicGround(io, published.ground, agreement.zone)
        return
      }
      const statuses = agreement.accounts.map((account) => groundStatus(terms, record, question(account)))
      if (options.json) {
        const known_at = options.knownAt === undefined ? null : formatInstant(options.knownAt, agreement.zone)
        const series = terms.lines.flatMap((line) => seriesOf(line, record, question(deciding)))
        const answer = { ...times, known_at, decided_by: deciding.id, accounts: statuses, series }
        printJson(io, inZone(answer, agreement.zone))
      } else {
        const decided = statuses.find(({ account }) => account === deciding.id)!
        showGround(io, { title: agreement.title, at, zone: agreement.zone, statuses, decided })
      }
    })
}

const TIMES = new Set(['last_seen', 'observed_at', 'follow_by', 'from', 'to', 'window_from', 'window_to'])

/** The same with instants as people write them. */
function inZone(answer: unknown, zone: string): unknown {
  const written = JSON.stringify(answer, (key, value: unknown) =>
    TIMES.has(key) && typeof value === 'number' ? formatInstant(value, zone) : value,
  )
  return JSON.parse(written)
}
