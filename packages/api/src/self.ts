// What the API says of itself: its problems, its document, and the same as a page.
import { raw } from 'hono/html'
import { z } from 'zod'
import { problemsAnswer } from './answers/problem.ts'
import { docsCss, docsPage } from './docs.ts'
import { json, Noun, text, type Operation } from './noun.ts'
import { openApiOf, type OpenApi } from './openapi.ts'
import { PROBLEMS } from './problems.ts'

const VERSION = '0.1.0'

const openApiAnswer = z
  .looseObject({ openapi: z.string(), info: z.unknown(), paths: z.record(z.string(), z.unknown()) })
  .meta({ id: 'OpenApi', description: 'a document by the OpenAPI Specification 3.1' })

export function selfRoutes(operations: () => readonly Operation[]): Noun {
  let made: OpenApi | null = null
  // Made when first asked for: by then every route is there.
  const document = () => (made ??= openApiOf(operations(), VERSION))
  return new Noun('/api')
    .get('/problems', { summary: 'every problem code with its title', gives: json(problemsAnswer) }, (c) =>
      c.json(PROBLEMS),
    )
    .get('/openapi.json', { summary: 'this document', gives: json(openApiAnswer) }, (c) => c.json(document()))
    .get('/docs', { summary: 'this document as a page', gives: text('text/html') }, (c) =>
      c.html(raw(docsPage(document()))),
    )
    .get('/docs.css', { summary: 'how that page looks', gives: text('text/css') }, (c) =>
      c.body(docsCss, 200, { 'content-type': 'text/css; charset=utf-8' }),
    )
}
