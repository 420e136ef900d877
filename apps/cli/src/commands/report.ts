// truce report: what is told every evening, as a page to be read and as files for other programs.
import { didYouMean } from '@trucekeeper/diagnostics'
import { LANGUAGES, type DailyReport, type Language } from '@trucekeeper/publish'
import { civilDays, dayNumber, type CivilDay } from '@trucekeeper/time'
import { followFolder, seesAs } from '@trucekeeper/workspace'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collect, instant, workspaceAt } from '../arguments.ts'
import { EXTENSIONS, FORMATS, writtenAs, type Format } from '../report/formats.ts'
import { reporter } from '../report/gather.ts'
import { countText } from '../show/count.ts'
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
  readonly out?: string
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
    .addOption(new Option('--lang <language>', 'the language of the page').choices(LANGUAGES).default('en'))
    .option('--account <id>', 'only this account; may be given several times', collect)
    .option('--known-at <time>', 'on what had come in by this time; by default by its cut-off', instant)
    .option('--cut-off <hour>', 'when a day is cut off, on the clock of the agreement', hourText, '18:00')
    .option('--for <desk>', 'what this desk sees; by default what anybody may see', 'public')
    .option('--out <path>', 'the file to write; for several days, the folder')
    .addHelpText(
      'after',
      '\nExamples:\n  truce report examples/aleppo-2016 --date 2016-09-16\n  truce report examples/aleppo-2016 --from 2016-09-13 --to 2016-09-19 --format html --lang ar --out reports',
    )
    .action((dir: string, options: Options) => run(io, dir, options))
}

async function run(io: Terminal, dir: string, options: Options): Promise<void> {
  const days = daysOf(options)
  const { format, lang, account, knownAt, cutOff, out } = options
  const { questions, agreement } = await folderOf(io, dir, options.for)
  const ids = agreement.accounts.map(({ id }) => id)
  for (const id of account ?? []) {
    if (ids.includes(id)) continue
    const meant = didYouMean(id, ids)
    throw new Stop(
      `no account \`${id}\` is in this agreement`,
      `${meant ? `did you mean \`${meant}\`? ` : ''}there are: ${ids.map((one) => `\`${one}\``).join(', ')}`,
    )
  }
  const report = reporter(questions, agreement)
  const several = options.from !== undefined
  if (several && out !== undefined) await mkdir(out, { recursive: true })
  const models: DailyReport[] = []
  for (const day of days) {
    const model = await report({
      day,
      cutOff,
      ...(knownAt !== undefined && { knownAt }),
      ...(account && { accounts: account }),
    })
    models.push(model)
    // A feed is one file, however many evenings it has.
    if (format === 'atom' && models.length < days.length) continue
    const content = await writtenAs(format, models, lang, agreement)
    if (content === null) throw new Stop(`no term had begun by \`${model.cut_off}\``, 'name a later day', NO)
    if (out === undefined) {
      if (typeof content !== 'string') throw new Stop(`\`${format}\` is no text`, 'name a file with --out')
      io.print(content.replace(/\n$/, ''))
    } else await put(several ? join(out, `${agreement.id}-${day}-${lang}.${EXTENSIONS[format]}`) : out, content)
  }
  if (out !== undefined) io.print(`${countText(days.length, 'report')} written to ${out}`)
}

/** The folder as the reader sees it; what is wrong with one that cannot be read is said with its places. */
async function folderOf(io: Terminal, dir: string, reader: string) {
  const questions = followFolder(dir, { beat_ms: 60_000 }).view(seesAs(reader))
  try {
    return { questions, agreement: (await questions.known()).agreement }
  } catch (error) {
    await workspaceAt(io, dir)
    throw error
  }
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

/** Whole or not at all. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, content)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw new Stop(`\`${path}\` cannot be written (${(error as NodeJS.ErrnoException).code})`, 'name another place', NO)
  }
}
