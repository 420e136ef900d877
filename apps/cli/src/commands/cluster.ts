// truce cluster: claims of many files into matters, documents into groups of copies and of one topic.
import type { Claim, Ruling } from '@trucekeeper/claims'
import { mattersOf, type TextDocument } from '@trucekeeper/corroborate'
import type { Command } from 'commander'
import { parse } from 'node:path'
import { published, zone } from '../arguments.ts'
import { claimsOf, entriesIn, groupingOf, inputsOf } from '../cluster/index.ts'
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
Reports that cannot be read are named and left out; the command then ends with 1.

Examples:
  truce read *.txt --published 2016-09-16 --json > claims.json
  truce cluster claims.json *.txt
  truce cluster reports/ --json`,
    )
    .action(async (files: string[], options: Options) => {
      const { values, documents, diagnostics, passedOver } = await inputsOf(files)
      await printDiagnostics(io, diagnostics, 'text', async () => null, process.stderr)
      if (passedOver.length > 0) io.progress(`${passedOver.length} files have no report’s name and were passed over`)
      const { offered, rulings } = entriesIn(values)
      const claims = claimsOf(offered, options.published, io)
      const clusters = await clustersOf(claims, rulings, documents, options.zone)
      if (options.json) printJson(io, clusters)
      else showClusters(io, clusters, claims)
      if (diagnostics.some(({ severity }) => severity === 'error')) throw new Stop('', '', NO)
    })
}

async function clustersOf(
  claims: readonly Claim[],
  rulings: readonly Ruling[],
  documents: readonly TextDocument[],
  clock: string,
): Promise<Clusters> {
  const { matters, keptApart } = mattersOf(claims, { zone: clock, documents: asQuoted(documents, claims), rulings })
  const { duplicates, passages, topics } = await groupingOf(documents)
  return {
    matters: matters.map(({ cannotConfirm, ...matter }) => ({ ...matter, cannot_confirm: cannotConfirm })),
    kept_apart: keptApart,
    duplicates,
    passages,
    topics: topics.topics,
    topic_threshold: documents.length > 0 ? topics.threshold : null,
  }
}

/** Documents under the names by which claims quote them: some leave out what tells the kind of file. */
function asQuoted(documents: readonly TextDocument[], claims: readonly Claim[]): TextDocument[] {
  const names = new Set(documents.map(({ doc }) => doc))
  const missing = new Set(claims.map(({ doc }) => doc).filter((doc) => !names.has(doc)))
  return documents.map(({ doc, text }) => ({ doc: missing.has(parse(doc).name) ? parse(doc).name : doc, text }))
}
