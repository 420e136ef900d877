// What the access tables of a folder answer, as of an instant and by the word of some or of all.
import {
  accessOverview,
  lastRecorded,
  sentencesOf,
  type AccessOverview,
  type AccessRecords,
  type Lines,
  type Question,
  type Said,
  type Sentence,
} from '@trucekeeper/access'
import type { Instant } from '@trucekeeper/time'
import type { Command } from 'commander'
import { collect, instant, workspaceAt } from './arguments.ts'
import { refuseProblems } from './tables.ts'
import { Stop, type Terminal } from './terminal.ts'

export interface AccessOptions {
  at?: Instant
  knownAt?: Instant
  source?: string[]
  json?: true
}

/** The options that every question about access takes. */
export function askingOptions(command: Command): Command {
  return command
    .argument('<dir>', 'a folder with an agreement.md and tables in access/')
    .option('--at <time>', 'as of this time; by default when the last row was recorded', instant)
    .option('--known-at <time>', 'on what had been recorded by this time; by default everything', instant)
    .option('--source <name>', 'only by the word of this source; may be given several times', collect)
    .option('--json', 'print JSON')
}

export interface Access {
  readonly title: string
  readonly zone: string
  readonly question: Question
  readonly records: AccessRecords
  readonly overview: AccessOverview
  readonly sentences: readonly Sentence[]
}

export async function accessAt(io: Terminal, dir: string, { at, knownAt, source }: AccessOptions): Promise<Access> {
  const workspace = await workspaceAt(io, dir)
  const tables = await workspace.tables()
  refuseProblems(io, dir, 'access', tables)
  const { agreement } = workspace
  const { access: records, lines } = tables
  if (records === null)
    throw new Stop(`\`${dir}\` has no tables in \`access\``, 'put them there; see examples/aleppo-2016/access')
  refuseUnknown(records, source ?? [])
  const question: Question = {
    at: at ?? lastRecorded(records) ?? 0,
    knownAt: knownAt ?? null,
    sources: source ?? null,
  }
  return {
    title: agreement.title,
    zone: agreement.zone,
    records,
    question,
    ...answersTo(records, question, lines, agreement.zone),
  }
}

function answersTo(
  records: AccessRecords,
  question: Question,
  lines: Lines,
  zone: string,
): Pick<Access, 'overview' | 'sentences'> {
  const overview = accessOverview(records, question, { lines })
  return { overview, sentences: sentencesOf(overview, records, zone) }
}

function refuseUnknown(records: AccessRecords, sources: readonly string[]): void {
  const tables: (readonly Said[])[] = Object.values(records)
  const there = [...new Set(tables.flat().map(({ source }) => source))].toSorted()
  for (const source of sources)
    if (!there.includes(source))
      throw new Stop(
        `no row is by the word of \`${source}\``,
        `there are: ${there.map((one) => `\`${one}\``).join(', ')}`,
      )
}
