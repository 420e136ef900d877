// How well the rules tell the kinds of short incident notes: per kind, and weighted by how often each occurs.
// node packages/reading/bench/notes.ts [EVENTS.json] [--all], where EVENTS.json holds rows of an ACLED export.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from '../src/index.ts'
import { printAcled } from './acled.ts'

const NONE = '-'
const FOLDER = join(import.meta.dirname, 'notes')

interface Note {
  readonly kind: string
  readonly text: string
}

/** The kind of a note is that of the first claim read from it. */
export function kindRead(text: string): string {
  const meta = { doc: 'note', published: '2020-12-31', outlet: 'Notes', zone: 'UTC' }
  return readReport(text, meta).claims[0]?.kind ?? NONE
}

export function notes(): Note[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | '))
    .map(([, kind, ...text]) => ({ kind: kind!, text: text.join(' | ') }))
}

export interface KindScore {
  readonly kind: string
  readonly notes: number
  readonly f1: number
}

export function kindScores(all: readonly Note[]): { readonly weighted: number; readonly kinds: KindScore[] } {
  const read = all.map(({ kind, text }) => ({ kind, read: kindRead(text) }))
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted().map((kind) => {
    const right = read.filter((one) => one.kind === kind && one.read === kind).length
    const of = read.filter((one) => one.kind === kind).length
    const said = read.filter((one) => one.read === kind).length
    return { kind, notes: of, f1: (2 * right) / (of + said) }
  })
  const weighted = kinds.reduce((sum, { f1, notes }) => sum + f1 * notes, 0) / all.length
  return { weighted, kinds }
}

function printKinds(showing: boolean): void {
  const all = notes()
  const { weighted, kinds } = kindScores(all)
  console.log(`${all.length} notes, weighted F1 ${weighted.toFixed(3)}`)
  for (const { kind, notes, f1 } of kinds) console.log(`${kind.padEnd(26)} ${f1.toFixed(2)}  of ${notes}`)
  if (showing) {
    for (const { kind, text } of all.filter(({ kind, text }) => kindRead(text) !== kind))
      console.log(`${kind} read ${kindRead(text)}: ${text}`)
  }
}

if (import.meta.main) {
  const file = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
  const showing = process.argv.includes('--all')
  if (file === undefined) printKinds(showing)
  else printAcled(JSON.parse(readFileSync(file, 'utf8')), kindRead, showing)
}
