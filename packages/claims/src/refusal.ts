// Why something offered to the record was not taken, said of the field where it went wrong.
import type { z } from 'zod'

/** What is wrong with something offered to the record, and at which field. */
export interface Refusal {
  readonly code: 'claim-malformed' | 'entry-malformed' | 'claim-after-receipt' | 'id-mismatch'
  /** Where in the value: `claim.places.0`. */
  readonly path: string
  /** One lower-case sentence with the user's input in backticks. */
  readonly message: string
  readonly help: string
}

/** Has the schema hand over what was offered, so that the refusal can show it. */
export const REPORTED = { reportInput: true } as const

const HELP = 'see the fields of a claim in `docs/claims.md`'
/** More of what was offered than this helps nobody to find it. */
const MOST_SHOWN = 60

/** One refusal for each field that is wrong; `root` is what paths begin with. */
export function refusalsOf(code: Refusal['code'], root: string, error: z.ZodError): Refusal[] {
  return error.issues.flatMap((issue) => {
    const path = [root, ...issue.path.map(String)].join('.')
    if (issue.code === 'unrecognized_keys') {
      const help = `leave it out; ${HELP}`
      return issue.keys.map((key) => ({
        code,
        path: `${path}.${key}`,
        message: `\`${path}\` has no field \`${key}\``,
        help,
      }))
    }
    if (!('input' in issue) || issue.input === undefined) {
      return [{ code, path, message: `\`${path}\` is missing or has no value`, help: HELP }]
    }
    if (issue.code === 'invalid_value') return [noValueOf(code, path, issue.input, issue.values)]
    // Which of several forms it has is told by one of its fields.
    if (issue.code === 'invalid_union' && issue.inclusive !== false && issue.discriminator !== undefined) {
      const told = (issue.input as Readonly<Record<string, unknown>> | null)?.[issue.discriminator]
      return [noValueOf(code, path, told, issue.options ?? [])]
    }
    // The schemas' own sentences go on from the value; those of the library stand for themselves.
    const said = /^(?:is|says|has) /.test(issue.message)
      ? ` ${issue.message}`
      : `: ${issue.message.replace(/^Invalid input: /, '').toLowerCase()}`
    return [{ code, path, message: `\`${path}\` ${shown(issue.input)}${said}`, help: HELP }]
  })
}

function noValueOf(code: Refusal['code'], path: string, value: unknown, fits: readonly unknown[]): Refusal {
  const message = value === undefined ? 'is missing' : `is ${shown(value)}, which is no value of it`
  const help = `here fits: ${fits.map((one) => `\`${String(one)}\``).join(', ')}`
  return { code, path, message: `\`${path}\` ${message}`, help }
}

/** Refusals for strings with half a surrogate pair: no UTF-8 holds them, so they have no digest and no name. */
export function halfCharacters(code: Refusal['code'], path: string, value: unknown): Refusal[] {
  if (typeof value === 'string') {
    if (value.isWellFormed()) return []
    const message = `\`${path}\` holds half a character, which is no text`
    return [{ code, path, message, help: 'take the words from the document again, without cutting a character in two' }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => halfCharacters(code, `${path}.${key}`, member))
}

function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input)
  return `\`${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}\``
}
