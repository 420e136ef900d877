// Reads XML that declares nothing: elements, text, the five entities and character numbers; any DOCTYPE is refused.
import { Refused } from '../report.ts'
import { decodeMarkup } from './charset.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

interface Open extends Element {
  readonly children: (Element | string)[]
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML text without declarations; whoever declares entities wants them expanded or fetched, and neither happens. */
export function xmlText(name: string, bytes: Uint8Array): string {
  const text = decodeMarkup(bytes)
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text))
    throw new Refused(
      'xml-declares',
      `\`${name}\` declares a document type or entities of its own`,
      'no report needs them: ask who sent it what they are for',
    )
  return text
}

/** The root element of an XML file. */
export function parseXml(name: string, bytes: Uint8Array, depth: number): Element {
  const text = xmlText(name, bytes).replace(/^\ufeff/, '')
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  let at = 0
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    at = TOKEN.lastIndex
    const [, cdata, closing, opening, attributes, empty, words] = found
    const here = open.at(-1)!
    if (cdata !== undefined) here.children.push(cdata)
    else if (words !== undefined) here.children.push(resolved(name, words))
    else if (closing !== undefined) {
      if (open.length === 1 || here.name !== closing) throw malformed(name)
      open.pop()
    } else if (opening !== undefined) {
      const element: Open = { name: opening, attributes: attributesOf(name, attributes ?? ''), children: [] }
      here.children.push(element)
      if (empty === '') open.push(element)
      if (open.length > depth)
        throw new Refused(
          'markup-too-deep',
          `\`${name}\` nests more than ${depth} elements`,
          'hand over its text as a `.txt` file',
        )
    }
  }
  const top = root.children.find((child) => typeof child !== 'string')
  if (at !== text.length || open.length !== 1 || top === undefined) throw malformed(name)
  return top
}

export function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string')
}

/** Every element of that name, however deep, in the order of the file. */
export function* within(element: Element, name: string): Generator<Element> {
  if (element.name === name) yield element
  for (const child of elementsOf(element)) yield* within(child, name)
}

function attributesOf(file: string, written: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name, double, single] of written.matchAll(ATTRIBUTE))
    attributes[name!] = resolved(file, double ?? single ?? '')
  return attributes
}

function resolved(file: string, text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[^;\s]{0,32});?/gi, (written, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
    }
    if (Object.hasOwn(NAMED, name) && written.endsWith(';')) return NAMED[name]!
    throw malformed(file)
  })
}

function malformed(name: string): Refused {
  return new Refused(
    'file-damaged',
    `the XML of \`${name}\` is not well formed`,
    'ask for it again, or hand over its text as a `.txt` file',
  )
}
