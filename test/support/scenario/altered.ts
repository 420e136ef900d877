// An expectation with one thing in it altered: whatever a scenario says, it has to notice when it is said otherwise.
import { z } from 'zod'
import type { Kind } from './kind.ts'

type Expected = Readonly<Record<string, unknown>>

/**
 * For each field of an expectation, the expectation with that field altered, in every way that the form lets through. What is
 * asked about is left as it is where anything is expected of it.
 */
export function altered(
  kind: Kind,
  expected: Expected,
): { readonly field: string; readonly ways: readonly Expected[] }[] {
  const fields = Object.entries(expected)
  return (fields.length > 1 ? fields.slice(1) : fields).map(([field, value]) => ({
    field,
    ways: otherwise(value, kind.schema.shape[field] as z.ZodType)
      .map((other) => ({ ...expected, [field]: other }))
      .filter((one) => kind.schema.safeParse(one).success),
  }))
}

const FAR = 1_000_000_000

function otherwise(value: unknown, form: z.ZodType): unknown[] {
  const options = optionsOf(form)
  if (options !== null) return [...options.filter((one) => one !== value), null]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, 0, FAR]
  if (typeof value === 'string')
    return [`${value} and more`, value.replace('2016', '2017')].filter((one) => one !== value)
  if (value === null) return ['something', 1, '2017-01-01T00:00+03:00']
  if (Array.isArray(value))
    return [[...value, 'somebody'], value.slice(1), value.map((one) => `${String(one)} and more`)]
  const parts = Object.entries(value as Expected)
  const own = form instanceof z.ZodOptional ? form.unwrap() : form
  const each = own instanceof z.ZodRecord ? (own.valueType as z.ZodType) : z.unknown()
  return parts.flatMap(([key, part]) =>
    otherwise(part, each).map((other) => ({ ...(value as Expected), [key]: other })),
  )
}

function optionsOf(form: z.ZodType): readonly unknown[] | null {
  if (form instanceof z.ZodOptional || form instanceof z.ZodNullable) return optionsOf(form.unwrap() as z.ZodType)
  return form instanceof z.ZodEnum ? form.options : null
}
