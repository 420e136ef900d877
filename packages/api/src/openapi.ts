// The OpenAPI 3.1 document of the API, from the same entries that its routes are mounted from.
import { z } from 'zod'
import type { Body, Operation } from './noun.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'
// Registers the form of every refusal, which no route gives by itself.
import './answers/problem.ts'

/** What may go wrong at every address. */
const EVERYWHERE: readonly ProblemCode[] = ['421.1', '429.1', '500.1']

export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Record<string, Record<string, Described>>
  readonly components: { readonly schemas: Record<string, unknown> }
}

export interface Described {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Record<string, unknown> }
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, unknown> }>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly description?: string
  readonly schema: unknown
}

export function openApiOf(operations: readonly Operation[], version: string): OpenApi {
  const paths: Record<string, Record<string, Described>> = {}
  for (const operation of operations) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method]: described(operation) }
  }
  const description =
    'Who keeps an agreement, who breaks it, by whose account and on which words. Times are ISO 8601 with an offset. ' +
    'Refusals are problems (RFC 9457), each with a stable code.'
  return {
    openapi: '3.1.1',
    info: { title: 'Trucekeeper', version, description },
    paths,
    components: { schemas: namedSchemas() },
  }
}

function described(operation: Operation): Described {
  const { method, path, summary, takes, gives, status = 200, problems = [] } = operation
  const [, first = '', second = ''] = path.split('/')
  const responses: Described['responses'] = { [status]: { description: summary, content: contentOf(gives) } }
  const codes = [...EVERYWHERE, ...queryProblems(operation), ...problems, ...(takes ? (['413.1'] as const) : [])]
  for (const [refusal, same] of Map.groupBy(new Set(codes), (code) => String(Number.parseInt(code, 10)))) {
    responses[refusal] = {
      description: same.map((code) => `${code}: ${PROBLEMS[code]}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  return {
    operationId: `${method}${path.replaceAll(/[/:.]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    tags: [first === 'api' ? second : first],
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(takes && { requestBody: { required: true, content: contentOf(takes) } }),
    responses,
  }
}

function queryProblems({ query }: Operation): ProblemCode[] {
  const names = Object.keys(query?.shape ?? {})
  return [
    '400.2',
    ...(names.length > 0 ? (['400.4'] as const) : []),
    ...(names.includes('at') ? (['400.1'] as const) : []),
    ...(names.includes('known_at') ? (['400.3'] as const) : []),
  ]
}

function pathParameters({ path, parts = {} }: Operation): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name!,
    in: 'path',
    required: true,
    ...(parts[name!] !== undefined && { description: parts[name!] }),
    schema: { type: 'string' },
  }))
}

function queryParameters({ query }: Operation): Parameter[] {
  return Object.entries(query?.shape ?? {}).map(([name, field]) => {
    const schema = schemaOf(field as z.ZodType)
    const { description, ...rest } = schema as { description?: string }
    return {
      name,
      in: 'query',
      required: !(field as z.ZodType).safeParse(undefined).success,
      ...(description !== undefined && { description }),
      schema: rest,
    }
  })
}

function contentOf({ type, schema }: Body): Record<string, unknown> {
  return { [type]: { schema: schema ? schemaOf(schema) : { type: 'string' } } }
}

const OPTIONS = { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' } as const
const at = (id: string) => `#/components/schemas/${id}`

/** By name where it has one. */
function schemaOf(schema: z.ZodType): unknown {
  const id = z.globalRegistry.get(schema)?.id
  if (id !== undefined) return { $ref: at(id) }
  const { $schema: _, $defs: _defs, ...rest } = z.toJSONSchema(schema, OPTIONS)
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', `"${at('')}`))
}

function namedSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { ...OPTIONS, uri: at })
  return Object.fromEntries(
    Object.entries(schemas)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { $schema: _schema, $id: _id, ...schema }]) => [name, schema]),
  )
}
