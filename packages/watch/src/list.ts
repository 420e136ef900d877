// Reads the consolidated list of the UN Security Council, with its date; a hostile file is refused before it is parsed.
import { XMLParser } from 'fast-xml-parser'

export interface ListedPerson {
  /** The permanent reference number, such as `XXi.001`: what a match rests on. */
  readonly reference: string
  readonly names: readonly ListedName[]
}

export interface ListedName {
  readonly name: string
  readonly kind: 'name' | 'original_script' | 'alias'
  /** Of an alias, as the list says it. */
  readonly quality: 'good' | 'low' | null
}

export interface SanctionsList {
  /** When the list was made, in its own words. */
  readonly generated: string
  readonly people: readonly ListedPerson[]
}

export type ListRead =
  | { readonly ok: true; readonly list: SanctionsList }
  | {
      readonly ok: false
      readonly code: 'too-large' | 'has-declarations' | 'not-xml' | 'not-the-list'
      readonly message: string
      readonly help: string
    }

const MOST_CHARACTERS = 50_000_000
const MANY = new Set(['INDIVIDUAL', 'INDIVIDUAL_ALIAS'])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => MANY.has(name),
})

type Node = Readonly<Record<string, unknown>>

export function readList(xml: string): ListRead {
  if (xml.length > MOST_CHARACTERS) return not('too-large', 'the list is larger than 50 million characters')
  // The true list declares nothing: where nothing is declared, no entity can grow and no file is fetched.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return not('has-declarations', 'the list declares a document type or entities')
  let root: Node
  try {
    root = node(node(parser.parse(xml, true)).CONSOLIDATED_LIST)
  } catch {
    return not('not-xml', 'the list is not well-formed XML')
  }
  const generated = text(root['@dateGenerated'])
  if (generated === '') return not('not-the-list', 'there is no `CONSOLIDATED_LIST` with its date')
  const people = nodes(node(root.INDIVIDUALS).INDIVIDUAL).flatMap((individual) => personOf(individual) ?? [])
  return { ok: true, list: { generated, people } }
}

function personOf(individual: Node): ListedPerson | null {
  const reference = text(individual.REFERENCE_NUMBER)
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) => text(individual[part]))
  const own: ListedName = { name: parts.filter(Boolean).join(' '), kind: 'name', quality: null }
  const script: ListedName = { name: text(individual.NAME_ORIGINAL_SCRIPT), kind: 'original_script', quality: null }
  const aliases = nodes(individual.INDIVIDUAL_ALIAS).map((alias): ListedName => {
    const quality = text(alias.QUALITY).toLowerCase()
    return {
      name: text(alias.ALIAS_NAME),
      kind: 'alias',
      quality: quality === 'good' || quality === 'low' ? quality : null,
    }
  })
  const names = [own, script, ...aliases].filter(({ name }) => name !== '')
  return reference === '' || names.length === 0 ? null : { reference, names }
}

function not(code: Exclude<ListRead, { ok: true }>['code'], message: string): ListRead {
  return {
    ok: false,
    code,
    message,
    help: 'take the XML of the consolidated list from the site of the Security Council',
  }
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {}
}

function nodes(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(node) : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
