// truce publication: what is confidential and what is public; a text committed to, published in part, and checked offline.
import { publicationsOf } from '@trucekeeper/centre'
import { DISCLOSURE_LEVELS, type DisclosureLevel } from '@trucekeeper/claims'
import { hexOf } from '@trucekeeper/merkle'
import { keepText, utf8Of } from '@trucekeeper/workspace'
import { Option, type Command } from 'commander'
import { bytesAt, collect, instant, workspaceAt } from '../arguments.ts'
import { entering, enterMinute, ids, type Entering } from '../case/enter.ts'
import { openText } from '../publication/committed.ts'
import { comparePublications } from '../publication/compare.ts'
import { makePublication, type Making } from '../publication/make.ts'
import { verifyPublication, type Verifying } from '../publication/verify.ts'
import { foldRecord } from '@trucekeeper/ledger'
import { parseInstant } from '@trucekeeper/time'
import { showPublications } from '../show/publications.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { tellNotices } from '../writer.ts'

interface Committing extends Entering {
  version: string
  lang: string
  text?: string
  of: string[]
}
interface Disclosing extends Entering {
  clause?: string
  article?: string
  claim?: string
  field?: string
  level: DisclosureLevel
  embargoUntil?: string
  untold?: true
  of: string[]
  reason: string
}

export function addPublication(program: Command, io: Terminal): void {
  const publication = program
    .command('publication')
    .description('what is confidential and what is public: levels, versions with proof, endorsements, leaks')
  publication.addHelpText(
    'after',
    `
Examples:
  truce publication commit my-folder --version v1 --of russia
  truce publication disclose my-folder --clause first-convoy --level parties --of russia,united-states --reason "Routes are not for the press."
  truce publication make my-folder --version v1 --withhold first-convoy --out v1.md
  truce publication verify v1.md --record entry-41.tlog-proof --key log.vkey`,
  )

  publication
    .command('show')
    .description('the course of the text, who published what, what is shown to whom and from when')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--at <time>', 'as of this time; by default when the last entry came in', instant)
    .option('--json', 'print JSON')
    .action(async (dir: string, { at: asked, json }: { at?: number; json?: true }) => {
      const { agreement, current } = await workspaceAt(io, dir)
      const { entries } = current()
      const at = asked ?? entries.reduce((last, { entry }) => Math.max(last, parseInstant(entry.received_at)!), 0)
      const found = publicationsOf(agreement, foldRecord(entries), at)
      if (json) printJson(io, found)
      else showPublications(io, found)
    })

  entering(publication.command('commit'))
    .description('commit to a text section by section, before any of it is shown: its root goes into the record')
    .argument('<dir>', 'a folder with an agreement.md')
    .requiredOption('--version <name>', 'what this version is called')
    .option('--lang <tag>', 'its language', 'en')
    .option('--text <file>', 'the text; by default the agreement itself')
    .requiredOption('--of <ids>', 'who commits to it, with commas between', ids)
    .action((dir: string, options: Committing) => commit(io, dir, options))

  entering(publication.command('disclose'))
    .description('say to whom a clause, an article or a claim is shown, and from when')
    .argument('<dir>', 'a folder with an agreement.md')
    .option('--clause <id>', 'the clause')
    .option('--article <heading>', 'an article with all below it, by its heading or number')
    .option('--claim <id>', 'a claim')
    .option('--field <name>', 'only this field of the claim')
    .addOption(new Option('--level <level>', 'to whom').choices([...DISCLOSURE_LEVELS]).makeOptionMandatory())
    .option('--embargo-until <time>', 'until then it stays with those who have it', timeText)
    .option('--untold', 'nobody else is told that it is there')
    .requiredOption('--of <ids>', 'who says so, with commas between', ids)
    .requiredOption('--reason <text>', 'why')
    .action((dir: string, options: Disclosing) => disclose(io, dir, options))

  publication
    .command('make')
    .description('write a version with parts left out, and the proof that they are what was committed to')
    .argument('<dir>', 'a folder with an agreement.md')
    .requiredOption('--version <name>', 'the version that was committed to')
    .option('--lang <tag>', 'its language', 'en')
    .option('--withhold <name>', 'a clause or an article to leave out; may be given several times', collect, [])
    .option('--silent', 'do not tell that what is left out is there')
    .requiredOption('--out <file>', 'where to write it; the proof goes beside it')
    .option('--json', 'print JSON')
    .action((dir: string, options: Making) => makePublication(io, dir, options))

  publication
    .command('verify')
    .description('check offline that what is shown and what is withheld is what was committed to')
    .argument('<file>', 'the version as it was published')
    .option('--proof <file>', 'its proof; by default FILE.proof.json')
    .option('--record <receipt>', 'the receipt (C2SP tlog-proof) of the entry that committed to it')
    .option('--key <vkey>', 'the public key of the log, or a file with it; can be repeated', collect)
    .option('--policy <file>', 'which logs and witnesses to believe')
    .option('--json', 'print JSON')
    .action((file: string, options: Verifying) => verifyPublication(io, file, options))

  publication
    .command('compare')
    .description('what two publishers published: what each leaves out, and where they differ (exit code 1)')
    .argument('<one>', 'a version as one published it')
    .argument('<other>', 'the version as another published it')
    .option('--json', 'print JSON')
    .action((one: string, other: string, options: { json?: true }) => comparePublications(io, one, other, options))
}

async function commit(
  io: Terminal,
  dir: string,
  { version, lang, text: file, of, ...options }: Committing,
): Promise<void> {
  const { file: agreementFile, agreement, current } = await workspaceAt(io, dir)
  const text = file === undefined ? agreementFile.source : utf8Of(await bytesAt(file))
  if (text === null || text === '') throw new Stop(`\`${file}\` is no UTF-8 text`, 'save it as Markdown in UTF-8', NO)
  const { minutes } = foldRecord(current().entries)
  const is = minutes.find((one) => one.does === 'commit-text' && one.version === version && one.lang === lang)
  const kept = await keepText(dir, { version, lang, text }, { replaces: is === undefined })
  if (!kept.ok) throw new Stop(kept.message, kept.help, NO)
  tellNotices(io, kept.notices)
  const { committed } = openText(kept.value)
  const root = hexOf(committed.root)
  await enterMinute(io, dir, { does: 'commit-text', of, version, lang, root, leaves: committed.leaves.length }, options)
  if (!options.json)
    io.print(`the root of \`${agreement.id}\` ${version} (${lang}) is ${root}, over ${committed.leaves.length} leaves`)
}

async function disclose(
  io: Terminal,
  dir: string,
  { clause, article, claim, field, level, embargoUntil, untold, of, reason, ...options }: Disclosing,
): Promise<void> {
  const subjects = [
    ...(clause === undefined ? [] : [{ clause }]),
    ...(article === undefined ? [] : [{ article }]),
    ...(claim === undefined ? [] : [{ claim, field: field ?? null }]),
  ]
  const [subject] = subjects
  if (subject === undefined || subjects.length > 1)
    throw new Stop('it is not clear what is meant', 'give one of --clause, --article and --claim')
  const told_of = untold === undefined
  await enterMinute(
    io,
    dir,
    { does: 'disclose', of, subject, level, embargo_until: embargoUntil ?? null, told_of, reason },
    options,
  )
}

function timeText(text: string): string {
  instant(text)
  return text
}
