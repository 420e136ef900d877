// Whether the words that rows of tables give as somebody's stand in the report that they name.
import type { AccessRecords, Said } from '@trucekeeper/access'
import type { GroundRecord, Word } from '@trucekeeper/access/ground'
import { isPlainText } from '@trucekeeper/documents'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AgreementFile } from './agreement-file.ts'
import { bodyOf } from './dispatch.ts'
import type { Tables, TableProblem } from './tables.ts'
import { utf8Of } from './text.ts'

type Quoting = Pick<TableProblem, 'folder' | 'file' | 'row'> & {
  readonly name: string
  readonly doc: string
  readonly quote: string
}

/** The rows whose words are not in the text they name. A report that is no plain text, or is kept elsewhere, is not asked. */
export async function misquoted(
  dir: string,
  { access, ground }: Pick<Tables, 'access' | 'ground'>,
  agreement: AgreementFile,
): Promise<readonly TableProblem[]> {
  const texts = new Map<string, Promise<string | null>>([[agreement.file, Promise.resolve(folded(agreement.source))]])
  const textOf = (doc: string) => {
    const found = texts.get(doc) ?? reportText(dir, doc)
    texts.set(doc, found)
    return found
  }
  const problems: TableProblem[] = []
  for (const { folder, file, row, name, doc, quote } of [...ofAccess(access), ...ofGround(ground)]) {
    const text = await textOf(doc)
    if (text === null || text.includes(folded(quote))) continue
    problems.push({
      folder,
      file,
      row,
      column: 'quote',
      cell: null,
      message: `the words of \`${name}\` do not stand in \`${doc}\``,
      help: 'copy the words as they stand in the report, or name the report in which they do',
    })
  }
  return problems
}

function* ofAccess(records: AccessRecords | null): Generator<Quoting> {
  const tables: readonly (readonly Said[])[] = records ? Object.values(records) : []
  for (const { file, row, name, doc, quote } of tables.flat())
    if (doc !== null && quote !== null) yield { folder: 'access', file: `access/${file}`, row, name, doc, quote }
}

function* ofGround(ground: { readonly record: GroundRecord } | null): Generator<Quoting> {
  if (!ground) return
  const tables: readonly (readonly [string, readonly Word[]])[] = Object.entries(ground.record)
  for (const [table, words] of tables)
    for (const { id, doc, quote } of words)
      if (doc !== null && quote !== null)
        yield { folder: 'ground', file: `ground/${table}.csv`, row: null, name: id, doc, quote }
}

async function reportText(dir: string, doc: string): Promise<string | null> {
  if (basename(doc) !== doc) return null
  const bytes = await readFile(join(dir, 'reports', doc)).catch(() => null)
  if (bytes === null || !isPlainText(doc, bytes)) return null
  const text = utf8Of(bytes)
  return text === null ? null : folded(bodyOf(text).body)
}

/** Lines are broken anew wherever words are copied to. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
