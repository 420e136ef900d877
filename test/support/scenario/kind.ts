// What a scenario can ask for: a word, the fields that may stand with it, and how the answer is found.
import { parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import type { World } from './world.ts'

export interface Comparison {
  readonly what: string
  readonly is: unknown
  readonly should: unknown
}

/** Nothing goes by that name; what does. */
export interface Missing {
  readonly there: readonly string[]
}

export type Found = readonly Comparison[] | Missing

export interface Kind {
  readonly name: string
  /** What the word asks, as the reference tells it. */
  readonly asks: string
  /** The row of the system's table that it was made for first; null for what serves all. */
  readonly schema: z.ZodObject
  /** What differs, a sentence each. `expected` has been held against the schema. */
  differences(world: World, expected: unknown): Promise<string[]>
}

export function kind<Shape extends z.ZodRawShape>(
  name: keyof Shape & string,
  asks: string,
  shape: Shape,
  find: (world: World, expected: z.infer<z.ZodObject<Shape, z.core.$strict>>) => Found | Promise<Found>,
): Kind {
  const schema = z.strictObject(shape)
  return {
    name,
    asks,
    schema,
    async differences(world, expected) {
      const parsed = schema.parse(expected)
      const called = String((parsed as Record<string, unknown>)[name])
      const found = await find(world, parsed)
      if ('there' in found) {
        const there = found.there.length === 0 ? 'there is none at all' : `there is ${quoted(found.there)}`
        return [`there is no ${name} \`${called}\`; ${there}`]
      }
      return found.flatMap(({ what, is, should }) =>
        is === should ? [] : [`${name} ${called}: ${what} is \`${shown(is)}\`, expected \`${shown(should)}\``],
      )
    },
  }
}

/** Collects what is to be compared; what a scenario does not say is not asked. */
export class Compare {
  readonly found: Comparison[] = []

  is(what: string, is: unknown, should: unknown): this {
    if (should !== undefined) this.found.push({ what, is, should })
    return this
  }

  /** Whether a text has a part. */
  says(what: string, text: string | null, part: string | undefined): this {
    if (part !== undefined) this.found.push({ what, is: text?.includes(part) ? part : text, should: part })
    return this
  }

  /** Whether something is among others. */
  has(what: string, all: readonly string[], one: string | undefined): this {
    if (one !== undefined)
      this.found.push({ what, is: all.includes(one) ? one : all.join(', ') || 'none', should: one })
    return this
  }

  /** The same names, in whatever order. */
  names(what: string, is: readonly string[], should: readonly string[] | undefined): this {
    if (should === undefined) return this
    return this.is(what, is.toSorted().join(', '), should.toSorted().join(', '))
  }

  when(what: string, is: string | number | null, should: string | null | undefined): this {
    const instant = typeof is === 'string' ? parseInstant(is) : is
    return this.is(what, instant, should ? parseInstant(should) : should)
  }
}

/** Worked out once for each world, however often it is asked. */
export function perWorld<T>(ask: (world: World) => T): (world: World) => T {
  const known = new WeakMap<World, { readonly value: T }>()
  return (world) => {
    const found = known.get(world) ?? { value: ask(world) }
    known.set(world, found)
    return found.value
  }
}

export const time = z.string().refine((text) => parseInstant(text) !== null, { error: 'is no time with an offset' })

export function missing(there: readonly (string | null)[]): Missing {
  return { there: [...new Set(there.filter((one) => one !== null))].toSorted() }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}

function shown(value: unknown): string {
  return value === null ? 'none' : String(value)
}
