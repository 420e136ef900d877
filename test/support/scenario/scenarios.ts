// Reads files of scenarios: given, when, then, in the words that there are; what fits nowhere is refused with its line.
import { didYouMean } from '@trucekeeper/diagnostics'
import { isNode, LineCounter, parseAllDocuments, type Document } from 'yaml'
import { z } from 'zod'
import { given, when } from './given.ts'
import type { Kind } from './kind.ts'
import { KINDS } from './kinds/index.ts'

const expectation = z.record(z.string(), z.unknown())
const form = z.strictObject({
  scenario: z.string(),
  given,
  when,
  then: z.array(expectation).min(1, { error: 'expects nothing, and so cannot fail' }),
})

export interface Scenario extends Omit<z.infer<typeof form>, 'then'> {
  readonly file: string
  readonly then: readonly { readonly kind: Kind; readonly line: number; readonly expected: unknown }[]
}

/** The scenarios of a file, one or several documents. Throws with file and line where one is malformed, and says what fits. */
export function scenariosIn(text: string, file: string): Scenario[] {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true })
  if (!Array.isArray(documents)) throw new Error(`${file}: there is no scenario`)
  return documents.flatMap((document) => {
    const lineAt = (path: readonly PropertyKey[]) => lineOf(document, path, lines)
    const refuse = (path: readonly PropertyKey[], message: string) => {
      throw new Error(`${file}:${lineAt(path)}: ${message}`)
    }
    const [error] = document.errors
    if (error) throw new Error(`${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]!}`)
    if (document.contents === null) return []
    const parsed = form.safeParse(document.toJS())
    if (!parsed.success) {
      const issue = first(parsed.error)
      return refuse(placeOf(issue), said(issue, fieldsAt(issue.path)))
    }
    const then = parsed.data.then.map((expected, at) => {
      const name = Object.keys(expected)[0] ?? ''
      const kind = KINDS.find((one) => one.name === name)
      if (!kind) return refuse(['then', at, name], noKind(name))
      const held = kind.schema.safeParse(expected)
      if (held.success) return { kind, line: lineAt(['then', at]), expected }
      const issue = first(held.error)
      return refuse(['then', at, ...placeOf(issue)], `${name}: ${said(issue, Object.keys(kind.schema.shape))}`)
    })
    return [{ ...parsed.data, file, then }]
  })
}

/** A word that means nothing comes before what it leaves unsaid. */
function first({ issues }: z.ZodError): z.core.$ZodIssue {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!
}

const placeOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path

const fieldsAt = ([part]: readonly PropertyKey[]) =>
  Object.keys(part === 'given' ? given.unwrap().shape : part === 'when' ? when.shape : form.shape)

function noKind(name: string): string {
  const names = KINDS.map((one) => one.name)
  const meant = didYouMean(name, names)
  return `\`${name}\` is nothing that can be asked; ${meant ? `did you mean \`${meant}\`? ` : ''}here fits: ${names.join(', ')}`
}

function said(issue: z.core.$ZodIssue, fields: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys
    const meant = didYouMean(key!, fields)
    return `\`${key}\` means nothing here; ${meant ? `did you mean \`${meant}\`? ` : ''}here fits: ${fields.join(', ')}`
  }
  const where = issue.path.length > 0 ? `\`${issue.path.join('.')}\` ` : ''
  if (issue.code === 'invalid_value') return `${where}has to be one of: ${issue.values.map(String).join(', ')}`
  return `${where}${issue.message}`
}

/** The line of the nearest thing that is written down on the way to a place. */
function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}
