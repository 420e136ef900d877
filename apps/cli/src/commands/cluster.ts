// truce cluster: claims of many files into matters, documents into groups of copies and of one topic.
import { contentId, type Claim, type Ruling } from '@trucekeeper/claims'
import { mattersOf, mentionGroups, type Mention, type TextDocument } from '@trucekeeper/corroborate'
import type { Command } from 'commander'
import { parse } from 'node:path'
import { published, zone } from '../arguments.ts'
import { claimsOf, entriesIn, groupingOf, inputsOf, mentionsIn } from '../cluster/index.ts'
import { showClusters, type Clusters } from '../show/clusters.ts'
import { printDiagnostics } from '../show/diagnostics.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  zone: string
  published?: string
  json?: true
}

export function addCluster(program: Command, io: Terminal): void {
  program
    .command('cluster')
    .description('claims into matters: who says it, who denies it, how many sources; documents into copies and topics')
    .argument(
      '<file...>',
      'what `truce read --json` or `truce ledger cat` printed; reports (text, HTML, DOCX, PDF, e-mail, RSS or Atom, a zip or gz of these); folders of either; - for standard input',
    )
    .option('--zone <zone>', 'the time zone in which days are read', zone, 'Asia/Damascus')
    .option('--published <date>', 'when documents were published whose claims do not say', published)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Give the reports beside their claims, and copies of one text are told as one source.
Where a JSON list has only \`id\`, \`doc\` and \`quote\`, words of one happening in reports about one event are brought together.
Reports that cannot be read are named and left out; the command then ends with 1.

Examples:
  truce read *.txt --published 2016-09-16 --json > claims.json
  truce cluster claims.json *.txt
  truce cluster reports/ --json`,
    )
    .action(async (files: string[], options: Options) => {
      const { values, documents, diagnostics, passedOver } = await inputsOf(files)
      await printDiagnostics(io, diagnostics, 'text', async () => null, io.notice)
      if (passedOver.length > 0) io.progress(`${passedOver.length} files have no report’s name and were passed over`)
      const { offered, rulings } = entriesIn(values)
      const { mentions, others } = mentionsIn(offered)
      const claims = claimsOf(others, options.published, io)
      const clusters = await clustersOf({ claims, mentions, rulings, documents }, options.zone)
      if (options.json) printJson(io, clusters)
      else showClusters(io, clusters, claims)
      if (diagnostics.some(({ severity }) => severity === 'error')) throw new Stop('', '', NO)
    })
}

interface Given {
  readonly claims: readonly Claim[]
  readonly mentions: readonly Mention[]
  readonly rulings: readonly Ruling[]
  readonly documents: readonly TextDocument[]
}

async function clustersOf({ claims, mentions, rulings, documents }: Given, clock: string): Promise<Clusters> {
  const quoted = asQuoted(documents, [...claims, ...mentions])
  const { matters, keptApart } = mattersOf(claims, { zone: clock, documents: quoted, rulings })
  const { duplicates, passages, topics } = await groupingOf(documents)
  return {
    matters: [
      ...matters.map(({ cannotConfirm, ...matter }) => ({ ...matter, cannot_confirm: cannotConfirm })),
      ...(mentions.length > 0 ? mentionGroups(mentions, quoted) : []).map(matterOfMentions),
    ],
    kept_apart: keptApart,
    duplicates,
    passages,
    topics: topics.topics,
    topic_threshold: documents.length > 0 ? topics.threshold : null,
  }
}

/** What words alone brought together: of no kind that is known, and no evidence for or against anything. */
function matterOfMentions(ids: readonly string[]): Clusters['matters'][number] {
  const none = { for: [], against: [], cannot_confirm: [], sources: [], conflicts: [], restatements: [] }
  return { id: contentId('mat', ids[0]!), kind: null, claims: ids, ...none, others: ids, joined: [], rulings: [] }
}

/** Documents under the names by which claims quote them: some leave out what tells the kind of file. */
function asQuoted(documents: readonly TextDocument[], quoting: readonly { readonly doc: string }[]): TextDocument[] {
  const names = new Set(documents.map(({ doc }) => doc))
  const missing = new Set(quoting.map(({ doc }) => doc).filter((doc) => !names.has(doc)))
  return documents.map(({ doc, text }) => ({ doc: missing.has(parse(doc).name) ? parse(doc).name : doc, text }))
}
