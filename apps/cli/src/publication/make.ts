// Writes a version of a committed text with parts left out, and its proof beside it.
import { isArticle, sectionsShownTo } from '@trucekeeper/centre'
import { foldRecord } from '@trucekeeper/ledger'
import { hexOf, publishSections, type Showing } from '@trucekeeper/merkle'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { workspaceAt } from '../arguments.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { keptTextAt, openText } from './committed.ts'

export interface Making {
  version: string
  lang: string
  withhold: string[]
  silent?: true
  out: string
  json?: true
}

/** What is not public now is left out whether it is named or not; what is named is left out besides. */
export async function makePublication(
  io: Terminal,
  dir: string,
  { version, lang, withhold, silent, out, json }: Making,
): Promise<void> {
  const { agreement, current } = await workspaceAt(io, dir)
  const kept = await keptTextAt(dir, { version, lang })
  const { sections, committed } = openText(kept)
  const record = foldRecord(current().entries)
  const root = hexOf(committed.root)
  const entered = record.minutes.some((one) => one.does === 'commit-text' && one.root === root)
  if (!entered)
    throw new Stop('this text was never committed to in the record', `\`truce publication commit ${dir}\` does`, NO)
  const left = silent ? ('silent' as const) : ('told' as const)
  const byLevel = sectionsShownTo(kept.text, agreement, record, 'public', Date.now())
  const ways = sections.map(({ clauses, heading }, index): Showing => {
    const { way } = byLevel[index]!
    const isNamed = withhold.some((name) => clauses.includes(name) || heading.some((one) => isArticle(one, name)))
    return way === 'shown' && isNamed ? left : way
  })
  const unknown = withhold.find(
    (name) =>
      !sections.some(({ clauses, heading }) => clauses.includes(name) || heading.some((one) => isArticle(one, name))),
  )
  if (unknown !== undefined)
    throw new Stop(
      `the text has no clause and no article \`${unknown}\``,
      'name a clause by its id, an article by its heading',
      NO,
    )
  const { document, proof } = publishSections(
    committed,
    sections,
    { version, lang },
    (one) => ways[sections.indexOf(one as never)]!,
  )
  const proofFile = `${out}.proof.json`
  for (const [path, text] of [
    [out, document],
    [proofFile, proof],
  ] as const)
    await writeFile(path, text).catch((error: NodeJS.ErrnoException) => {
      throw new Stop(`\`${path}\` cannot be written (${error.code})`, 'name another place', NO)
    })
  const hidden = sections.flatMap(({ clauses }, index) => (ways[index] === 'shown' ? [] : clauses))
  // Its words are withheld, and another clause that stays names it.
  const named = hidden.filter((id) =>
    sections.some(
      ({ text }, index) =>
        ways[index] === 'shown' && new RegExp(`(?<![\\w-])${RegExp.escape(id)}(?![\\w-])`).test(text),
    ),
  )
  const hash = createHash('sha256').update(document).digest('hex')
  const withheld = ways.filter((way) => way === 'told').length
  if (json) {
    printJson(io, { version, lang, root, hash, file: out, proof: proofFile, withholds: hidden, named_elsewhere: named })
    return
  }
  io.print(
    `${out}: ${ways.filter((way) => way === 'shown').length} sections shown, ${withheld} withheld; SHA-256 ${hash}`,
  )
  io.print(`${proofFile}: the proof, under the root ${root}`)
  if (hidden.length > 0) io.print(`left out: ${hidden.join(', ')}`)
  if (named.length > 0) io.print(`what is shown still names: ${named.join(', ')}`)
}
