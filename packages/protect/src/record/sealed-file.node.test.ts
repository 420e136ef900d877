// The folder: sealed, chained, opened by one process with its keys, and refused where it is not what was written last.
import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '@trucekeeper/keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../entries.ts'
import { openEntries } from '../index.ts'

const SECRET = new Secret(`trucekeeper-secret-1:${'A'.repeat(43)}`)
const revoked = (at: number): Entry => ({ at, by: null, does: 'revoke', organisation: `o-${at}`, reason: 'r' })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, entries: readonly Entry[]) {
  const [dir, keys] = [join(folder, name), join(folder, `${name}-keys`)]
  const store = await openEntries(dir, keys, SECRET)
  if (!store.ok) throw new Error(store.refusal.message)
  for (const entry of entries) expect(await store.value.append(entry)).toBeNull()
  await store.value.close()
  return { dir, keys, file: join(dir, 'entries') }
}

const reopened = async ({ dir, keys }: { dir: string; keys: string }) => {
  const store = await openEntries(dir, keys, SECRET)
  if (store.ok) await store.value.close()
  return store.ok ? store.value.entries : store.refusal.code
}

describe('the entries on disk', () => {
  const entries = [revoked(1), revoked(2), revoked(3)]

  it('are there again when opened again', async () => {
    expect(await reopened(await written('again', entries))).toEqual(entries)
  })

  it('are refused where one was taken out, cut off, changed or put in another place', async () => {
    const changes: readonly ((lines: string[]) => string[])[] = [
      (lines) => lines.slice(0, 2),
      () => [],
      (lines) => [lines[0]!, lines[2]!],
      (lines) => [lines[1]!, lines[0]!, lines[2]!],
      (lines) => [...lines, lines[2]!],
      (lines) => lines.map((line) => line.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))),
    ]
    for (const [at, change] of changes.entries()) {
      const place = await written(`changed-${at}`, entries)
      const lines = (await readFile(place.file, 'utf8')).split('\n').filter(Boolean)
      await writeFile(
        place.file,
        change(lines)
          .map((line) => `${line}\n`)
          .join(''),
      )
      expect(await reopened(place), `change ${at}`).toBe('record-damaged')
    }
  })

  it('lose at most a line that was cut off while it was written', async () => {
    const place = await written('torn', entries)
    await appendFile(place.file, 'c2hvcn')
    expect(await reopened(place)).toEqual(entries)
    expect((await readFile(place.file, 'utf8')).endsWith('\n')).toBe(true)
  })

  it('go on where the head is one entry behind, as after a power cut', async () => {
    const place = await written('behind', entries.slice(0, 2))
    const head = await readFile(join(place.keys, 'protect-head'))
    const store = await openEntries(place.dir, place.keys, SECRET)
    if (!store.ok) throw new Error(store.refusal.message)
    await store.value.append(entries[2]!)
    await store.value.close()
    await writeFile(join(place.keys, 'protect-head'), head)
    expect(await reopened(place)).toEqual(entries)
  })

  it('open without the right keys for nobody, and in one process at a time', async () => {
    const place = await written('keys', entries)
    const other = join(folder, 'other-keys')
    expect(await reopened({ dir: place.dir, keys: other })).toBe('record-damaged')
    const copy = join(folder, 'copy')
    await cp(place.dir, copy, { recursive: true })
    expect(await readFile(join(copy, 'entries'), 'utf8')).not.toContain('revoke')
    expect(await reopened({ dir: place.dir, keys: join(place.dir, 'keys') })).toBe('keys-inside')
    const held = await openEntries(place.dir, place.keys, SECRET)
    expect(await reopened(place)).toBe('locked')
    if (held.ok) await held.value.close()
  })

  it('are not opened by way of links, neither the folders nor the files, nor where there can be none', async () => {
    const place = await written('linked', entries)
    await mkdir(join(place.dir, 'inside'))
    const linkToInside = join(folder, 'link-to-inside')
    await symlink(join(place.dir, 'inside'), linkToInside)
    expect(await reopened({ dir: place.dir, keys: linkToInside })).toBe('keys-inside')
    const elsewhere = join(folder, 'elsewhere')
    await rename(place.file, elsewhere)
    await symlink(elsewhere, place.file)
    expect(await reopened(place)).toBe('record-damaged')
    await rm(place.file)
    await mkdir(place.file)
    expect(await reopened(place)).toBe('record-damaged')
    expect(await reopened({ dir: elsewhere, keys: place.keys })).toBe('not-recorded')
  })

  it('take nothing more once they are not those that were written last, though they were put back whole', async () => {
    const ways: readonly ((place: Awaited<ReturnType<typeof written>>, copy: string) => Promise<void>)[] = [
      async ({ file }, copy) => cp(join(copy, 'entries'), file),
      async ({ dir, file }, copy) => {
        await rename(file, join(dir, 'aside'))
        await cp(join(copy, 'entries'), file)
      },
      async ({ keys }) => writeFile(join(keys, 'protect-head'), ''),
      async ({ dir }) => rm(join(dir, 'entries.lock')),
      async ({ dir }) => rm(dir, { recursive: true }),
    ]
    for (const [at, put] of ways.entries()) {
      const place = await written(`put-back-${at}`, entries.slice(0, 2))
      const copy = join(folder, `copy-${at}`)
      await cp(place.dir, copy, { recursive: true })
      const store = await openEntries(place.dir, place.keys, SECRET)
      if (!store.ok) throw new Error(store.refusal.message)
      expect(await store.value.append(entries[2]!)).toBeNull()
      await put(place, copy)
      for (const again of [4, 5]) expect(await store.value.append(revoked(again)), `way ${at}`).not.toBeNull()
      await store.value.close()
    }
  })

  it('are written by many who come at once, one after the other, and by none over another', async () => {
    const place = await written('at-once', entries)
    const all = Array.from({ length: 8 }, async (_, at) => {
      const store = await openEntries(place.dir, place.keys, SECRET, { patience_ms: 20_000 })
      if (!store.ok) throw new Error(store.refusal.code)
      expect(await store.value.append(revoked(10 + at))).toBeNull()
      await store.value.close()
    })
    await Promise.all(all)
    expect(await reopened(place)).toHaveLength(11)
  })

  it('are taken over from a process that is gone, and from one whose word was cut off', async () => {
    const place = await written('left', entries)
    for (const left of ['', '0', '4194305 abc', `${process.pid} abc`, `${process.pid}`]) {
      await writeFile(join(place.dir, 'entries.lock'), left)
      expect(await reopened(place), left).toEqual(entries)
    }
    await writeFile(join(place.dir, 'entries.lock'), `${process.ppid}`)
    expect(await reopened(place)).toBe('locked')
  })
})
