import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lastSignedHead, type HeadResult, type SignedHead } from './index.ts'

const ROOT = mkdtempSync(join(tmpdir(), 'heads-'))
afterAll(() => rmSync(ROOT, { recursive: true }))

const ORIGIN = 'example.org/log'
let folders = 0
const folder = () => join(ROOT, `folder-${folders++}`)
const head = (size: number, byte = size): SignedHead => ({ size: BigInt(size), root: new Uint8Array(32).fill(byte) })
const code = (result: HeadResult<unknown>) => (result.ok ? 'given' : result.refusal.code)
const kept = async (dir: string, origin = ORIGIN) => {
  const read = await lastSignedHead(dir).read(origin)
  if (!read.ok) throw new Error(read.refusal.message)
  return read.value
}

describe('the last signed head', () => {
  it('is none before the first, and then the one that was signed last', async () => {
    const dir = folder()
    expect(await kept(dir)).toBeNull()
    const heads = lastSignedHead(dir)
    expect(code(await heads.advance(ORIGIN, null, head(3)))).toBe('given')
    expect(code(await heads.advance(ORIGIN, head(3), head(9)))).toBe('given')
    expect(code(await heads.advance(ORIGIN, head(9), head(9)))).toBe('given')
    expect(await kept(dir)).toEqual(head(9))
    expect(await kept(dir, 'example.org/other')).toBeNull()
    expect(readdirSync(dir)).toHaveLength(1)
  })

  it.each([
    ['a log that was put back from an older copy', head(3), 'head-newer'],
    ['a log of the same length with other contents', head(9, 1), 'head-forked'],
    ['a log that has gone further than the keys know', head(12), 'head-older'],
    ['a log that says it is new', null, 'head-newer'],
  ])('refuses %s, and stays as it is', async (_, from, expected) => {
    const dir = folder()
    const heads = lastSignedHead(dir)
    await heads.advance(ORIGIN, null, head(9))
    const moved = await heads.advance(ORIGIN, from, head(20))
    expect(code(moved)).toBe(expected)
    expect(moved.ok || moved.refusal.kept).toEqual(head(9))
    expect(await kept(dir)).toEqual(head(9))
  })

  it('refuses a log that has a head of which an empty key folder knows nothing', async () => {
    expect(code(await lastSignedHead(folder()).advance(ORIGIN, head(9), head(10)))).toBe('head-unknown')
  })

  it('lets one of many through who start from the same head', async () => {
    const dir = folder()
    let last = head(1)
    await lastSignedHead(dir).advance(ORIGIN, null, last)
    for (let size = 2; size < 40; size++) {
      const wanted = Array.from({ length: 8 }, (_, one) => head(size, one))
      const tried = await Promise.all(wanted.map((to) => lastSignedHead(dir).advance(ORIGIN, last, to)))
      const through = tried.flatMap((moved) => (moved.ok ? [moved.value] : []))
      const others = tried.map(code).filter((why) => !['given', 'head-moved', 'head-newer'].includes(why))
      expect(others).toEqual([])
      expect(through).toEqual([await kept(dir)])
      last = through[0]!
    }
  })

  it('refuses to guess when its file was changed in any bit', async () => {
    const dir = folder()
    await lastSignedHead(dir).advance(ORIGIN, null, head(9))
    const path = join(dir, readdirSync(dir)[0]!)
    const bytes = readFileSync(path)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(path, flipped)
      expect(code(await lastSignedHead(dir).read(ORIGIN))).toBe('head-damaged')
    }
  })

  it('never goes back, nor to another head of the same size', async () => {
    const heads = lastSignedHead(folder())
    await expect(heads.advance(ORIGIN, head(9), head(8))).rejects.toThrow(RangeError)
    await expect(heads.advance(ORIGIN, head(9), head(9, 1))).rejects.toThrow(RangeError)
  })
})
