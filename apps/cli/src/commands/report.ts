// truce report: what is told every evening, as a page to be read and as files for other programs.
import type { Agreement } from '@trucekeeper/agreement'
import { didYouMean } from '@trucekeeper/diagnostics'
import { alertsOf, LANGUAGES, reporter, USUAL_CUT_OFF, type DailyReport, type Language } from '@trucekeeper/publish'
import { civilDays, dayNumber, type CivilDay } from '@trucekeeper/time'
import { followFolder, seesAs, showsAs } from '@trucekeeper/workspace'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { agreementOption, collect, instant, sayProblems, workspaceAt } from '../arguments.ts'
import type { WrittenFile } from '../report/entered.ts'
import { EXTENSIONS, FORMATS, writtenAs, type Format, type Writing } from '../report/formats.ts'
import { countText } from '../show/count.ts'
import { sayTableProblems } from '../tables.ts'
import { NO, Stop, type Terminal } from '../terminal.ts'

interface Options {
  readonly date?: CivilDay
  readonly from?: CivilDay
  readonly to?: CivilDay
  readonly format: Format
  readonly lang: Language
  readonly account?: string[]
  readonly knownAt?: number
  readonly cutOff: string
  readonly for: string
  readonly agreement?: string
  readonly out?: string
  readonly baseUrl?: string
  readonly recordCorrections?: true
  readonly recordPublication?: true
  readonly enteredAt?: number
  readonly recordedBy: string
}

export function addReport(program: Command, io: Terminal): void {
  program
    .command('report')
    .description('the daily report: one evening, or one for each of several days')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--date <day>', 'the day of the report, such as 2016-09-16', civilDayText)
    .option('--from <day>', 'the first of several days', civilDayText)
    .option('--to <day>', 'the last of them', civilDayText)
    .addOption(new Option('--format <form>', 'the form').choices(FORMATS).default('md'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addOption(new Option('--lang <language>', 'the language of the page').choices(LANGUAGES).default('en'))
    .option('--account <id>', 'only this account; may be given several times', collect)
    .option('--known-at <time>', 'on what had come in by this time; by default by its cut-off', instant)
    .option('--cut-off <hour>', 'when a day is cut off, on the clock of the agreement', hourText, USUAL_CUT_OFF)
    .option('--for <desk>', 'what this desk sees; by default what anybody may see', 'public')
    .addOption(agreementOption())
    .option('--out <path>', 'the file to write, or a folder; for several days, and for a chain of alerts, the folder')
    .option(
      '--base-url <address>',
      'the address of the page that receipts lead to, such as https://centre.example',
      address,
    )
    .option('--record-corrections', 'enter in the minutes what earlier reports said otherwise')
    .option('--record-publication', 'enter in the minutes which files were made known, with the digest of each')
    .option('--entered-at <time>', 'when they are entered; by default now', instant)
    .option('--recorded-by <name>', 'who enters it', 'desk')
    .addHelpText(
      'after',
      '\nExamples:\n  truce report examples/aleppo-2016 --date 2016-09-16\n  truce report examples/aleppo-2016 --from 2016-09-13 --to 2016-09-19 --format html --lang ar --out reports',
    )
    .action((dir: string, options: Options) => run(io, dir, options))
}

async function run(io: Terminal, dir: string, options: Options): Promise<void> {
  const days = daysOf(options)
  // Typesetters read their fonts while the folder is read.
  const hands = Math.min(days.length, 3, Math.max(1, availableParallelism() - 1))
  const printer = options.format === 'pdf' ? (await import('@trucekeeper/print')).openPrinter(hands) : null
  try {
    await reportOn(io, dir, days, options, printer)
  } finally {
    await printer?.close()
  }
}

async function reportOn(
  io: Terminal,
  dir: string,
  days: readonly CivilDay[],
  options: Options,
  printer: Writing['printer'],
): Promise<void> {
  const { format, lang: language, knownAt, cutOff, out, baseUrl } = options
  const { questions, agreement } = await folderOf(io, dir, options)
  const accounts = accountsOf(options, agreement)
  const report = reporter(questions, agreement)
  const several = options.from !== undefined
  const folder = out !== undefined && (several || (await isFolder(out))) ? out : null
  if (folder !== null) await mkdir(folder, { recursive: true })
  const writing: Writing = { language, printer, ...(baseUrl !== undefined && { baseUrl }) }
  const models: DailyReport[] = []
  const written: Promise<number>[] = []
  const made: WrittenFile[] = []
  for (const day of days) {
    const asked = { day, cutOff, ...(knownAt !== undefined && { knownAt }), ...(accounts && { accounts }) }
    models.push(await report(asked))
    // A feed is one file, however many evenings it has, and a chain of alerts is that of the last of them.
    if ((format === 'atom' || format === 'cap') && models.length < days.length) continue
    const name = (end: string) => join(folder!, `${agreement.id}-${day}-${language}.${end}`)
    if (format === 'cap') written.push(putAlerts(io, models.at(-1)!, language, folder, out))
    else {
      const report = models.at(-1)!
      const content = writtenAs(format, [...models], writing).then((bytes) => {
        made.push({ report, format, bytes })
        return bytes
      })
      written.push(putReport(io, format, content, folder === null ? out : name(EXTENSIONS[format])))
    }
  }
  const counts = await Promise.all(written)
  const files = counts.reduce((sum, count) => sum + count, 0)
  if (out !== undefined) io.print(`${countText(files, format === 'cap' ? 'alert' : 'report')} written to ${out}`)
  if (!options.recordCorrections && !options.recordPublication) return
  const { enterCorrections, enterPublication } = await import('../report/entered.ts')
  const entering = { at: options.enteredAt ?? Date.now(), recordedBy: options.recordedBy, lang: language }
  if (options.recordPublication) {
    const inOrder = made.toSorted((a, b) => models.indexOf(a.report) - models.indexOf(b.report))
    await enterPublication(io, dir, agreement, inOrder, entering)
  }
  if (options.recordCorrections)
    await enterCorrections(io, dir, agreement, (await questions.known()).record.minutes, models, entering)
}

function accountsOf({ account }: Options, agreement: Agreement): readonly string[] | undefined {
  const ids = agreement.accounts.map(({ id }) => id)
  for (const id of account ?? []) {
    if (ids.includes(id)) continue
    const meant = didYouMean(id, ids)
    throw new Stop(
      `no account \`${id}\` is in this agreement`,
      `${meant ? `did you mean \`${meant}\`? ` : ''}there are: ${ids.map((one) => `\`${one}\``).join(', ')}`,
    )
  }
  return account
}

/** One document is one alert, so without a folder it is the latest. */
async function putAlerts(
  io: Terminal,
  report: DailyReport,
  language: Language,
  folder: string | null,
  out: string | undefined,
): Promise<number> {
  const alerts = alertsOf(report, language)
  const last = alerts.at(-1)
  if (!last) throw new Stop(`no term had begun by \`${report.cut_off}\``, 'name a later day', NO)
  if (folder === null) return putReport(io, 'cap', last.xml, out)
  for (const { identifier, xml } of alerts) await put(join(folder, `${identifier}.${EXTENSIONS.cap}`), xml)
  return alerts.length
}

async function putReport(
  io: Terminal,
  format: Format,
  content: string | Promise<string | Uint8Array>,
  path: string | undefined,
): Promise<number> {
  const bytes = await content
  if (path !== undefined) await put(path, bytes)
  else io.printFile(bytes, `\`${format}\``)
  return 1
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() ?? path.endsWith('/')
}

/** The folder as the reader sees it; what is wrong with one that cannot be read is said with its places. */
async function folderOf(io: Terminal, dir: string, options: Options) {
  const { for: reader, agreement: named, recordCorrections, recordPublication } = options
  if (reader !== 'public') await refuseStranger(reader)
  const folder = followFolder(dir, { beat_ms: 60_000 })
  const own = folder.view(seesAs(reader), showsAs(reader, Date.now))
  const asked = await (named === undefined ? null : own.under(named))?.catch(() => null)
  if (asked && !asked.ok) throw new Stop(asked.message, asked.help)
  const questions = asked?.questions ?? own
  try {
    const { agreement } = await questions.known()
    const [first] = await own.agreements()
    if (recordCorrections && agreement.id !== first?.id)
      throw new Stop('corrections are entered for reports of the folder’s own agreement', 'leave --agreement out')
    // Its minute has a number and no text, and each text numbers its own reports.
    if (recordPublication && agreement.id !== first?.id)
      throw new Stop('reports made known are entered for the folder’s own agreement', 'leave --agreement out')
    // Whatever could not be read is missing from the report, and its reader has to know.
    await sayProblems(io, dir, await folder.diagnostics())
    sayTableProblems(io, (await questions.tables()).problems)
    return { questions, agreement }
  } catch (error) {
    if (error instanceof Stop) throw error
    await workspaceAt(io, dir)
    throw error
  }
}

/** Whoever is no desk would be told what all desks see. */
async function refuseStranger(reader: string): Promise<void> {
  const { DESKS } = await import('@trucekeeper/people')
  const known: readonly string[] = [...DESKS, 'desks']
  if (known.includes(reader)) return
  const meant = didYouMean(reader, known)
  throw new Stop(
    `there is no desk \`${reader}\``,
    `${meant ? `did you mean \`${meant}\`? ` : ''}there are: ${DESKS.map((one) => `\`${one}\``).join(', ')}; \`desks\` is what all of them see`,
  )
}

function daysOf({ date, from, to, out }: Options): readonly CivilDay[] {
  if (date !== undefined && from === undefined && to === undefined) return [date]
  if (date === undefined && from !== undefined && to !== undefined) {
    if (dayNumber(to) < dayNumber(from))
      throw new Stop(`\`${to}\` is before \`${from}\``, 'name the earlier day with --from')
    if (out === undefined) throw new Stop('several reports need a folder', 'name one with --out')
    return civilDays(from, to)
  }
  throw new Stop('it is not clear which days are meant', 'give either --date, or both --from and --to')
}

function civilDayText(text: string): CivilDay {
  if (Number.isNaN(dayNumber(text))) throw new InvalidArgumentError('Write a day, such as 2016-09-16.')
  return text
}

function hourText(text: string): string {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new InvalidArgumentError('Write an hour, such as 18:00.')
  return text
}

function address(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new InvalidArgumentError('Write the address of a page, such as https://centre.example.')
  return url.href
}

/** Whole or not at all. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, content)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw new Stop(`\`${path}\` cannot be written (${(error as NodeJS.ErrnoException).code})`, 'name another place', NO)
  }
}
