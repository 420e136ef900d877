// The texts of a folder that are in force side by side: its own agreement, and those of `agreements/`.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import { didYouMean, hasErrors, type Diagnostic, type Span } from '@trucekeeper/diagnostics'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AGREEMENT_FILE, AGREEMENTS_FOLDER, readAgreement, type AgreementFile } from './agreement-file.ts'

export { AGREEMENTS_FOLDER } from './agreement-file.ts'

/** A text that can be evaluated, and the file it stands in. */
export interface ReadText {
  readonly agreement: Agreement
  readonly file: AgreementFile
  /** The folder whose tables are read against it. */
  readonly dir: string
}

/** The folder's own text first, then the others by the name of their folders. One record is read against all of them. */
export interface Texts {
  readonly own: ReadText
  readonly all: readonly ReadText[]
  readonly agreements: readonly Agreement[]
  /** Those that somebody is not shown: what names their clauses counts under no other. */
  readonly hidden?: readonly Agreement[]
}

export type TextsRead =
  | { readonly ok: true; readonly texts: Texts }
  | { readonly ok: false; readonly file: AgreementFile; readonly diagnostics: readonly Diagnostic[] }

/** Reads every text of a folder. One of them that cannot be read stops all: which reports mean what depends on each. */
export async function readTexts(dir: string): Promise<TextsRead> {
  const own = await readAgreement(join(dir, AGREEMENT_FILE), AGREEMENT_FILE)
  const beside = await Promise.all((await textsBeside(dir)).map((name) => readAgreement(join(dir, name), name)))
  const files = [own, ...beside]
  const all = files.flatMap((file) =>
    file.agreement === null ? [] : [{ agreement: file.agreement, file, dir: join(dir, dirname(file.file)) }],
  )
  const diagnostics = onceEach([...files.flatMap((file) => file.diagnostics), ...clashes(all)])
  const [first] = all
  if (first === undefined || all.length < files.length || hasErrors(diagnostics)) {
    return { ok: false, file: own, diagnostics }
  }
  return { ok: true, texts: { own: first, all, agreements: all.map(({ agreement }) => agreement) } }
}

/** Texts beside one another refer to the same files of places; what is wrong with one of these is said once. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const nameOf = ({ code, message, spans: [span] }: Diagnostic) =>
    `${code} ${span?.file}:${span?.range.start.line}:${span?.range.start.column} ${message}`
  return [...Map.groupBy(diagnostics, nameOf).values()].map(([first]) => first!)
}

/** All agreements of a folder; the one given alone where they cannot be read together. */
export async function agreementsIn(dir: string, agreement: Agreement): Promise<readonly Agreement[]> {
  if ((await textsBeside(dir)).length === 0) return [agreement]
  const read = await readTexts(dir)
  return read.ok ? read.texts.agreements : [agreement]
}

/** The files of the texts beside a folder's own, from the folder on: `agreements/darayya/agreement.md`. */
export async function textsBeside(dir: string): Promise<string[]> {
  const found = await readdir(join(dir, AGREEMENTS_FOLDER), { withFileTypes: true }).catch(() => [])
  return found
    .filter((one) => one.isDirectory())
    .map(({ name }) => `${AGREEMENTS_FOLDER}/${name}/${AGREEMENT_FILE}`)
    .toSorted()
}

/** The text of an agreement's id; without an id the folder's own. */
export function textOf({ own, all }: Texts, id: string | undefined): ReadText | null {
  return id === undefined ? own : (all.find(({ agreement }) => agreement.id === id) ?? null)
}

/** The text of an agreement that is among them; the folder’s own for none. */
export function textNamed({ own, all }: Texts, agreement: Agreement | null): ReadText {
  return all.find((text) => text.agreement === agreement) ?? own
}

/** What to say to one who asks for a text that is none. */
export function noSuchText({ agreements }: Texts, id: string): { readonly message: string; readonly help: string } {
  const ids = agreements.map((agreement) => agreement.id)
  const meant = didYouMean(id, ids)
  const there = `there are: ${ids.map((one) => `\`${one}\``).join(', ')}`
  return {
    message: `no agreement \`${id}\` is in this folder`,
    help: meant ? `did you mean \`${meant}\`? ${there}` : there,
  }
}

/** An entry names a clause by its id alone, so no two texts may have one of the same. */
function clashes(texts: readonly ReadText[]): Diagnostic[] {
  const seen = new Map<string, ReadText>()
  return texts.flatMap((text) =>
    namesIn(text).flatMap((name): Diagnostic[] => {
      const before = seen.get(name)
      if (before === undefined) {
        seen.set(name, text)
        return []
      }
      if (before === text) return []
      const help = `rename one of them, such as \`${name}-${text.agreement.id}\`: what is entered names a clause by its id alone`
      return [
        {
          code: 'clause-in-two-agreements',
          severity: 'error',
          message: `\`${name}\` stands in \`${before.agreement.id}\` and in \`${text.agreement.id}\``,
          help,
          spans: [spanOf(text, name, ''), spanOf(before, name, 'declared here')],
        },
      ]
    }),
  )
}

/** Ids of what entries can name: the agreement itself, and its clauses as they were written. */
function namesIn({ agreement }: ReadText): string[] {
  return [...new Set([agreement.id, ...agreement.ruled.map(baseOf)])]
}

function baseOf(clause: Ruled): string {
  return 'base' in clause ? clause.base : clause.id
}

function spanOf({ file }: ReadText, id: string, label: string): Span {
  const clause = file.text?.clauses.find((one) => one.id === id)
  const start = { offset: 0, line: 1, column: 1 }
  return { file: file.file, range: clause?.at ?? { start, end: start }, heading: clause?.heading ?? [], label }
}
