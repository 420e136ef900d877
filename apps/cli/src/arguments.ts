// What the words of a command mean: times, folders, files; and what is said when they mean nothing.
import type { Diagnostic } from '@trucekeeper/diagnostics'
import { isZone, parseDating, parseInstant, type Instant } from '@trucekeeper/time'
import { AGREEMENT_FILE, openWorkspace, type Workspace } from '@trucekeeper/workspace'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer as bytesOfStream } from 'node:stream/consumers'
import { InvalidArgumentError, Option } from 'commander'
import { printDiagnostics } from './show/diagnostics.ts'
import { MISUSED, NO, Stop, type Terminal } from './terminal.ts'

/** A time with an offset. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (parsed === null) throw new InvalidArgumentError('Write a time with an offset, such as 2016-09-16T23:00+03:00.')
  return parsed
}

/** A time with an offset, or how many entries of the record. */
export function knownAt(text: string): Instant | { size: number } {
  return /^\d{1,15}$/.test(text) ? { size: Number(text) } : instant(text)
}

/** A day of publication, or a time with an offset. */
export function published(text: string): string {
  const precision = parseDating(text)?.precision
  if (precision !== 'day' && precision !== 'instant')
    throw new InvalidArgumentError('Write a day (2016-09-16) or a time with an offset (2016-09-16T18:00+03:00).')
  return text
}

export function zone(text: string): string {
  if (!isZone(text)) throw new InvalidArgumentError('Write a time zone such as Asia/Damascus.')
  return text
}

/** What an option that can be given several times was given so far. */
export function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value]
}

/** For commands that can be asked of any of the agreements of a folder. */
export function agreementOption(): Option {
  return new Option('--agreement <id>', 'under this agreement of the folder; by default its own')
}

/** The workspace of a folder under one of its agreements, or the reason why it is none, said with its places. */
export async function workspaceAt(io: Terminal, dir: string, agreement?: string): Promise<Workspace> {
  const opened = await openWorkspace(dir, agreement === undefined ? {} : { agreement })
  if (opened.ok) {
    const { waiting, diagnostics } = opened.workspace.current()
    await sayProblems(io, dir, diagnostics)
    if (waiting.length > 0)
      io.progress(`${waiting.length} reports are not in the ledger yet: run truce ledger append ${dir}`)
    return opened.workspace
  }
  if (opened.refusal)
    throw new Stop(opened.refusal.message, opened.refusal.help, 'code' in opened.refusal ? NO : MISUSED)
  if (opened.diagnostics.length === 1 && opened.file.diagnostics[0]?.code === 'agreement-missing' && !opened.file.text)
    throw await noAgreementIn(dir)
  const errors = opened.diagnostics.filter(({ severity }) => severity === 'error')
  await printDiagnostics(io, opened.diagnostics, 'text', (file) => sourceOf(dir, file), io.notice)
  throw new Stop(
    `\`${dir}\` has no agreement that can be evaluated: ${errors.length} error${errors.length === 1 ? '' : 's'}`,
    `mend the places named above; \`truce lint ${dir}\` shows them again`,
    NO,
  )
}

async function noAgreementIn(dir: string): Promise<Stop> {
  const found = await stat(dir).catch(() => null)
  const help = 'name a folder with an `agreement.md`, such as examples/aleppo-2016'
  if (found === null) return new Stop(`there is no folder \`${dir}\``, help)
  if (!found.isDirectory()) return new Stop(`\`${dir}\` is a file and not a folder`, help)
  return new Stop(`there is no agreement in \`${dir}\`: it has no \`${AGREEMENT_FILE}\``, help)
}

/** What is wrong with reports is said and stops nothing else. */
export async function sayProblems(io: Terminal, dir: string, diagnostics: readonly Diagnostic[]): Promise<void> {
  const grave = diagnostics.filter(({ severity }) => severity !== 'note')
  if (grave.length > 0) await printDiagnostics(io, grave, 'text', (file) => sourceOf(dir, file), io.notice)
}

/** Only text has lines to show; what is read out of other files has no line in them. */
async function sourceOf(dir: string, file: string): Promise<string | null> {
  const beside = basename(file) === AGREEMENT_FILE || file.endsWith('.geojson')
  if (!beside && !file.endsWith('.txt')) return null
  const path = beside ? `${dir}/${file}` : `${dir}/reports/${file}`
  return readFile(path, 'utf8').catch(() => null)
}

/** The bytes of a file, or of standard input for `-`. */
export async function bytesAt(path: string): Promise<Uint8Array> {
  if (path === '-') return bytesOfStream(process.stdin)
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`
    throw new Stop(`\`${path}\`: ${why}`, 'name a file, or - for standard input')
  }
}
