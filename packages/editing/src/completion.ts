// What can be written where the cursor stands, also in a clause that cannot be read yet.
import {
  CLAUSE_KINDS,
  fieldsOf,
  goesOnWith,
  KIND_ABOUT,
  READS,
  type AnyClause,
  type ClauseKind,
  type Field,
} from '@trucekeeper/agreement'
import type { Range } from '@trucekeeper/diagnostics'
import { RULES } from '@trucekeeper/lint'
import { rangeIn, type AgreementDocument } from './document.ts'
import { namesFor } from './names.ts'
import { placeAt, type Place } from './place.ts'
import { roleAt } from './roles.ts'
import { aboutAct, ACTIONS, ATOMS, JOINTS } from './vocabulary.ts'

export interface Completion {
  readonly label: string
  /** What sort of thing it is, in a word or two: `party`, `field`, `act`. */
  readonly detail: string
  readonly documentation: string
  /** What takes the place of `range`. */
  readonly insert: string
  readonly range: Range
}

type Offer = Omit<Completion, 'range' | 'insert'> & { readonly insert?: string }

/** A word no reader knows: where it fits, a name is wanted. */
const NO_WORD = 'zz-no-word'
const TIME_ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
const LENGTHS = ['24 hours', '48 hours', '7 days', '14 days', '30 days']
const DISTANCES = ['500 m', '1000 m', '3 km']

/** Completions at an offset, those that are needed first; none in prose. What was begun is not filtered: the editor does. */
export function completionsAt(document: AgreementDocument, offset: number): readonly Completion[] {
  const place = placeAt(document, offset)
  if (place.kind === 'prose' || place.kind === 'other') return []
  const range = rangeIn(document, place.start, place.end)
  return offersAt(document, place).map(({ label, detail, documentation, insert }) => ({
    label,
    detail,
    documentation,
    insert: insert ?? label,
    range,
  }))
}

function offersAt(document: AgreementDocument, place: Exclude<Place, { kind: 'prose' | 'other' }>): Offer[] {
  switch (place.kind) {
    case 'clause-kind':
      return CLAUSE_KINDS.map((kind) => ({
        label: kind,
        detail: 'clause',
        documentation: KIND_ABOUT[kind],
        insert: `${kind} `,
      }))
    case 'clause-name':
      return place.clause.kind === 'accept'
        ? RULES.map(({ name, summary }) => ({ label: name, detail: 'rule', documentation: summary }))
        : []
    case 'field-name':
      return fieldOffers(place)
    case 'value':
      return valueOffers(document, place)
  }
}

function fieldOffers({ clause, start }: Extract<Place, { kind: 'field-name' }>): Offer[] {
  const fields = specsOf(clause.kind)
  if (!fields) return []
  const there = new Set(clause.fields.filter((field) => field.start !== start).map(({ name }) => name))
  return Object.entries(fields)
    .filter(([name, { many }]) => many || !there.has(name))
    .toSorted(([, a], [, b]) => Number(b.needed) - Number(a.needed))
    .map(([name, { needed, about, reader }]) => ({
      label: name,
      detail: needed ? 'needed field' : 'field',
      documentation: `${about}; here fits ${reader.expects}`,
      insert: `${name.padEnd(12)} `,
    }))
}

function valueOffers(
  document: AgreementDocument,
  { clause, field, before }: Extract<Place, { kind: 'value' }>,
): Offer[] {
  const spec = specsOf(clause.kind)?.[field.name]
  if (!spec) return []
  const fits = (...words: string[]) => goesOnWith(spec, before, words)
  const takesName = fits(NO_WORD).length > 0
  const role = takesName ? roleAt(clause.kind, field.name, before) : null
  if (role) {
    const names = namesFor(document, role).filter(({ clause: declared }) => declared?.id !== clause.id)
    const own = before === '' && spec.reader.words ? spec.reader.words : []
    return [
      ...names.map(({ id, kind, clause: declared }) => ({
        label: id,
        detail: kind,
        documentation: declared ? calledOf(declared) : '',
      })),
      ...fits(...own).map(wordOffer),
    ]
  }
  if (takesName) return /sealed\s*\(\s*$/.test(before) ? [wordOffer('all')] : []
  if (fits('UTC').length > 0) return TIME_ZONES.map((zone) => ({ label: zone, detail: 'time zone', documentation: '' }))
  const isCondition = spec.reader.words?.includes('held') ?? false
  const words = new Set([...(spec.reader.words ?? []), ...Object.keys(JOINTS)])
  if (fits('attack').length > 0) ACTIONS.forEach((word) => words.add(word))
  const amounts = fits(...LENGTHS, ...DISTANCES)
  return [
    ...geometryOffers(document, spec, before),
    ...fits(...words).map((word) => (isCondition && Object.hasOwn(ATOMS, word) ? atomOffer(word) : wordOffer(word))),
    ...amounts.map((label) => ({ label, detail: 'amount', documentation: '' })),
  ]
}

function geometryOffers({ places }: AgreementDocument, spec: Field<unknown>, before: string): Offer[] {
  if (goesOnWith(spec, before, ['file#feature', NO_WORD]).join() !== 'file#feature') return []
  return [...places].flatMap(([file, features]) =>
    features.map(({ id, name }) => ({ label: `${file}#${id}`, detail: 'place', documentation: name })),
  )
}

function atomOffer(word: string): Offer {
  return { label: word, detail: 'condition', documentation: ATOMS[word] ?? '', insert: `${word}(` }
}

function wordOffer(word: string): Offer {
  const act = Object.hasOwn(JOINTS, word) ? null : aboutAct(word)
  if (!act) return { label: word, detail: 'word', documentation: JOINTS[word] ?? '' }
  return { label: word, detail: 'act', documentation: `counts: ${act.speaksFor.join(', ')}` }
}

/** What a clause is called where it says so itself: its name, its title, or what its kind is for. */
function calledOf({ kind, title, fields }: AnyClause): string {
  const { name, title: long } = fields as { name?: unknown; title?: unknown }
  return [title, name, long].find((called) => typeof called === 'string') ?? KIND_ABOUT[kind]
}

function specsOf(kind: string): Readonly<Record<string, Field<unknown>>> | null {
  if (!(CLAUSE_KINDS as readonly string[]).includes(kind)) return null
  return { ...fieldsOf(kind as ClauseKind), reads: READS }
}
