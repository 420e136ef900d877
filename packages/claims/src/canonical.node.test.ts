// RFC 8785 against the pairs of its authors, where they are at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, canonicalText } from './index.ts'

const PAIRS = new URL('../../../../shared/vectors/jcs/testdata/', import.meta.url)
const there = existsSync(PAIRS)

describe.skipIf(!there)('a pair of RFC 8785 (skipped where the pairs are not beside the project)', () => {
  const read = (name: string) => readFileSync(new URL(name, PAIRS), 'utf8')

  it.each(there ? readdirSync(new URL('input', PAIRS)) : [])('%s comes out to the byte', (name) => {
    const value: unknown = JSON.parse(read(`input/${name}`))
    expect(canonicalText(value)).toBe(read(`output/${name}`))
    const bytes = read(`outhex/${name.replace('.json', '.txt')}`)
      .trim()
      .split(/\s+/)
    expect([...canonicalBytes(value)].map((byte) => byte.toString(16).padStart(2, '0'))).toEqual(bytes)
  })
})
