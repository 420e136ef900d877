// The role fillers of a whole report, each entity once however often and however fully it is named.
import { openDocument, type Document } from './document.ts'
import { fillersIn, type Filler, type Role } from './fillers.ts'
import { prepareLexicon, type ReadingLexicon } from './lexicon/prepared.ts'
import { sentencesOf } from './sentences.ts'
import { zonesOf } from './zones.ts'

/** One entity by role, under the fullest words that the report gives it first. */
export type DocumentRoles = Readonly<Record<Role, readonly Filler[]>>

/** Who did it, what and whom it struck and with what, of all sentences of a text, whoever says them. */
export function rolesInText(text: string, extra?: Partial<ReadingLexicon>): DocumentRoles {
  const document = openDocument(text, prepareLexicon(extra))
  const all = storyOf(document).flatMap((sentence) => fillersIn(document, sentence))
  const of = (role: Role) => entities(all.filter((one) => one.role === role))
  return { perpetrator: of('perpetrator'), target: of('target'), victim: of('victim'), weapon: of('weapon') }
}

function storyOf(document: Document) {
  return zonesOf(document)
    .filter(({ zone }) => zone === 'body')
    .flatMap((block) => sentencesOf(document, block))
}

/** `The priests` after `six Jesuit priests` are the same; so is a name that ends another. */
function entities(fillers: readonly Filler[]): Filler[] {
  const kept: Filler[] = []
  for (const filler of fillers) {
    const same = kept.findIndex((other) => sameEntity(other.words, filler.words))
    if (same < 0) kept.push(filler)
    else if (filler.words.length > kept[same]!.words.length) kept[same] = filler
  }
  return kept
}

function sameEntity(a: string, b: string): boolean {
  const [long, short] = [` ${a.toLowerCase()}`, ` ${b.toLowerCase()}`].toSorted((x, y) => y.length - x.length)
  return long!.endsWith(short!) || long!.endsWith(`${short}s`) || `${long}s`.endsWith(short!)
}
