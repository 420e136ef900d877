// A server on this machine that speaks the protocol of chat completions, as well or as badly as a test wants.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly headers: IncomingMessage['headers']
  readonly path: string
  readonly body: {
    readonly model: string
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly [field: string]: unknown
  }
}

export type Answering = (asked: Asked, response: ServerResponse, request: number) => void

export interface Stub {
  readonly url: string
  readonly asked: readonly Asked[]
  answering: Answering
  close(): Promise<void>
}

export async function stubServer(answering: Answering): Promise<Stub> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    // A reader that has had enough hangs up.
    response.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body']
      const one = { headers: request.headers, path: request.url ?? '', body }
      asked.push(one)
      stub.answering(one, response, asked.length)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stub: Stub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answering,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return stub
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** A sound completion with that text as the model's answer. */
export function says(content: string, usage: unknown = { prompt_tokens: 1200, completion_tokens: 300 }): Answering {
  return (_, response) => {
    const message = { role: 'assistant', content }
    response.writeHead(200, JSON_TYPE)
    response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, message, finish_reason: 'stop' }], usage }))
  }
}

export function proposes(...claims: readonly unknown[]): Answering {
  return says(JSON.stringify({ claims }))
}

/** A proposal in the form that was asked for, about the truce holding. */
export function proposal(quote: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    quote,
    start: null,
    speaker: null,
    speaker_side: 'unknown',
    via: null,
    kind: 'truce_compliance',
    modality: 'asserted',
    negated: false,
    places: [],
    date: null,
    date_basis: null,
    actor_blamed: null,
    target: null,
    victims: null,
    weapon: null,
    figures: [],
    ...changes,
  }
}

export { JSON_TYPE }
