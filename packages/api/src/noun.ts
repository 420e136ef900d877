// A noun of the API: its routes, each mounted from the entry that says what it takes and what it gives.
import { Hono, type Context, type Env } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Bucket } from './pace.ts'
import type { z } from 'zod'
import { quoted, Refused, type ProblemCode } from './problems.ts'
import { agreementAsked, noQuery, queryOf } from './query.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** The body of an answer or a request; without a schema, bytes or text whose form its media type tells. */
export interface Body {
  readonly type: string
  readonly schema: z.ZodType | null
}

export interface About<Query extends z.ZodRawShape = z.ZodRawShape> {
  readonly summary: string
  readonly query?: z.ZodObject<Query>
  /** What each parameter of the path is. */
  readonly parts?: Readonly<Record<string, string>>
  readonly takes?: Body
  /** The most bytes of a body it takes; 64 KiB where it says nothing. */
  readonly most_bytes?: number
  readonly gives: Body
  /** By default 200. */
  readonly status?: number
  /** Problems of its own; those of every address are added. */
  readonly problems?: readonly ProblemCode[]
  /**
   * Whether the answer follows from the folder and the question alone: not from the clock, nor from who asks. What does can
   * be asked under any agreement of the folder, and so can what is asked as of an instant.
   */
  readonly steady?: true
  /** How often one client may ask; what most answers cost is in `pace.ts`. */
  readonly pace?: Bucket
}

/** What is known of a route. `path` is written as Hono does: `/api/clauses/:id/why`. */
export interface Operation extends About {
  readonly method: Method
  readonly path: string
}

export const json = (schema: z.ZodType): Body => ({ type: 'application/json', schema })
export const text = (type = 'text/plain'): Body => ({ type, schema: null })

type Answer<Path extends string, Query extends z.ZodRawShape> = (
  c: Context<Env, Path>,
  query: z.output<z.ZodObject<Query>>,
) => Response | Promise<Response>

const MOST_BYTES = 65_536

/** Routes below one address. A query is read by the schema that the document shows, so neither can drift from the other. */
export class Noun {
  readonly at: string
  readonly routes = new Hono()
  readonly operations: Operation[] = []

  constructor(at: string) {
    this.at = at
  }

  get<const Path extends string, Query extends z.ZodRawShape>(
    path: Path,
    about: About<Query>,
    answer: Answer<Path, Query>,
  ): this {
    return this.on('get', path, about, answer)
  }

  post<const Path extends string, Query extends z.ZodRawShape>(
    path: Path,
    about: About<Query>,
    answer: Answer<Path, Query>,
  ): this {
    return this.on('post', path, about, answer)
  }

  /** Mounts a route and writes down what is said of it. */
  on<const Path extends string, Query extends z.ZodRawShape>(
    method: Method,
    path: Path,
    about: About<Query>,
    answer: Answer<Path, Query>,
  ): this {
    const whole = `${this.at}${path}`.replace(/(?<=.)\/$/, '')
    const own = about.query ?? (noQuery as unknown as z.ZodObject<Query>)
    const isUnderAny = method === 'get' && (about.steady === true || isOfATime(own))
    const schema = isUnderAny ? (own.extend({ agreement: agreementAsked }) as unknown as z.ZodObject<Query>) : own
    const problems = isUnderAny ? [...(about.problems ?? []), '404.12' as const] : about.problems
    const query = about.query || isUnderAny ? { query: schema } : {}
    this.operations.push({
      ...(about as unknown as About),
      ...query,
      ...(problems && { problems }),
      method,
      path: whole,
    })
    const asked = (c: Context<Env, Path>) => answer(c, queryOf(c, schema))
    if (method === 'get') this.routes.get(path, asked)
    else this.routes.on(method.toUpperCase(), path, limited(about.most_bytes ?? MOST_BYTES), asked)
    return this
  }
}

/** What is asked as of an instant, or as known at one, is asked of an agreement. */
function isOfATime({ shape }: z.ZodObject): boolean {
  return 'at' in shape || 'known_at' in shape
}

function limited(most: number) {
  return bodyLimit({
    maxSize: most,
    onError: () => {
      throw new Refused('413.1', `the body is larger than ${most} bytes`, 'send less at once')
    },
  })
}

/** Whether a path is one of a route's; of `/api/documents/:sha256` it is `/api/documents/abc`. */
export const fits = (operation: Operation, path: string): boolean => operationsAt([operation], path).length > 0

/** The operations at a path, in their order; of `/api/documents/abc` those of `/api/documents/:sha256`. It costs the same for every path of a route. */
export function operationsAt(operations: readonly Operation[], path: string): readonly Operation[] {
  const given = path.split('/')
  const known = indexes.get(operations) ?? indexed(operations)
  indexes.set(operations, known)
  // Below `/api` no operation is named by a parameter alone, so the first two parts leave few to compare.
  return (known.get(shelfOf(given)) ?? []).filter(({ wanted }) => isAt(wanted, given)).map(({ operation }) => operation)
}

interface Indexed {
  readonly operation: Operation
  readonly wanted: readonly string[]
}

const indexes = new WeakMap<readonly Operation[], ReadonlyMap<string, readonly Indexed[]>>()

function indexed(operations: readonly Operation[]): ReadonlyMap<string, readonly Indexed[]> {
  return Map.groupBy(
    operations.map((operation) => ({ operation, wanted: operation.path.split('/') })),
    ({ wanted }) => shelfOf(wanted),
  )
}

const shelfOf = (parts: readonly string[]) => [parts.length, parts[1] ?? '', parts[2] ?? ''].join('/')

const isAt = (wanted: readonly string[], given: readonly string[]) =>
  wanted.every((part, i) => part === given[i] || (part[0] === ':' && given[i]))

/** Refuses a method that nothing at the path knows. */
export function refuseMethod(operations: readonly Operation[], method: string, path: string): readonly string[] | null {
  const here = operationsAt(operations, path)
  const known = new Set(here.map((operation) => operation.method.toUpperCase()))
  if (known.size === 0 || known.has('GET')) known.add('GET').add('HEAD')
  return known.has(method) ? null : [...known].toSorted()
}

export function methodRefusal(method: string, allowed: readonly string[]): Refused {
  const help = allowed.includes('POST')
    ? `ask with ${allowed.join(' or ')}`
    : 'ask with GET; `/api/docs` tells what can be written, and where'
  return new Refused('405.1', `${quoted(method)} is not allowed here`, help)
}
