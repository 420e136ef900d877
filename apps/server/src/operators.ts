// What whoever keeps the server running asks on a port of their own, and nothing else.
import type { createApp } from '@trucekeeper/api'

const HERE = new Set(['127.0.0.1', 'localhost'])

/** Answers `/metrics` alone, and only under this machine's own names: no page of another site reads it through a browser here. */
export function operatorsFetch({ fetch }: Pick<ReturnType<typeof createApp>, 'fetch'>, urlOf: () => string) {
  return (request: Request, env: object): Response | Promise<Response> => {
    const { hostname, pathname } = new URL(request.url)
    if (request.method !== 'GET' || pathname !== '/metrics' || !HERE.has(hostname))
      return new Response('there is only `/metrics` here', { status: 404 })
    return fetch(new Request(new URL('/metrics', urlOf())), { ...env, isOperator: true })
  }
}
