import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageFolder } from './page-folder.ts'

let dir: string
const script = 'export const words = ["met", "breached", "contested", "unknown"]\n'.repeat(100)

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'page-'))
  await writeFile(join(dir, 'page.js'), script)
  await writeFile(join(dir, 'small.css'), 'p {}')
  await writeFile(join(dir, 'font.woff2'), Buffer.alloc(5_000, 1))
})
afterAll(() => rm(dir, { recursive: true }))

describe('a file of the page', () => {
  it('is there small as well, and is the same when unpacked', async () => {
    const file = await pageFolder(dir).get('page.js')
    expect(brotliDecompressSync(file!.coded!.br!).toString()).toBe(script)
    expect(gunzipSync(file!.coded!.gzip!).toString()).toBe(script)
    expect(file!.coded!.br!.length).toBeLessThan(script.length / 10)
  })

  it('stays as it is where nothing is gained', async () => {
    const folder = pageFolder(dir)
    expect((await folder.get('small.css'))!.coded).toBeUndefined()
    expect((await folder.get('font.woff2'))!.coded).toBeUndefined()
  })

  it('is read anew when it was built anew, and is gone when it is gone', async () => {
    const folder = pageFolder(dir)
    await writeFile(join(dir, 'built.js'), script)
    expect((await folder.get('built.js'))!.bytes.toString()).toBe(script)
    await writeFile(join(dir, 'built.js'), script.toUpperCase())
    await utimes(join(dir, 'built.js'), 1, 1)
    expect(brotliDecompressSync((await folder.get('built.js'))!.coded!.br!).toString()).toBe(script.toUpperCase())
    await rm(join(dir, 'built.js'))
    expect(await folder.get('built.js')).toBeNull()
    expect(await folder.get('nowhere.js')).toBeNull()
  })
})
