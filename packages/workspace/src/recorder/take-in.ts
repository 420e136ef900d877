// Files from outside, read into proposals: documents of the record, and claims that wait for a person.
import { nameClaim, nameDocument, PROPOSED, type Claim, type DocumentBody } from '@trucekeeper/claims'
import type { Agreement } from '@trucekeeper/agreement'
import { hasReportName, type DocumentReader } from '@trucekeeper/documents'
import { readDispatches, type Dispatch } from '../dispatch.ts'
import { lexiconOfAll } from '../lexicon.ts'
import type { Known } from './known.ts'
import { freeName, type Sights } from './offered-claims.ts'
import type { OfferedFile, TakenIn, Wrong } from './shapes.ts'
import { byReader } from './wrong.ts'

export interface ReadFile {
  readonly documents: readonly { readonly body: DocumentBody; readonly proposals: readonly Claim[] }[]
  readonly notes: TakenIn['notes']
  /** Why nothing of it can be entered; empty where something can. */
  readonly wrong: readonly Wrong[]
}

/** Reads a file in the locked worker. What its name says is believed of nothing but the kind of plain text. */
export async function readIn(
  { name, bytes, published, outlet }: OfferedFile,
  agreements: readonly Agreement[],
  { there: known, isHeld }: Sights,
  reader: DocumentReader,
): Promise<ReadFile> {
  if (/[\p{Cc}/\\#]/u.test(name) || !hasReportName(name)) return { documents: [], notes: [], wrong: [unnamed(name)] }
  const meta = {
    doc: name,
    zone: agreements[0]?.zone ?? 'UTC',
    ...(published !== null && { published }),
    ...(outlet !== null && { outlet }),
  }
  const dispatches = await readDispatches(bytes, meta, lexiconOfAll(agreements), reader)
  const sound = dispatches.filter(({ entries }) => entries.length > 0)
  if (sound.some(hasActs)) return { documents: [], notes: [], wrong: [withActs(name)] }
  const said = dispatches.flatMap(({ diagnostics }) => diagnostics)
  const notes = said.map(({ code, message, help }) => ({ code, message, help: help ?? '' }))
  if (sound.length === 0) return { documents: [], notes: [], wrong: byReader(said) }
  return { documents: sound.map((dispatch) => proposedIn(dispatch, known, isHeld)), notes, wrong: [] }
}

function proposedIn({ entries }: Dispatch, known: Known, isHeld: boolean) {
  const [first] = entries
  if (first?.type !== 'document') throw new TypeError('A dispatch that was read begins with its document.')
  const { id: _, ...document } = first.body
  const body = nameDocument({ ...document, doc: freeName(document.doc, document.sha256, known, isHeld) })
  const proposals = entries.flatMap((entry) => (entry.type === 'claim' ? [proposal(entry.body, body.doc)] : []))
  return { body, proposals }
}

/** The claim as a reader's word alone: evidence of nothing until a person confirms it. */
function proposal(claim: Claim, doc: string): Claim {
  const { id: _, ...body } = claim
  return nameClaim({ ...body, doc, verification_state: PROPOSED })
}

const hasActs = ({ entries }: Dispatch) => entries.some(({ type }) => type === 'act')

const withActs = (name: string): Wrong => ({
  code: 'document-with-acts',
  path: 'document',
  message: `\`${name}\` has acts written above it, which count as soon as they are entered`,
  help: 'enter it with `truce ledger append`, or take the lines above it away',
})

const unnamed = (name: string): Wrong => ({
  code: 'document-unnamed',
  path: 'name',
  message: `\`${name.slice(0, 60)}\` is no name of a report`,
  help: 'name it by what it is: `.txt`, `.html`, `.docx`, `.pdf`, `.eml`, `.xml`, `.zip` or `.gz`',
})
