// One text for all values that say the same: the order of a list, spacing, case and units written otherwise say nothing.
import type { Ref } from '../values.ts'

type Held = Readonly<Record<string, unknown>>

/** Equal for two values exactly when they say the same. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(saidPlainly(value))
  if (Array.isArray(value)) return `[${[...new Set(value.map(canonical))].toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if (isRef(value)) return `@${value.id}`
  const held = value as Held
  // The name of a feature is a name in another file, which may tell case apart.
  if ('feature' in held) return `#${String(held.file)}#${String(held.feature)}`
  if (held.op === 'and' || held.op === 'or') return `${held.op}[${setOf(flattened(held.op, held)).join()}]`
  if ('relation' in held && typeof held.value === 'number') return rangeText(String(held.relation), held.value)
  if ('count' in held && 'unit' in held) return lengthText(Number(held.count), String(held.unit))
  const alone = Array.isArray(held.who) && setOf(held.who).length === 1
  const entries = Object.entries(held).map(([key, each]) =>
    key === 'how' && alone ? 'how:any' : key === 'at' ? '' : `${key}:${canonical(each)}`,
  )
  return `{${entries.toSorted().join()}}`
}

/** The members of an `and` or `or`, those of the same word within it among them. */
export function flattened(op: 'and' | 'or', node: unknown): readonly unknown[] {
  const held = node as Held
  return held.op === op ? (held.args as readonly unknown[]).flatMap((arg) => flattened(op, arg)) : [node]
}

/** Words with white space folded and without case. */
export function saidPlainly(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

export function isRef(value: unknown): value is Ref {
  return typeof value === 'object' && value !== null && 'id' in value && 'article' in value
}

/** Every name within a value. */
export function refsIn(value: unknown): readonly Ref[] {
  if (isRef(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : []
}

/** The same value with names that were given up for others replaced by those. */
export function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  if (names.size === 0 || typeof value !== 'object' || value === null) return value
  if (isRef(value)) return { ...value, id: renamedId(value.id, names) }
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, names)) as T
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed<unknown>(each, names)])) as T
}

/** `cessation.government` is the part of one clause that binds one party, and either may have another name. */
export function renamedId(id: string, names: ReadonlyMap<string, string>): string {
  return id
    .split('.')
    .map((part) => names.get(part) ?? part)
    .join('.')
}

function setOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map(canonical))].toSorted()
}

function lengthText(count: number, unit: string): string {
  if (unit === 'hour' || unit === 'minute') return `${unit === 'hour' ? count * 60 : count} minutes`
  return `${unit === 'week' ? count * 7 : count} days`
}

function rangeText(relation: string, value: number): string {
  const { low, high } = countsWithin(relation, value)
  return `count ${low}..${high}`
}

/** The counts that satisfy a comparison, from and to, both included. */
export function countsWithin(relation: string, value: number): { readonly low: number; readonly high: number } {
  switch (relation) {
    case '<=':
      return { low: 0, high: value }
    case '<':
      return { low: 0, high: value - 1 }
    case '>=':
      return { low: value, high: Infinity }
    case '>':
      return { low: value + 1, high: Infinity }
    default:
      return { low: value, high: value }
  }
}
