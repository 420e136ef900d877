// truce notify with the real binary, told to a web server on this machine.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const HOOK = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

let dir: string
const got: string[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    got.push(body)
    response.writeHead(204).end()
  })
})

beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'notify-')), 'pact')
  await cp(EXAMPLE, dir, { recursive: true })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  await new Promise((done) => server.close(done))
  await rm(dir, { recursive: true })
})

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const notify = (...args: readonly string[]) =>
  new Promise<Ended>((done) => {
    const env = { ...process.env, HOOK }
    execFile(process.execPath, [TRUCE, 'notify', dir, ...args], { env }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
  })

it('tells what is new between two looks, and says what it would tell', async () => {
  expect((await notify('--once')).stderr).toContain('there is no `notify.json`')
  const { port } = server.address() as AddressInfo
  const rule = {
    name: 'gates',
    desk: 'un',
    tell: ['gate', 'case', 'act'],
    webhook: `http://127.0.0.1:${port}/`,
    secret: 'HOOK',
    language: 'ru',
  }
  const write = (allow: readonly string[]) =>
    writeFile(join(dir, 'notify.json'), JSON.stringify({ allow, rules: [rule] }))
  await write([])
  expect(await notify('--once')).toMatchObject({ code: 2, stderr: expect.stringContaining('it is not HTTPS') })
  await write([`127.0.0.1:${port}`])
  expect(await notify('--once', '--at', '2016-09-13T09:00+03:00')).toMatchObject({
    code: 0,
    stdout: '0 to be told, 0 taken, 0 not\n',
  })
  const dry = await notify('--dry-run', '--at', '2016-09-15T20:00+03:00')
  expect(dry.stdout).toContain('Открыто дело')
  expect(got).toEqual([])
  expect(await notify('--once', '--at', '2016-09-15T20:00+03:00')).toMatchObject({
    code: 0,
    stdout: '1 to be told, 1 taken, 0 not\n',
  })
  expect((JSON.parse(got[0]!) as { news: { about: string }[] }).news.map(({ about }) => about)).toContain('act')
}, 120_000)
