// Fields named by a dotted path: taken out of an entry, and put back.
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

/** The fields without one of them, which is there. */
export function withoutField(fields: Fields, name: string): Fields {
  const [step, rest] = firstStep(name)
  const { [step]: inner, ...others } = fields
  if (rest === null || !isFields(inner)) return others
  return { ...others, [step]: withoutField(inner, rest) }
}

/** The fields with one more; null where something stands there already. */
export function withField(fields: Fields, name: string, value: unknown): Fields | null {
  const [step, rest] = firstStep(name)
  const inner = Object.hasOwn(fields, step) ? fields[step] : undefined
  if (rest === null) return inner === undefined ? { ...fields, [step]: value } : null
  if (inner !== undefined && !isFields(inner)) return null
  const filled = withField(inner ?? {}, rest, value)
  return filled && { ...fields, [step]: filled }
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

function firstStep(name: string): [step: string, rest: string | null] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)]
}
