// Fields named by a path, `body.claim.text`: taken out of an object and put back where they were.
import { isObject, type Json, type JsonObject } from './json.ts'

/** Names that the form itself uses (RFC 9901 section 4.1). */
const RESERVED = new Set(['_sd', '_sd_alg', '...'])

/** The steps of a dotted name, or null for one that names nothing or a reserved field. */
export function stepsOf(name: string): readonly string[] | null {
  const steps = name.split('.')
  return steps.some((step) => step === '' || RESERVED.has(step)) ? null : steps
}

/** What is at the end of the steps, or undefined when there is nothing. */
export function valueAt(value: Json, steps: readonly string[]): Json | undefined {
  let at: Json | undefined = value
  for (const step of steps) at = at === undefined ? undefined : memberOf(at, step)
  return at
}

function memberOf(value: Json, step: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  if (!Array.isArray(value)) return (value as JsonObject)[step]
  return /^(0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined
}

/** The value without the member at the end of the steps; what held it stays, empty if need be. Null when it is not there. */
export function without(value: Json, steps: readonly string[]): Json | null {
  return changed(value, steps, (parent, name) => {
    if (!Object.hasOwn(parent, name)) return null
    return Object.fromEntries(Object.entries(parent).filter(([other]) => other !== name))
  })
}

/** The value with a member more, at the end of the steps. Null when one is there already, or nowhere to put it. */
export function withMember(value: Json, steps: readonly string[], member: Json): Json | null {
  return changed(value, steps, (parent, name) => (Object.hasOwn(parent, name) ? null : { ...parent, [name]: member }))
}

/** The value with its innermost object changed; arrays are passed through on the way and never changed in length. */
function changed(
  value: Json,
  [step, ...rest]: readonly string[],
  change: (parent: JsonObject, name: string) => JsonObject | null,
): Json | null {
  if (step === undefined) return null
  if (rest.length === 0) return isObject(value) ? change(value, step) : null
  const member = memberOf(value, step)
  const inner = member === undefined ? null : changed(member, rest, change)
  if (inner === null) return null
  if (isObject(value)) return { ...value, [step]: inner }
  return (value as readonly Json[]).with(Number(step), inner)
}
