// An entry in words: what it says, what was disclosed of it, and what is withheld, never as if it were empty.
import { openEntry, type Json, type JsonObject } from '@trucekeeper/merkle'
import { hash } from './crypto.ts'
import { element } from './element.ts'
import type { ShownEntry } from './files.ts'
import { english } from './element.ts'
import { words } from './words.ts'

export function entrySection({ read, bytes, proved }: ShownEntry, disclosures: readonly string[]): HTMLElement {
  const warning = proved ? null : element('p', { class: 'unproved-words' }, words.entryUnproved)
  const title = element('h2', {}, words.entryTitle)
  if (read === null) {
    const text = new TextDecoder().decode(bytes)
    return element(
      'section',
      { class: 'entry' },
      title,
      warning,
      element('p', {}, words.opaque),
      element('pre', {}, text),
    )
  }
  const opened = openEntry(read, disclosures, hash)
  const shown = opened.ok ? opened : openEntry(read, [], hash)
  if (!shown.ok) return element('section', { class: 'entry' }, title, warning, element('p', {}, english(shown.message)))
  const { body, withheld, disclosed } = shown.value
  const names = new Set(disclosed.flatMap(({ name }) => name ?? []))
  const rows = [...envelopeRows(body, withheld, names), ...contentRows(body, withheld, names)]
  return element(
    'section',
    { class: 'entry' },
    title,
    warning,
    opened.ok ? null : element('p', { class: 'unproved-words' }, words.notDisclosed),
    element(
      'dl',
      {},
      ...rows,
      row(words.log, read.agreement ?? words.none),
      row(words.author, read.author ?? words.none),
    ),
    withheld === 0 ? null : element('p', { class: 'quiet' }, words.withheldMeaning(withheld)),
  )
}

function envelopeRows(body: JsonObject, withheld: number, disclosed: ReadonlySet<string>): HTMLElement[] {
  return Object.entries(words.envelope).map(([name, label]) => {
    const value = body[name]
    const said = name === 'type' && typeof value === 'string' ? (words.types[value] ?? value) : value
    return fieldRow(label, said, withheld, disclosed.has(name))
  })
}

/** Known fields in their order, withheld ones among them; then whatever else the entry says. */
function contentRows(body: JsonObject, withheld: number, disclosed: ReadonlySet<string>): HTMLElement[] {
  const type = typeof body['type'] === 'string' ? body['type'] : ''
  const inner = body['body']
  const isNested = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  const content = (isNested ? inner : body) as JsonObject
  const expected = isNested ? fieldsOf(type) : []
  const known = new Set([
    ...expected.map(([name]) => name),
    ...(isNested ? [] : ['type', 'received_at', 'recorded_by', 'agreement', 'key']),
  ])
  const more = Object.keys(content).filter((name) => !known.has(name))
  const isDisclosed = (name: string) =>
    [...disclosed].some((field) => `${field}.`.startsWith(isNested ? `body.${name}.` : `${name}.`))
  return [
    ...expected
      .filter(([name]) => withheld > 0 || Object.hasOwn(content, name))
      .map(([name, label]) =>
        fieldRow(label, inWords(name, content[name]), withheld, isDisclosed(name), name === 'quote'),
      ),
    ...more.map((name) => fieldRow(name, content[name], withheld, isDisclosed(name))),
  ]
}

/** Fields that every entry of a type has: one that is missing was withheld. */
function fieldsOf(type: string): [name: string, label: string][] {
  const { fields } = words
  return Object.hasOwn(fields, type) ? Object.entries(fields[type as keyof typeof fields]) : []
}

/** Codes that have a word are told by it. */
function inWords(name: string, value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value
  return name === 'kind' || name === 'modality' ? (words.claim[name][value] ?? value) : value
}

function fieldRow(
  label: string,
  value: Json | undefined,
  withheld: number,
  disclosed: boolean,
  isQuote = false,
): HTMLElement {
  // An object that was emptied by withholding is withheld, not empty.
  const isEmptied =
    withheld > 0 &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  if (value === undefined || isEmptied) return row(label, element('span', { class: 'withheld' }, words.withheld))
  const text = textOf(value)
  const said = isQuote ? element('q', { class: 'words' }, text) : element('span', {}, text)
  return row(label, said, disclosed ? element('span', { class: 'disclosed' }, words.disclosed) : null)
}

function row(label: string, ...said: readonly (Node | string | null)[]): HTMLElement {
  return element('div', {}, element('dt', {}, label), element('dd', {}, ...said))
}

function textOf(value: Json): string {
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map(textOf).join(', ')
  return Object.entries(value as JsonObject)
    .map(([name, inner]) => `${name}: ${textOf(inner)}`)
    .join('; ')
}
