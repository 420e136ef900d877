// XML as text: elements in the order given, every character of the record escaped, none that XML forbids.
import { printable } from '@trucekeeper/diagnostics'

export type Xml = readonly [
  name: string,
  content: string | readonly Xml[],
  attributes?: Readonly<Record<string, string>>,
]

export function xmlOf(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}\n`
}

function elementText([name, content, attributes = {}]: Xml, indent: string): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
  if (typeof content === 'string') return `${indent}<${name}${said}>${escaped(content)}</${name}>`
  if (content.length === 0) return `${indent}<${name}${said}/>`
  return `${indent}<${name}${said}>\n${content.map((one) => elementText(one, `${indent}  `)).join('\n')}\n${indent}</${name}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"]/g, (one) => ENTITIES[one]!)
}
