// An app for tests whose every answer is held against the form that its document promises.
import type { Hono } from 'hono'
import { problemAnswer } from './answers/problem.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { Metrics } from './metrics.ts'
import { fits, type Operation } from './noun.ts'
import { nounsOf } from './nouns.ts'

export function operationsOf(deps: Deps): Operation[] {
  return nounsOf(deps, new Metrics()).flatMap((noun) => noun.operations)
}

/** Answers as `createApp` does, and throws where an answer has not the form it should have. */
export function checkedApp(deps: Deps): Pick<Hono, 'request'> {
  const app = createApp(deps)
  const operations = operationsOf(deps)
  const request: Hono['request'] = async (input, init, ...more) => {
    const asked = input instanceof Request ? input : new Request(new URL(String(input), 'http://localhost'), init)
    const response = await app.request(input, init, ...more)
    const wrong = await flawOf(operations, asked, response.clone())
    if (wrong !== null) throw new Error(`${asked.method} ${asked.url}: ${wrong}`)
    return response
  }
  return { request }
}

async function flawOf(operations: readonly Operation[], asked: Request, response: Response): Promise<string | null> {
  if (response.status === 304 || asked.method === 'HEAD') return null
  const type = response.headers.get('content-type')?.split(';')[0]
  const isMoved = response.status >= 300 && response.status < 400
  if (!response.ok && !isMoved) {
    if (type !== 'application/problem+json') return `a refusal came as ${type}`
    return problemAnswer.safeParse(await response.json()).error?.message ?? null
  }
  const path = new URL(asked.url).pathname
  const operation = operations.find((one) => one.method === asked.method.toLowerCase() && fits(one, path))
  if (!operation) return path.startsWith('/api/') ? 'no route of the document answers it' : null
  const { gives, status = 200 } = operation
  if (response.status !== status) return `${response.status} is not in the document`
  if (isMoved) return null
  if (type !== gives.type) return `${type} is not in the document`
  if (type !== 'application/json' && !type.endsWith('+json')) return null
  return gives.schema?.safeParse(await response.json()).error?.message ?? null
}
