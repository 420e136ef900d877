// Answers that follow from the folder and the question alone, kept as bytes for as long as the folder is as it was.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Deps } from './deps.ts'
import { operationsAt, type Operation } from './noun.ts'
import { audienceOf, viewOf } from './views.ts'

/** Beyond it the answer longest unasked for is forgotten. */
const MOST_BYTES = 64 * 1024 * 1024

/** Headers that belong to the answer. All others belong to who asked, such as a cookie, and are never given to another. */
const OWN = ['content-type', 'link']

interface Kept {
  readonly body: ArrayBuffer
  readonly headers: Record<string, string>
}

interface Shelf {
  /** Names the folder as it is; another name, another folder. */
  readonly stamp: string
  readonly answers: Map<string, Kept>
  /** Gives the answer once there is one; null where it was refused. */
  readonly underWay: Map<string, Promise<Kept | null>>
  bytes: number
}

/** Comes after whatever decides who may ask: what is kept is given to everybody who comes so far and sees as much. */
export function kept(operations: readonly Operation[], deps: Deps) {
  const shelves = new Map<string | null, Shelf>()
  return createMiddleware(async (c, next) => {
    const isKept = c.req.method === 'GET' && operationsAt(operations, c.req.path).some(({ steady }) => steady)
    const workspace = viewOf(c, deps)
    if (!workspace.stamp || !isKept) return next()
    const stamp = await workspace.stamp()
    const mine = shelfOf(audienceOf(c, deps), stamp)
    const { pathname, search } = new URL(c.req.url)
    const asked = pathname + search
    let known = mine.answers.get(asked)
    // Many who ask the same at once wait for the first and are given its answer; or it was refused, and the next asks.
    for (let other = mine.underWay.get(asked); other && !known; other = mine.underWay.get(asked))
      known = (await other) ?? undefined
    if (known) {
      // Put at the end anew, so that the first is always the one longest unasked for.
      if (mine.answers.delete(asked)) mine.answers.set(asked, known)
      return c.newResponse(known.body, 200, known.headers)
    }
    const { promise, resolve: done } = Promise.withResolvers<Kept | null>()
    mine.underWay.set(asked, promise)
    let made: Kept | null = null
    try {
      await next()
      if (c.res.status === 200) made = await taken(c)
      // What was asked of a folder that changed meanwhile may be of either.
      if (made && (await workspace.stamp()) === mine.stamp) put(mine, asked, made)
    } finally {
      mine.underWay.delete(asked)
      done(made)
    }
    return undefined
  })

  function shelfOf(audience: string | null, stamp: string): Shelf {
    const there = shelves.get(audience)
    const shelf = there?.stamp === stamp ? there : { stamp, answers: new Map(), underWay: new Map(), bytes: 0 }
    shelves.set(audience, shelf)
    return shelf
  }
}

async function taken(c: Context): Promise<Kept> {
  const body = await c.res.clone().arrayBuffer()
  const etag = await tagOf(body)
  c.header('etag', etag)
  const own = OWN.flatMap((name) => (c.res.headers.has(name) ? [[name, c.res.headers.get(name)!] as const] : []))
  return { body, headers: { ...Object.fromEntries(own), etag } }
}

function put(shelf: Shelf, asked: string, answer: Kept): void {
  if (shelf.answers.has(asked) || answer.body.byteLength > MOST_BYTES) return
  shelf.answers.set(asked, answer)
  shelf.bytes += answer.body.byteLength
  for (const [oldest, { body }] of shelf.answers) {
    if (shelf.bytes <= MOST_BYTES) break
    shelf.answers.delete(oldest)
    shelf.bytes -= body.byteLength
  }
}

async function tagOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  return `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
}
