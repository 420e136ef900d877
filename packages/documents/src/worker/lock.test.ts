import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLocked } from './start.ts'

const PROBE = fileURLToPath(new URL('../testing/probe.ts', import.meta.url))
let connections = 0
let folder: string
let outcomes: Record<string, string>

beforeAll(async () => {
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  const port = await new Promise<number>((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  folder = await mkdtemp(join(tmpdir(), 'locked-'))
  const child = startLocked(PROBE, [String(port), folder])
  outcomes = JSON.parse(await text(child.stdout!))
  server.close()
})

afterAll(() => rm(folder, { recursive: true }))

describe('a locked worker', () => {
  it('can neither reach out, write, read what is not its code, nor start anything', () => {
    expect(Object.keys(outcomes).length).toBeGreaterThan(15)
    expect(Object.entries(outcomes).filter(([, outcome]) => !outcome.startsWith('refused'))).toEqual([])
  })

  it('made no connection while it tried', () => {
    expect(connections).toBe(0)
  })

  it('left nothing behind', async () => {
    expect(await readdir(folder)).toEqual([])
  })
})
