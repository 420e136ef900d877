// Disclosures checked against the body that was signed, and their fields put back where they were (RFC 9901 section 7).
import { parsed, refused, shown, type Parsed } from '../result.ts'
import type { Hash } from '../tree.ts'
import { decodeDisclosure, disclosureDigest, type Disclosure } from './disclosures.ts'
import { DEEPEST, isObject, isTooDeep, type Json, type JsonObject } from './json.ts'
import { stepsOf, valueAt, withMember } from './names.ts'

export type DisclosureRefusal =
  | 'algorithm-unknown'
  | 'body-malformed'
  | 'disclosure-malformed'
  | 'digest-repeated'
  | 'disclosure-unreferenced'
  | 'wrong-shape'
  | 'name-reserved'
  | 'name-taken'
  | 'must-be-open'
  | 'too-deep'

export interface OpeningRules {
  readonly hash: Hash
  /**
   * `dotted` (the default): the name of a field is its path from the object that holds the digest, as `withhold`
   * writes it. `plain`: it is the name of a member there, as in RFC 9901 itself.
   */
  readonly names?: 'dotted' | 'plain'
  /** Fields at the top that must be in the body as it was signed: a disclosure of one is refused, and so is their lack. */
  readonly alwaysOpen?: readonly string[]
}

export interface Opened {
  /** The body with what was disclosed, without `_sd` and `_sd_alg`. */
  readonly body: JsonObject
  readonly disclosed: readonly Disclosure[]
  /** Digests for which no disclosure was given: withheld fields and decoys, which cannot be told apart. */
  readonly withheld: number
}

/** Everything that must not happen while the body is walked, collected. */
interface Walk {
  readonly rules: OpeningRules
  readonly known: ReadonlyMap<string, Disclosure>
  readonly seen: Set<string>
  readonly disclosed: Disclosure[]
  withheld: number
  problem: Problem | null
}
interface Problem {
  readonly reason: DisclosureRefusal
  readonly message: string
}

const MOST_DISCLOSURES = 1000
const HELP = 'do not rely on it: ask for the entry and its disclosures again, from who holds them'
const ALGORITHM = 'sha-256'

/**
 * The body with the fields that `disclosures` show. `body` must be what was signed, and its signature checked.
 * All or nothing: one disclosure that does not fit refuses them all.
 */
export function openDisclosures(
  body: JsonObject,
  disclosures: readonly string[],
  rules: OpeningRules,
): Parsed<Opened, DisclosureRefusal> {
  const refusal = (problem: Problem) => refused(problem.reason, problem.message, HELP)
  const unfit = unfitBody(body, rules)
  if (unfit !== null) return refusal(unfit)
  if (disclosures.length > MOST_DISCLOSURES) {
    const message = `${disclosures.length} disclosures are more than an entry can have`
    return refusal({ reason: 'disclosure-malformed', message })
  }
  const known = new Map<string, Disclosure>()
  for (const text of disclosures) {
    const disclosure = decodeDisclosure(text)
    if (disclosure === null) {
      return refusal({ reason: 'disclosure-malformed', message: `${shown(text)} is no disclosure` })
    }
    const digest = disclosureDigest(rules.hash, text)
    if (known.has(digest)) return refusal({ reason: 'digest-repeated', message: 'a disclosure is given twice' })
    known.set(digest, disclosure)
  }
  const walk: Walk = { rules, known, seen: new Set(), disclosed: [], withheld: 0, problem: null }
  const { _sd_alg: _, ...signed } = body
  const opened = opening(walk, signed, DEEPEST)
  if (walk.problem === null && walk.disclosed.length < known.size) {
    note(walk, 'disclosure-unreferenced', 'a disclosure is not of this entry: nothing that was signed refers to it')
  }
  if (walk.problem !== null) return refusal(walk.problem)
  return parsed({ body: opened as JsonObject, disclosed: walk.disclosed, withheld: walk.withheld })
}

function unfitBody(body: JsonObject, { alwaysOpen = [] }: OpeningRules): Problem | null {
  if (!isObject(body) || isTooDeep(body)) {
    return { reason: 'body-malformed', message: 'the body is no object, or nests too deep' }
  }
  const algorithm = Object.hasOwn(body, '_sd_alg') ? body['_sd_alg'] : ALGORITHM
  if (algorithm !== ALGORITHM) {
    const message = `the digests are made with ${shown(String(algorithm))}, which is not \`${ALGORITHM}\``
    return { reason: 'algorithm-unknown', message }
  }
  const missing = alwaysOpen.find((name) => !Object.hasOwn(body, name))
  if (missing === undefined) return null
  return { reason: 'must-be-open', message: `${shown(missing)} is missing from what was signed in the open` }
}

function note(walk: Walk, reason: DisclosureRefusal, message: string): void {
  walk.problem ??= { reason, message }
}

/** A value with the digests in it replaced by what is disclosed. `depth` is how much further it may nest. */
function opening(walk: Walk, value: Json, depth: number): Json {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) {
    note(walk, 'too-deep', 'disclosures are nested deeper than anything that an entry holds')
    return value
  }
  if (!isObject(value)) return (value as readonly Json[]).flatMap((element) => openElement(walk, element, depth))
  const { _sd: digests, ...members } = value
  if (Object.hasOwn(members, '...')) note(walk, 'body-malformed', '`...` names a field, and is kept for digests')
  let opened: Json = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, opening(walk, member, depth - 1)]),
  )
  if (!Object.hasOwn(value, '_sd')) return opened
  if (!Array.isArray(digests)) {
    note(walk, 'body-malformed', '`_sd` is no list of digests')
    return opened
  }
  for (const digest of digests) {
    const disclosure = lookUp(walk, digest)
    if (disclosure !== null) opened = openField(walk, opened, disclosure, depth)
  }
  return opened
}

function openElement(walk: Walk, element: Json, depth: number): readonly Json[] {
  if (!isObject(element) || !Object.hasOwn(element, '...')) return [opening(walk, element, depth - 1)]
  if (Object.keys(element).length > 1) note(walk, 'body-malformed', 'a digest in a list has other fields beside it')
  const disclosure = lookUp(walk, element['...'])
  if (disclosure === null) return []
  if (disclosure.name !== null) note(walk, 'wrong-shape', 'the disclosure of a field stands for an element of a list')
  return [opening(walk, disclosure.value, depth - 1)]
}

function openField(walk: Walk, opened: Json, { name, value }: Disclosure, depth: number): Json {
  if (name === null) {
    note(walk, 'wrong-shape', 'the disclosure of an element of a list stands for a field')
    return opened
  }
  const { names = 'dotted', alwaysOpen = [] } = walk.rules
  const isPlain = names === 'plain'
  const steps = isPlain && name !== '_sd' && name !== '...' ? [name] : isPlain ? null : stepsOf(name)
  if (steps === null) {
    note(walk, 'name-reserved', `${shown(name)} cannot name a field that is disclosed`)
    return opened
  }
  if (depth === DEEPEST && alwaysOpen.includes(name)) {
    note(walk, 'must-be-open', `${shown(name)} was withheld, and must be open`)
    return opened
  }
  const inner = opening(walk, value, depth - steps.length)
  const put = depth < steps.length ? null : withMember(opened, steps, inner)
  if (put === null) note(walk, 'name-taken', `${shown(name)} is there already, or has no place in what was signed`)
  return put ?? opened
}

/** The disclosure of a digest, which may be met only once; null when none was given. */
function lookUp(walk: Walk, digest: Json | undefined): Disclosure | null {
  if (typeof digest !== 'string') {
    note(walk, 'body-malformed', 'a digest is no text')
    return null
  }
  if (walk.seen.has(digest)) {
    note(walk, 'digest-repeated', `the digest ${shown(digest)} occurs twice`)
    return null
  }
  walk.seen.add(digest)
  const disclosure = walk.known.get(digest)
  if (disclosure === undefined) {
    walk.withheld++
    return null
  }
  walk.disclosed.push(disclosure)
  return disclosure
}

/** What is known of a field. `withheld` is no value: whether there is one, and which, is not told. */
export type FieldState =
  | { readonly state: 'known'; readonly value: Json }
  | { readonly state: 'withheld' }
  | { readonly state: 'absent' }

/** A field by its dotted name: absent only when nothing is withheld that it could be. */
export function fieldOf({ body, withheld }: Opened, name: string): FieldState {
  const value = valueAt(body, name.split('.'))
  if (value !== undefined) return { state: 'known', value }
  return { state: withheld > 0 ? 'withheld' : 'absent' }
}
