// What a person is told of the keys and of the opening when a command writes to the record.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { programOf } from './program.ts'
import { terminal, type Terminal } from './terminal.ts'
import { writerAt } from './writer.ts'

const EXAMPLE = fileURLToPath(new URL('../../../examples/aleppo-2016', import.meta.url))

let folder: string
let dir: string
let told: string[]
let io: Terminal
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writer-'))
  dir = join(folder, 'desk')
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  vi.stubEnv('XDG_CONFIG_HOME', join(folder, 'config'))
  told = []
  const tell = (text: string) => void told.push(text)
  io = { ...terminal(), print: () => undefined, progress: tell, notice: tell }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function append(): Promise<void> {
  const program = await programOf(io, 'ledger')
  await program.parseAsync(['node', 'truce', 'ledger', 'append', dir])
}

it('tells where the secret was made that the keys need, before what opening did, and never again', async () => {
  await append()
  expect(told).toEqual([
    expect.stringContaining(`made at \`${join(folder, 'config/trucekeeper/secret')}\``),
    expect.stringContaining('a new ledger was begun'),
  ])
  await append()
  expect(told).toHaveLength(2)
})

it('tells once of a passphrase that is short, however often a command opens the record', async () => {
  vi.stubEnv('TRUCE_KEY_SECRET', 'truce')
  for (let time = 0; time < 3; time++) await (await writerAt(io, dir)).close()
  expect(told.filter((text) => text.includes('is short'))).toHaveLength(1)
})

it('stops where the keys do not open, and tells then too that a secret was made', async () => {
  await append()
  await rm(join(folder, 'config'), { recursive: true })
  await expect(writerAt(io, dir)).rejects.toMatchObject({
    help: expect.stringContaining('a secret that keys are encrypted with was made'),
  })
})
