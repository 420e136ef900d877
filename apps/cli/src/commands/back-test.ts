// truce back-test: an agreement's bans held against past events.
import { Option, type Command } from 'commander'
import { basename, dirname } from 'node:path'
import { backTest, type BackTest } from '@trucekeeper/engine'
import { EVENT_FORMATS, eventReader, type EventFormat, type Imported, type Skipped } from '@trucekeeper/events'
import { foldRecord } from '@trucekeeper/ledger'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { nameAct, type Act } from '@trucekeeper/claims'
import { AGREEMENT_FILE, type Workspace } from '@trucekeeper/workspace'
import { collect, instant, workspaceAt } from '../arguments.ts'
import { chunksOf } from '../bytes.ts'
import { claimEvents } from '../claim-events.ts'
import { countText } from '../show/count.ts'
import { indented } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  events: string
  format?: EventFormat | 'claims'
  until?: Instant
  set?: string[]
  json?: true
}

export function addBackTest(program: Command, io: Terminal): void {
  program
    .command('back-test')
    .description('hold the bans of an agreement against past events')
    .argument('<agreement>', 'a folder with an agreement.md, or the file itself')
    .requiredOption('--events <file>', 'a CSV export of UCDP GED or ACLED, claims as JSON, or - for standard input')
    .addOption(
      new Option('--format <form>', 'the format of the events; by default told by the head').choices([
        ...EVENT_FORMATS,
        'claims',
      ]),
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
      '\nExample:\n  truce back-test examples/aleppo-2016 --events ged.csv --set day-d=2016-09-12T19:00+03:00\n  truce ledger cat data/aleppo-2016 | truce back-test data/aleppo-2016 --events -',
    )
    .action((path: string, options: Options) => run(io, path, options))
}

async function run(io: Terminal, path: string, options: Options): Promise<void> {
  const dir = basename(path) === AGREEMENT_FILE ? dirname(path) : path
  const workspace = await workspaceAt(io, dir)
  const read = await eventsAt(io, options, workspace)
  const acts = [...foldRecord(workspace.current().entries).acts, ...supposed(workspace, options.set ?? [])]
  const result = backTest(workspace.agreement, acts, read.table, {
    until: options.until,
    onJudged: (events) => tell(io, events, 'event', 'judged'),
  })
  if (options.json) printJson(io, { ...result, skipped: read.skipped })
  else {
    show(io, result)
    showSkipped(io, options.events, read.skipped)
  }
}

type Read = Extract<Imported, { ok: true }>

/** Reads the events a piece at a time; only claims, of which there are few, are gathered first. */
async function eventsAt(io: Terminal, { events: path, format }: Options, { agreement }: Workspace): Promise<Read> {
  const claims: string[] = []
  const reader = eventReader(format === 'claims' ? null : (format ?? null))
  let isClaims: boolean | null = format === undefined ? null : format === 'claims'
  const take = (text: string): boolean => {
    if (isClaims === null && text.trim() !== '') isClaims = /^\s*[[{]/.test(text)
    if (!isClaims) return reader.push(text)
    claims.push(text)
    return true
  }
  for await (const text of textsOf(path)) {
    if (!take(text)) break
    tell(io, reader.rows, 'row', 'read')
  }
  if (isClaims) return claimEvents(claims.join(''), path, agreement, new Date().toISOString())
  const read = reader.end()
  if (read.ok) return read
  if (read.code === 'unknown-format')
    throw new Stop(
      `\`${path}\` has the head of no format known here`,
      `name one with --format: ${[...EVENT_FORMATS, 'claims'].join(', ')}`,
    )
  throw new Stop(`${path}:${read.line}:${read.column}: ${read.message}`, read.help, NO)
}

/** The text of a file a piece at a time; what is no UTF-8 is refused, never mended. */
async function* textsOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new Stop(`\`${path}\` is not UTF-8 text`, 'export it as UTF-8', NO)
    }
  }
  for await (const chunk of chunksOf(path)) yield decoded(chunk)
  yield decoded()
}

const MANY = 500_000

/** Now and then, and only for what takes its time. */
function tell(io: Terminal, count: number, what: string, done: string): void {
  const millions = Math.floor(count / MANY)
  if (millions > (told.get(what) ?? 0)) io.progress(`${countText(count, what)} ${done}`)
  told.set(what, millions)
}

const told = new Map<string, number>()

const MOST_SHOWN = 10

/** What was left out, those left out for one reason together. */
function showSkipped({ colours, print, width }: Terminal, file: string, skipped: Read['skipped']): void {
  if (skipped.length === 0) return
  print(`\n${countText(skipped.length, 'row')} of ${file} left out, and counted nowhere above:`)
  const reasons = [...Map.groupBy(skipped, ({ why }) => why).values()].toSorted((a, b) => b.length - a.length)
  for (const [{ row, column, why, help }, ...others] of reasons.slice(0, MOST_SHOWN) as [Skipped, ...Skipped[]][]) {
    const more = others.length > 0 ? `, and ${countText(others.length, 'row')} more` : ''
    print(indented(`${file}:${row}:${column}: ${why}${more}`, width, '    ', '  '))
    print(colours.dim(indented(`help: ${help}`, width, '      ', '    ')))
  }
  const unsaid = reasons.slice(MOST_SHOWN).flat().length
  if (unsaid > 0) print(`  and ${unsaid} for other reasons; --json prints them all`)
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

function show(io: Terminal, { source, events, clauses, caveats }: BackTest): void {
  const { colours, print, width } = io
  print(`${countText(events, 'event')} of ${source}`)
  for (const clause of clauses) {
    print(
      `\n${colours.bold(clause.id)}  ${colours.dim(clause.from === null ? 'never in force' : `${clause.from} to ${clause.to ?? 'no end'}`)}`,
    )
    if (clause.from === null) continue
    if (clause.suspended_days > 0)
      print(`  suspended for ${countText(clause.suspended_days, 'day')}, which count for nothing`)
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
