import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { requestLog } from './request-log.ts'

const LINE = { at: '2026-11-22T12:00:00.000Z', id: 'one', method: 'GET', route: '/api/status', status: 200, ms: 1.5 }

it('adds a line for every request to a file that only its owner reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'))
  const file = join(folder, 'requests.jsonl')
  for (const id of ['one', 'two']) {
    const { log, close } = await requestLog(file, () => undefined)
    log({ ...LINE, id })
    await close()
  }
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([LINE, { ...LINE, id: 'two' }])
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  await rm(folder, { recursive: true })
})

it('prints where no file is named, and says which file cannot be written', async () => {
  const printed: string[] = []
  const { log, close } = await requestLog(true, (line) => printed.push(line))
  log(LINE)
  await close()
  expect(printed).toEqual([JSON.stringify(LINE)])
  await expect(requestLog('/not/there/requests.jsonl', () => undefined)).rejects.toThrow('cannot be written')
})
