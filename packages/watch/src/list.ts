// Reads the consolidated list of the UN Security Council, with its date; a hostile file is refused before it is parsed.
import { XMLParser } from 'fast-xml-parser'

export interface ListedPerson {
  readonly kind: 'individual' | 'entity'
  /** The permanent reference number, such as `XXi.001`: what a match rests on. */
  readonly reference: string
  readonly names: readonly ListedName[]
  /** The day of listing, in the words of the list; null where it gives none. */
  readonly listed_on: string | null
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
      readonly code: 'too-large' | 'too-deep' | 'has-declarations' | 'not-xml' | 'not-the-list'
      readonly message: string
      readonly help: string
    }

/** The true list has some three million. */
const MOST_CHARACTERS = 20_000_000
/** The true list is five deep. */
const DEEPEST = 32
const MANY = new Set(['INDIVIDUAL', 'INDIVIDUAL_ALIAS', 'ENTITY', 'ENTITY_ALIAS'])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  isArray: (name) => MANY.has(name),
})

type Node = Readonly<Record<string, unknown>>

export function readList(xml: string): ListRead {
  if (xml.length > MOST_CHARACTERS) return not('too-large', 'the list is larger than 20 million characters')
  // The true list declares nothing: where nothing is declared, no entity can grow and no file is fetched.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return not('has-declarations', 'the list declares a document type or entities')
  if (isDeep(xml)) return not('too-deep', `the list has tags more than ${DEEPEST} deep`)
  let root: Node
  try {
    root = node(node(parser.parse(xml, true)).CONSOLIDATED_LIST)
  } catch {
    return not('not-xml', 'the list is not well-formed XML')
  }
  const generated = text(root['@dateGenerated'])
  if (generated === '') return not('not-the-list', 'there is no `CONSOLIDATED_LIST` with its date')
  const people = [
    ...nodes(node(root.INDIVIDUALS).INDIVIDUAL).flatMap((one) => personOf('individual', one) ?? []),
    ...nodes(node(root.ENTITIES).ENTITY).flatMap((one) => personOf('entity', one) ?? []),
  ]
  return { ok: true, list: { generated, people } }
}

function personOf(kind: ListedPerson['kind'], listed: Node): ListedPerson | null {
  const reference = text(listed.REFERENCE_NUMBER)
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((part) => text(listed[part]))
  const own: ListedName = { name: parts.filter(Boolean).join(' '), kind: 'name', quality: null }
  const scripts = several(listed.NAME_ORIGINAL_SCRIPT).map((name): ListedName => {
    return { name, kind: 'original_script', quality: null }
  })
  const aliases = nodes(listed[kind === 'individual' ? 'INDIVIDUAL_ALIAS' : 'ENTITY_ALIAS']).flatMap((alias) => {
    const said = text(alias.QUALITY).toLowerCase()
    const quality = said === 'good' || said === 'low' ? said : null
    return several(alias.ALIAS_NAME).map((name): ListedName => ({ name, kind: 'alias', quality }))
  })
  const names = [own, ...scripts, ...aliases].filter(({ name }) => name !== '')
  if (reference === '' || names.length === 0) return null
  return { kind, reference, names, listed_on: text(listed.LISTED_ON) || null }
}

/** The list puts names beside each other with semicolons. */
function several(value: unknown): readonly string[] {
  return text(value)
    .split(/[;؛]/)
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Looked at from tag to tag, so that no file costs more than its length. */
function isDeep(xml: string): boolean {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    if (xml[at + 1] === '/') depth -= 1
    else if (xml[at + 1] !== '?' && xml[at + 1] !== '!') {
      const end = xml.indexOf('>', at)
      if (end < 0) return false
      if (xml[end - 1] !== '/') depth += 1
      if (depth > DEEPEST) return true
    }
  }
  return false
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
  // What has attributes comes as an object.
  const plain = typeof value === 'object' && value !== null ? (value as Node)['#text'] : value
  return typeof plain === 'string' ? plain.trim() : ''
}
