// truce back-test: an agreement's bans held against past events.
import { Option, type Command } from 'commander'
import { basename, dirname } from 'node:path'
import { backTest, type BackTest } from '@trucekeeper/engine'
import { EVENT_FORMATS, formatOf, importEvents, type EventFormat } from '@trucekeeper/events'
import { foldRecord } from '@trucekeeper/ledger'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { nameAct, type Act } from '@trucekeeper/claims'
import { AGREEMENT_FILE, utf8Of, type Workspace } from '@trucekeeper/workspace'
import { bytesAt, collect, instant, workspaceAt } from '../arguments.ts'
import { countText } from '../show/count.ts'
import { indented } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  events: string
  format?: EventFormat
  until?: Instant
  set?: string[]
  json?: true
}

export function addBackTest(program: Command, io: Terminal): void {
  program
    .command('back-test')
    .description('hold the bans of an agreement against past events')
    .argument('<agreement>', 'a folder with an agreement.md, or the file itself')
    .requiredOption('--events <file>', 'a CSV export of UCDP GED or ACLED, or - for standard input')
    .addOption(
      new Option('--format <form>', 'the format of the events; by default told by the head').choices(EVENT_FORMATS),
    )
    .option(
      '--until <time>',
      'let the clock of the agreement run up to this time; by default to the last event',
      instant,
    )
    .option('--set <anchor=time>', 'as if this anchor had been named; may be given several times', collect)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  truce back-test examples/aleppo-2016 --events ged.csv --set day-d=2016-09-12T19:00+03:00',
    )
    .action((path: string, options: Options) => run(io, path, options))
}

async function run(io: Terminal, path: string, options: Options): Promise<void> {
  const dir = basename(path) === AGREEMENT_FILE ? dirname(path) : path
  const workspace = await workspaceAt(io, dir)
  const text = utf8Of(await bytesAt(options.events))
  if (text === null) throw new Stop(`\`${options.events}\` is not UTF-8 text`, 'export it as UTF-8 CSV', NO)
  const format = options.format ?? formatOf(text)
  if (format === null)
    throw new Stop(
      `\`${options.events}\` has the head of no format known here`,
      `name one with --format: ${EVENT_FORMATS.join(', ')}`,
    )
  io.progress(`reading ${options.events} as ${format}`)
  const read = importEvents(text, format)
  if (!read.ok) throw new Stop(`\`${options.events}\`: ${read.message}`, read.help, NO)
  for (const { row, why } of read.skipped) io.progress(`${options.events}:${row}: skipped, ${why}`)
  const acts = [...foldRecord(workspace.current().entries).acts, ...supposed(workspace, options.set ?? [])]
  const result = backTest(workspace.agreement, acts, read.table, options.until)
  if (options.json) printJson(io, { ...result, skipped: read.skipped })
  else show(io, result, read.skipped.length)
}

/** `day-d=2016-09-12T19:00+03:00`: an anchor as if those who hold the power had named it. */
function supposed({ agreement }: Workspace, sets: readonly string[]): Act[] {
  return sets.map((set) => {
    const [id, time] = set.split('=')
    const anchor = agreement.anchors.find((one) => one.id === id)
    const power = agreement.ruled.find((clause) => clause.kind === 'power' && clause.id === anchor?.designatedBy)
    if (power?.kind !== 'power')
      throw new Stop(
        `\`${id}\` is no anchor that a power designates`,
        `there are: ${agreement.anchors.map((one) => `\`${one.id}\``).join(', ')}`,
      )
    if (time === undefined || parseInstant(time) === null)
      throw new Stop(`\`${set}\` gives no time with an offset`, `write --set ${id}=2016-09-12T19:00+03:00`)
    return nameAct({
      power: power.id,
      stage: 'exercised',
      by: [...power.holders],
      at: time,
      sets: time,
      doc: 'command line',
      quote: set,
      start: 0,
      end: set.length,
    })
  })
}

function show(io: Terminal, { source, events, clauses, caveats }: BackTest, skipped: number): void {
  const { colours, print, width } = io
  print(`${countText(events, 'event')} of ${source}${skipped > 0 ? `; ${countText(skipped, 'row')} skipped` : ''}`)
  for (const clause of clauses) {
    print(
      `\n${colours.bold(clause.id)}  ${colours.dim(clause.from === null ? 'never in force' : `${clause.from} to ${clause.to ?? 'no end'}`)}`,
    )
    if (clause.from === null) continue
    for (const { decision, reason, count } of clause.decisions) {
      print(
        indented(`${decision.replaceAll('_', ' ')}: ${reason}`, width, ' '.repeat(9), `${String(count).padStart(7)}  `),
      )
    }
    print(
      indented(
        `${countText(clause.begun.events, 'event')} began while it was in force, ${clause.begun.between_parties} of them between those it binds`,
        width,
        '    ',
        '  ',
      ),
    )
    const [surely, perhaps] = clause.breaches
    print(
      indented(
        `breaches: ${surely} surely, ${perhaps} perhaps; first ${clause.first_breach ?? 'none'}; dead ${clause.deaths.best} (${clause.deaths.low} to ${clause.deaths.high})`,
        width,
        '    ',
        '  ',
      ),
    )
    print(
      indented(
        `longest calm: ${countText(clause.longest_calm.days, 'whole day')}${clause.longest_calm.from ? ` from ${clause.longest_calm.from}` : ''}`,
        width,
        '    ',
        '  ',
      ),
    )
    for (const { gate, measure, needed, longest, held } of clause.windows)
      print(
        indented(
          `${gate}: ${measure} for ${countText(needed, 'day')}: ${held}, longest ${longest[0]} surely, ${longest[1]} perhaps`,
          width,
          '    ',
          '  ',
        ),
      )
  }
  for (const caveat of caveats) print(colours.dim(`\n${indented(caveat, width, '  ', '* ')}`))
}
