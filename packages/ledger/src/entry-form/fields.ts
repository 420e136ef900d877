// Fields named by a dotted path: found, and put in the place of others.
import { isFields, type Fields } from './form.ts'

/** A field by its dotted name, `body.quote`; undefined where there is none. */
export function fieldAt(fields: Fields, name: string): unknown {
  let found: unknown = fields
  for (const step of name.split('.')) {
    if (!isFields(found) || !Object.hasOwn(found, step)) return undefined
    found = found[step]
  }
  return found
}

/** The fields with another value for one that is there. */
export function withFieldAs(fields: Fields, name: string, value: unknown): Fields {
  const [step, ...rest] = name.split('.')
  const inner = fields[step!]
  return { ...fields, [step!]: rest.length > 0 && isFields(inner) ? withFieldAs(inner, rest.join('.'), value) : value }
}

/** Names of the fields of a body in which one of these ids stands, alone or in a list: `body.withdraws`. */
export function fieldsNaming(body: Fields, ids: ReadonlySet<string>): string[] {
  return Object.entries(body).flatMap(([field, value]) => (holdsOne(value, ids) ? [`body.${field}`] : []))
}

function holdsOne(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => holdsOne(inner, ids))
}
