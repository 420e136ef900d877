// Reads the agreement of a folder and the files of places it refers to.
import {
  parseAgreement,
  resolveAgreement,
  textHash,
  type Agreement,
  type AgreementText,
  type PlaceFiles,
} from '@trucekeeper/agreement'
import { sortDiagnostics, type Diagnostic } from '@trucekeeper/diagnostics'
import { parsePlaces, type Place } from '@trucekeeper/geo'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { utf8Of } from './text.ts'

export interface AgreementFile {
  /** The name that diagnostics carry. */
  readonly file: string
  readonly source: string
  readonly hash: string
  /** The clauses as they were read; null where there is no text. */
  readonly text: AgreementText | null
  /** Null when there are errors. */
  readonly agreement: Agreement | null
  /** What is sound in the files of places that it refers to. */
  readonly places: PlaceFiles
  readonly diagnostics: readonly Diagnostic[]
}

/** The agreement of a folder. */
export const AGREEMENT_FILE = 'agreement.md'

/** Where the texts lie that stand beside it, each in a folder of its own. */
export const AGREEMENTS_FOLDER = 'agreements'

/**
 * Reads, parses and links the agreement at `path`. A file that is not there is a diagnostic too. Places are looked for
 * beside it; those of a text in `agreements/` also in the folder that holds them all.
 */
export async function readAgreement(path: string, file: string): Promise<AgreementFile> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) {
    return unreadable(
      file,
      'agreement-missing',
      `there is no agreement \`${file}\``,
      'name a folder with an `agreement.md`, or the file itself',
    )
  }
  const source = utf8Of(bytes)
  if (source === null) return unreadable(file, 'not-text', `\`${file}\` is not UTF-8 text`, 'save it as UTF-8 Markdown')
  const parsed = parseAgreement(source, file)
  const places = new Map<string, readonly Place[]>()
  const diagnostics: Diagnostic[] = [...parsed.diagnostics]
  for (const name of geometryFiles(source)) {
    const bytes = await placesIn(name, foldersOf(path))
    const text = bytes && utf8Of(bytes)
    if (text === null) continue
    const { places: sound, problems } = parsePlaces(text)
    places.set(name, sound)
    for (const { code, message, help } of problems) {
      diagnostics.push({
        ...at(name),
        code,
        severity: code === 'places-malformed' ? 'error' : 'warning',
        message,
        help,
      })
    }
  }
  const resolved = resolveAgreement(parsed.text, places)
  // A file that cannot be read is said once; what refers to it is not blamed.
  const unread = diagnostics.filter(({ code }) => code === 'places-malformed').map(({ spans }) => `${spans[0]!.file}#`)
  const lines = source.split('\n')
  const isBlameless = ({ code, spans: [span] }: Diagnostic) =>
    code === 'zone-without-geometry' && unread.some((name) => lines[span!.range.start.line - 1]?.includes(name))
  diagnostics.push(...resolved.diagnostics.filter((one) => !isBlameless(one)))
  const sound = diagnostics.every(({ severity }) => severity !== 'error')
  return {
    file,
    source,
    hash: textHash(source),
    text: parsed.text,
    agreement: sound ? resolved.agreement : null,
    places,
    diagnostics: sortDiagnostics(diagnostics),
  }
}

function foldersOf(path: string): readonly string[] {
  const own = dirname(resolve(path))
  return basename(dirname(own)) === AGREEMENTS_FOLDER ? [own, dirname(dirname(own))] : [own]
}

/** The file of that name in the first folder that has one. */
async function placesIn(name: string, folders: readonly string[]): Promise<Uint8Array | null> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, name)).catch(() => null)
    if (bytes !== null) return bytes
  }
  return null
}

/** Files of places named in a text; a path that leaves the folder is none. */
function geometryFiles(source: string): string[] {
  const names = [...source.matchAll(/^\s+geometry\s+([^#\s]+)#/gm)].map((found) => found[1]!)
  return [...new Set(names)].filter((name) => !name.startsWith('/') && !name.split(/[/\\]/).includes('..'))
}

function unreadable(file: string, code: string, message: string, help: string): AgreementFile {
  return {
    file,
    source: '',
    hash: textHash(''),
    text: null,
    agreement: null,
    places: new Map(),
    diagnostics: [{ ...at(file), code, severity: 'error', message, help }],
  }
}

function at(file: string): Pick<Diagnostic, 'spans'> {
  const start = { offset: 0, line: 1, column: 1 }
  return { spans: [{ file, range: { start, end: start }, heading: [], label: '' }] }
}
