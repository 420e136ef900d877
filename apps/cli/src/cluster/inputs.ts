// What is to be clustered, as it lies in files and folders: values that may be claims, and the texts of reports of any kind.
import type { TextDocument } from '@trucekeeper/corroborate'
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { hasReportName, isPlainText, openDocumentReader, type DocumentReader } from '@trucekeeper/documents'
import { bodyOf, utf8Of } from '@trucekeeper/workspace'
import { readdir, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, extname, join } from 'node:path'
import { bytesAt } from '../arguments.ts'
import { Stop } from '../terminal.ts'
import { valuesIn, WHAT_TO_GIVE, type Offered } from './offered.ts'

export interface Inputs {
  readonly values: readonly Offered[]
  readonly documents: readonly TextDocument[]
  /** What is wrong with reports that were left out, or noteworthy about others. */
  readonly diagnostics: readonly Diagnostic[]
  /** Files of folders that have no report's name, and were not looked into. */
  readonly passedOver: readonly string[]
}

interface Path {
  readonly path: string
  /** Whether it was named, and not found in a folder: what is named is refused where it is nothing. */
  readonly named: boolean
}

const CLAIMS_NAME = /\.(?:json|jsonl|ndjson)$/i
/** Files read at once. */
const AT_ONCE = 64
/** Processes that parse what is no plain text; each is started when there is something for it. */
const MOST_READERS = 4

/** What stands in files, and in the files of folders and of those within, in order of their names. */
export async function inputsOf(paths: readonly string[]): Promise<Inputs> {
  const found = (await Promise.all(paths.map(filesAt))).flat()
  const [files, passedOver] = [found.filter(isWanted), found.filter((one) => !isWanted(one))]
  if (files.length === 0) throw new Stop(`there are no reports in \`${paths.join('`, `')}\``, WHAT_TO_GIVE)
  const nameOf = namesOf(files.map(({ path }) => path))
  const readers = Array.from({ length: Math.min(MOST_READERS, availableParallelism()) }, () => openDocumentReader())
  const read: Omit<Inputs, 'passedOver'>[] = []
  try {
    for (let at = 0; at < files.length; at += AT_ONCE)
      read.push(
        ...(await Promise.all(
          files
            .slice(at, at + AT_ONCE)
            .map((file, index) => inputOf(file, nameOf(file.path), readers[index % readers.length]!)),
        )),
      )
  } finally {
    for (const reader of readers) reader.close()
  }
  return {
    values: read.flatMap(({ values }) => values),
    documents: withNames(read.flatMap(({ documents }) => documents)),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
    passedOver: passedOver.map(({ path }) => path),
  }
}

async function filesAt(path: string): Promise<Path[]> {
  if (path === '-' || !(await stat(path).catch(() => null))?.isDirectory()) return [{ path, named: true }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), named: false }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function isWanted({ path, named }: Path): boolean {
  const name = basename(path)
  if (named) return true
  return !name.startsWith('.') && (hasReportName(name) || CLAIMS_NAME.test(name) || extname(name) === '')
}

/** A file's own name, or its whole path where two files have the same. */
function namesOf(paths: readonly string[]): (path: string) => string {
  const places = Map.groupBy(new Set(paths), (path) => basename(path))
  return (path) => {
    if (path === '-') return 'standard-input'
    return places.get(basename(path))!.length > 1 ? path : basename(path)
  }
}

async function inputOf(
  { path, named }: Path,
  name: string,
  reader: DocumentReader,
): Promise<Omit<Inputs, 'passedOver'>> {
  const none = { values: [], documents: [], diagnostics: [] }
  const bytes = await bytesAt(path)
  if (!CLAIMS_NAME.test(path) && !isPlainText(name, bytes)) {
    const { reports, diagnostics } = await reader.read(name, bytes)
    return { ...none, documents: reports.map((report) => ({ doc: report.name, text: report.text })), diagnostics }
  }
  const text = utf8Of(bytes)
  if (text === null || text.trim() === '') {
    const [code, why] = text === null ? ['report-not-text', 'is not UTF-8 text'] : ['report-empty', 'is empty']
    if (named) throw new Stop(`\`${path}\` ${why}`, WHAT_TO_GIVE)
    return { ...none, diagnostics: [leftOut(name, code!, `\`${name}\` ${why}, and was left out`)] }
  }
  if (CLAIMS_NAME.test(path) || /^\s*[[{]\s*["{[\]]/.test(text)) return { ...none, values: valuesIn(path, text) }
  // Claims count in what stands below the lines of the desk.
  return { ...none, documents: [{ doc: name, text: bodyOf(text).body }] }
}

/** A feed may give two items one name, and every document needs its own. */
function withNames(documents: readonly TextDocument[]): TextDocument[] {
  const taken = new Map<string, number>()
  return documents.map(({ doc, text }) => {
    const before = taken.get(doc) ?? 0
    taken.set(doc, before + 1)
    return before === 0 ? { doc, text } : { doc: `${doc} (${before + 1})`, text }
  })
}

const START = { offset: 0, line: 1, column: 1 }

function leftOut(file: string, code: string, message: string): Diagnostic {
  const spans = [{ file, range: { start: START, end: START }, heading: [], label: '' }]
  return { code, severity: 'error', message, help: 'give the text of the report in UTF-8', spans }
}
