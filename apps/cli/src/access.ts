// The access tables of a folder, read against its places: all of them, or everything that is wrong with them.
import {
  accessOverview,
  lastRecorded,
  sentencesOf,
  takeTables,
  type AccessOverview,
  type AccessRecords,
  type Lines,
  type Question,
  type Said,
  type Sentence,
} from '@trucekeeper/access'
import type { Instant } from '@trucekeeper/time'
import type { Command } from 'commander'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { collect, instant, workspaceAt } from './arguments.ts'
import { sheetOf } from './sheets.ts'
import { NO, Stop, type Terminal } from './terminal.ts'

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

/** `truce import` keeps incidents in the same folder; they are read by their own command. */
const OF_OTHERS = ['incidents.csv']

export async function accessAt(io: Terminal, dir: string, { at, knownAt, source }: AccessOptions): Promise<Access> {
  const { agreement } = await workspaceAt(io, dir)
  const folder = join(dir, 'access')
  const names = await readdir(folder).catch(() => null)
  const files = (names ?? []).filter((name) => name.endsWith('.csv') && !OF_OTHERS.includes(name)).toSorted()
  if (files.length === 0)
    throw new Stop(`\`${dir}\` has no tables in \`access\``, 'put them there; see examples/aleppo-2016/access')
  const sheets = await Promise.all(files.map(async (file) => sheetOf(file, await readFile(join(folder, file)))))
  const points = agreement.places.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
  const lines: Lines = new Map(
    agreement.places.flatMap(({ id, geometry }) =>
      geometry.type === 'LineString' ? [[id, geometry.coordinates] as const] : [],
    ),
  )
  const taken = takeTables(sheets, points)
  if (!taken.ok) {
    for (const { file, row, column, cell, message, help } of taken.problems) {
      const place = [
        `access/${file}`,
        row !== null && `row ${row}`,
        column !== null && `\`${column}\`${cell ? ` (${cell})` : ''}`,
      ]
      io.fail(`${place.filter((part) => part !== false).join(', ')}: ${message}`, help)
    }
    const count = `${taken.problems.length} problem${taken.problems.length === 1 ? '' : 's'}`
    throw new Stop(`nothing was read from \`${folder}\`: ${count}`, 'mend the cells named above', NO)
  }
  const { records } = taken
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
