// The document against the app: neither may have a route, a parameter or an answer that the other lacks.
import { describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { checkedApp, operationsOf } from './checked.ts'
import { fixtureDeps, SHA } from './fixture.ts'
import type { OpenApi } from './openapi.ts'

const { deps } = fixtureDeps()
const operations = operationsOf(deps)
const document = async () => (await (await checkedApp(deps).request('/api/openapi.json')).json()) as OpenApi
/** An address at which a route answers, whatever its path holds. */
const addressOf = (path: string) => path.replaceAll(/:\w+/g, SHA)

describe('the document', () => {
  it('has every route of the app: one mounted without an entry in `nouns.ts` is not allowed', () => {
    const app = createApp(deps)
    const mounted = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    const written = operations.map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(mounted)].toSorted()).toEqual(written.toSorted())
  })

  it('names each of them once, by method and path and by its id', async () => {
    const { openapi, paths } = await document()
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(openapi).toMatch(/^3\.1\./)
    expect(described.toSorted()).toEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted())
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(new Set(ids).size).toBe(operations.length)
  })

  it('refers to no form that it does not hold', async () => {
    const { paths, components } = await document()
    const named = [...JSON.stringify({ paths, components }).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1]!)
    const missing = named.filter((ref) => !Object.hasOwn(components.schemas, ref.replace('#/components/schemas/', '')))
    expect(named.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })

  it('describes each parameter', async () => {
    const { paths } = await document()
    const parameters = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ operationId, parameters }) =>
        parameters.map(({ name, description }) => ({ operationId, name, description })),
      ),
    )
    expect(parameters.filter(({ description }) => description === undefined)).toEqual([])
  })
})

describe('a question', () => {
  const questions = operations.filter(({ method }) => method === 'get')

  it.each(questions.map(({ path }) => path))('%s takes no parameter that the document does not name', async (path) => {
    const response = await createApp(deps).request(`${addressOf(path)}?unheard=of`)
    expect(await response.json()).toMatchObject({ code: '400.2', detail: '`unheard` is not known here' })
  })

  const withQuery = questions.flatMap(({ path, query }) => Object.keys(query?.shape ?? {}).map((name) => [path, name]))
  it.each(withQuery)('%s knows %s, as the document says', async (path, name) => {
    const text = await (await createApp(deps).request(`${addressOf(path!)}?${name}=`)).text()
    expect(text).not.toContain('is not known here')
  })
})

describe('the page about the API', () => {
  it('names every route and form, and needs no script', async () => {
    const response = await checkedApp(deps).request('/api/docs')
    const html = await response.text()
    const { components } = await document()
    for (const { path } of operations) expect(html).toContain(`<code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`)
    for (const name of Object.keys(components.schemas)) expect(html).toContain(`id="form-${name}"`)
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/)
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'")
  })

  it('has no link that leads nowhere', async () => {
    const html = await (await checkedApp(deps).request('/api/docs')).text()
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((found) => found[1]!)
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([])
  })
})
