// The role fillers of a whole report, each entity once however often and however fully it is named.
import { openDocument, type Document } from './document.ts'
import { fillersIn, type Filler, type Role } from './fillers.ts'
import { prepareLexicon, type ReadingLexicon } from './lexicon/prepared.ts'
import { sentencesOf } from './sentences.ts'
import { zonesOf } from './zones.ts'

/** One entity by role, under the fullest words that the report gives it first. */
export type DocumentRoles = Readonly<Record<Role, readonly Filler[]>>

/** Fillers as MUC-4 asks for them: of attacks rather than of fighting, and of victims only those with a name. */
export interface IncidentRoles {
  readonly perp_ind: readonly Filler[]
  readonly perp_org: readonly Filler[]
  readonly target: readonly Filler[]
  readonly victim: readonly Filler[]
  readonly weapon: readonly Filler[]
}

/** Who did it, what and whom it struck and with what, of all sentences of a text, whoever says them. */
export function rolesInText(text: string, extra?: Partial<ReadingLexicon>): DocumentRoles {
  const all = fillersOf(openDocument(text, prepareLexicon(extra)))
  const of = (role: Role) => entities(all.filter((one) => one.role === role))
  return { perpetrator: of('perpetrator'), target: of('target'), victim: of('victim'), weapon: of('weapon') }
}

/** The same of attacks on civilians and their things alone, by the five roles in which MUC-4 is scored. */
export function incidentRolesInText(text: string, extra?: Partial<ReadingLexicon>): IncidentRoles {
  const document = openDocument(text, prepareLexicon(extra))
  const everything = fillersOf(document)
  const all = everything.filter(({ combat }) => !combat)
  const of = (role: Role) => all.filter((one) => one.role === role)
  const perpetrators = [...of('perpetrator'), ...bandOf(everything)]
  return {
    perp_ind: oneBand(entities(perpetrators.filter(isSomebody))),
    perp_org: organisations(
      document.folded,
      perpetrators.filter((one) => one.class === 'body'),
    ),
    target: entities(of('target')),
    victim: fullest(of('victim').filter(({ named }) => named)),
    weapon: oneCharge(fullest(of('weapon'))),
  }
}

function fillersOf(document: Document): Filler[] {
  return storyOf(document).flatMap((sentence) => fillersIn(document, sentence))
}

/** Once under the fullest words: `Rodriguez` is `Antonio Rodriguez Porth`, and `dynamite` a `dynamite charge`. */
function fullest(fillers: readonly Filler[]): Filler[] {
  const within = (short: string, long: string) => ` ${long.toLowerCase()} `.includes(` ${short.toLowerCase()} `)
  const kept = entities(fillers)
  return kept.filter(
    (one, at) =>
      !kept.some(
        (other, place) =>
          place !== at && within(one.words, other.words) && !(within(other.words, one.words) && place > at),
      ),
  )
}

/** Whose the guerrillas are, where a report tells it only of their fighting. */
function bandOf(fillers: readonly Filler[]): Filler[] {
  const doers = fillers.filter(({ role }) => role === 'perpetrator')
  const attack = doers.some(({ combat, words }) => !combat && BAND.test(words))
  if (!attack || doers.some((one) => !one.combat && one.class === 'body')) return []
  return doers.filter(
    (one) =>
      one.class === 'body' &&
      doers.some((other) => BAND.test(other.words) && other.start > one.end && other.start - one.end < 24),
  )
}

/** Dynamite of which a report has no more to say is that of its bomb. */
function oneCharge(fillers: readonly Filler[]): Filler[] {
  const bomb = /^dynamite$|\bbombs?$/i
  const first = fillers.find(({ words }) => bomb.test(words))
  return fillers.filter(
    (one) =>
      one === first ||
      (!/^dynamite$/i.test(one.words) && (!/^dynamite$/i.test(first?.words ?? '') || !bomb.test(one.words))),
  )
}

/** `People` and whoever no list knows are too little to be blamed. */
function isSomebody({ class: kind, words }: Filler): boolean {
  return kind === 'attacker' || (kind === 'people' && !/^(?:people|person|someone)$/i.test(words))
}

const BAND = /\b(?:guerrilla|rebel|terrorist|subversive|extremist|insurgent)s?(?: groups?)?$/i

/** Guerrillas, rebels and terrorists of one report are the same people by other words. */
function oneBand(fillers: readonly Filler[]): Filler[] {
  const first = fillers.find(({ words }) => BAND.test(words))
  return fillers.filter((one) => one === first || !BAND.test(one.words))
}

/** Once under its name or its letters, told by them or by `(ELN)` after the name. */
function organisations(folded: string, fillers: readonly Filler[]): Filler[] {
  const explained = (short: string, name: string) => folded.includes(`${name.toLowerCase()} (${short.toLowerCase()}`)
  const same = (a: string, b: string) => isShortFor(a, b) || explained(a, b)
  const kept: Filler[] = []
  for (const filler of entities(fillers))
    if (!kept.some((other) => same(filler.words, other.words) || same(other.words, filler.words))) kept.push(filler)
  return kept
}

/** `FMLN` of the Farabundo Marti National Liberation Front: its letters all begin a word of the name. */
function isShortFor(short: string, name: string): boolean {
  if (!/^\p{L}{2,6}(?:-?\p{L})?$/u.test(short)) return false
  const initials = name
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => word[0]!)
  if (initials.length < 2) return false
  return [...short.toLowerCase().replace('-', '')].every((letter) => {
    const at = initials.indexOf(letter)
    if (at < 0) return false
    initials.splice(at, 1)
    return true
  })
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
    else if (wordCount(filler) > wordCount(kept[same]!)) kept[same] = filler
  }
  return kept
}

function wordCount({ words }: Filler): number {
  return words.split(' ').length
}

function sameEntity(a: string, b: string): boolean {
  const [long, short] = [` ${a.toLowerCase()}`, ` ${b.toLowerCase()}`].toSorted((x, y) => y.length - x.length)
  return long!.endsWith(short!) || long!.endsWith(`${short}s`) || `${long}s`.endsWith(short!)
}
