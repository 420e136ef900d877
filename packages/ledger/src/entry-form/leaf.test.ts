import { hash } from 'node:crypto'
import { canonicalText } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeLeaf, openLeaf, readLeaf, verifyAuthor, type EntryLike, type LeafOptions, type MadeLeaf } from './index.ts'
import type { Formed } from './refusal.ts'
import {
  anyClaim,
  AUTHOR,
  CLAIM_ENTRY,
  given,
  ORIGIN,
  PUBLIC_KEY,
  verifyHere,
  WITHDRAWAL_ENTRY,
} from './testing/entries.ts'

const made = (entry: EntryLike, options: Partial<LeafOptions> = {}): MadeLeaf =>
  given(makeLeaf(entry, { origin: ORIGIN, author: AUTHOR, ...options }))
const code = (result: Formed<unknown>) => (result.ok ? 'taken' : result.refusal.code)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const utf8 = (words: string) => new TextEncoder().encode(words)

const FIELDS = ['recorded_by', ...Object.keys(CLAIM_ENTRY.body).map((field) => `body.${field}`)]
const anyFields = fc.subarray(FIELDS)

describe('a leaf', () => {
  it('that withholds nothing is the entry with its agreement, its author and a signature', () => {
    const { bytes, sealed } = made(WITHDRAWAL_ENTRY)
    const leaf = given(readLeaf(bytes))
    expect(sealed).toBeNull()
    expect(leaf).toMatchObject({ agreement: ORIGIN, key: AUTHOR.id, open: WITHDRAWAL_ENTRY, digests: [], withheld: 0 })
    expect(given(openLeaf(leaf, []))).toEqual({ open: expect.anything(), entry: WITHDRAWAL_ENTRY, disclosed: [] })
    expect(text(bytes)).toBe(canonicalText(JSON.parse(text(bytes))))
  })

  it('comes back as the entry it was made of, whatever was withheld, once all of it is disclosed', () => {
    fc.assert(
      fc.property(anyClaim, anyFields, fc.func(fc.integer()), (entry, withhold, rank) => {
        const { bytes, sealed } = made(entry, { withhold })
        const leaf = given(readLeaf(bytes))
        const shuffled = (sealed?.disclosures ?? []).toSorted((one, other) => rank(one) - rank(other))
        expect(given(openLeaf(leaf, shuffled)).entry).toEqual(entry)
        expect(verifyAuthor(leaf, PUBLIC_KEY, verifyHere)).toBe(true)
        expect(leaf.withheld).toBe(Math.ceil((sealed?.disclosures.length ?? 0) / 8) * 8)
      }),
    )
  })

  it('shows what was disclosed and no more, and is no entry before all is', () => {
    fc.assert(
      fc.property(anyClaim, anyFields, fc.infiniteStream(fc.boolean()), (entry, withhold, coin) => {
        const { bytes, sealed } = made(entry, { withhold })
        const disclosures = sealed?.disclosures ?? []
        const some = disclosures.filter(() => coin.next().value)
        const { open, entry: whole, disclosed } = given(openLeaf(given(readLeaf(bytes)), some))
        const missing = new Set([...withhold, ...(sealed ? ['body.id'] : [])])
        for (const name of disclosed) missing.delete(name)
        const names = [...Object.keys(open), ...Object.keys(open.body).map((field) => `body.${field}`)]
        expect(names.filter((name) => missing.has(name))).toEqual([])
        expect(whole === null).toBe(some.length < disclosures.length)
      }),
    )
  })

  it('is refused or fails its signature when any byte of it is changed', () => {
    const { bytes } = made(CLAIM_ENTRY, { withhold: ['body.speaker'] })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = bytes.slice()
        changed[at]! ^= flip
        const read = readLeaf(changed)
        expect(read.ok && verifyAuthor(read.value, PUBLIC_KEY, verifyHere)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('cannot be longer than the log can hold', () => {
    const entry: EntryLike = { ...WITHDRAWAL_ENTRY, body: { ...WITHDRAWAL_ENTRY.body, reason: 'x'.repeat(65_536) } }
    expect(code(makeLeaf(entry, { origin: ORIGIN, author: AUTHOR }))).toBe('leaf-too-large')
    expect(code(readLeaf(new Uint8Array(65_536)))).toBe('leaf-too-large')
  })

  it.each(['', 'two words', 'a+b', 'a\nb', 'a\u200bb', 'x'.repeat(256)])('is made for no log called %j', (origin) => {
    expect(code(makeLeaf(CLAIM_ENTRY, { origin, author: AUTHOR }))).toBe('agreement-malformed')
  })
})

describe('what is withheld', () => {
  it('takes the id with it, which would let the rest be guessed', () => {
    const { bytes } = made(CLAIM_ENTRY, { withhold: ['body.speaker'] })
    expect(given(readLeaf(bytes)).open.body).not.toHaveProperty('id')
    expect(text(bytes)).not.toContain(CLAIM_ENTRY.body.id)
  })

  it('takes with it what names a withheld entry', () => {
    const { bytes } = made(WITHDRAWAL_ENTRY, { withheldIds: new Set([CLAIM_ENTRY.body.id]) })
    expect(text(bytes)).not.toContain(CLAIM_ENTRY.body.id)
    expect(Object.keys(given(readLeaf(bytes)).open.body).toSorted()).toEqual(['by', 'reason'])
  })

  it('never stands in the leaf, nor does any hash of it without its salt', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12,40}$/), (secret) => {
        const entry: EntryLike = { ...WITHDRAWAL_ENTRY, body: { ...WITHDRAWAL_ENTRY.body, reason: secret } }
        const leaf = text(made(entry, { withhold: ['body.reason'] }).bytes)
        const forms = [secret, JSON.stringify(secret), `body.reason${secret}`, JSON.stringify(['body.reason', secret])]
        for (const form of forms) {
          const bytes = utf8(form)
          for (const encoding of ['hex', 'base64', 'base64url'] as const) {
            expect(leaf).not.toContain(Buffer.from(bytes).toString(encoding).replaceAll('=', ''))
            expect(leaf).not.toContain(hash('sha256', bytes, encoding).replaceAll('=', ''))
          }
        }
        expect(leaf).not.toContain(secret)
      }),
    )
  })

  it('has other digests in every entry, and the same ones from the same key', () => {
    const digests = (entryKey?: Uint8Array) =>
      given(readLeaf(made(CLAIM_ENTRY, { withhold: ['body.speaker'], ...(entryKey && { entryKey }) }).bytes)).digests
    const key = new Uint8Array(32).fill(9)
    expect(digests(key)).toEqual(digests(key))
    expect(new Set([...digests(), ...digests()]).size).toBe(16)
  })

  it('counts in eights, so that one field looks like eight', () => {
    const counts = [1, 3, 8, 9].map(
      (count) => given(readLeaf(made(CLAIM_ENTRY, { withhold: FIELDS.slice(0, count) }).bytes)).withheld,
    )
    expect(counts).toEqual([8, 8, 8, 16])
  })

  it.each([
    'body.nothing',
    'type',
    'received_at',
    'key',
    'agreement',
    'body',
    'body.quote.length',
    'body.places.0',
    '',
  ])('is no field such as %j', (name) => {
    expect(code(makeLeaf(CLAIM_ENTRY, { origin: ORIGIN, author: AUTHOR, withhold: [name] }))).toBe('field-unknown')
  })

  it('is nothing of an entry about a key, which everybody has to follow', () => {
    const entry: EntryLike = { ...WITHDRAWAL_ENTRY, type: 'key' }
    expect(code(makeLeaf(entry, { origin: ORIGIN, author: AUTHOR }))).toBe('taken')
    expect(code(makeLeaf(entry, { origin: ORIGIN, author: AUTHOR, withhold: ['body.reason'] }))).toBe('field-unknown')
  })

  it.each(['_sd', '...', 'a.b', '__proto__', '_sd_alg'])('leaves no room for a field called %j', (name) => {
    const body = JSON.parse(`{"id":"x_1","deep":[{${JSON.stringify(name)}:1}]}`) as Record<string, unknown>
    expect(code(makeLeaf({ ...WITHDRAWAL_ENTRY, body }, { origin: ORIGIN, author: AUTHOR }))).toBe('field-reserved')
  })
})

describe('reading a leaf', () => {
  const leaf = text(made(WITHDRAWAL_ENTRY).bytes)
  const withheld = text(made(CLAIM_ENTRY, { withhold: ['body.speaker'], entryKey: new Uint8Array(32) }).bytes)
  const digests = given(readLeaf(utf8(withheld))).digests
  const withDigests = (list: readonly unknown[]) => withheld.replace(JSON.stringify(digests), JSON.stringify(list))

  it.each([
    ['no JSON', 'leaf'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a byte order mark', `\u{feff}${leaf}`],
    ['a space', leaf.replace('{', '{ ')],
    ['a field twice', leaf.replace('"by":', '"by":"a monitor","by":')],
    ['a field more at the top', leaf.replace('{"body"', '{"a":1,"body"')],
    ['a field more in the body', leaf.replace('"agreement"', '"a":1,"agreement"')],
    ['no signature', leaf.replace(/,"sig":"[^"]*"/, '')],
    ['a short signature', leaf.replace(/"sig":"../, '"sig":"')],
    ['a signature with loose bits', leaf.replace(/.("})$/, 'B$1')],
    ['a padded signature', leaf.replace(/("})$/, '==$1')],
    ['a number in another spelling', leaf.replace('"reason":"read twice"', '"reason":1.0')],
    ['a number that JSON readers round', leaf.replace('"reason":"read twice"', '"reason":9007199254740993')],
    ['half a character', leaf.replace('read twice', '\\ud800')],
    ['an escape that need not be', leaf.replace('read twice', '\\u0072ead twice')],
    ['a key that is none', leaf.replace(/"key":"key_./, '"key":"key_x')],
    ['no recorder', leaf.replace(/"recorded_by":"[^"]*",/, '')],
    ['a body that is a list', leaf.replace(/"body":\{"by.*?\}/, '"body":[]')],
    ['depth without end', '['.repeat(60_000)],
    ['a prototype', leaf.replace('"by":', '"__proto__":{"a":1},"by":')],
    ['digests inside the entry', leaf.replace('"by":', '"_sd":[],"by":')],
    ['an empty list of digests', withDigests([])],
    ['a digest short of eight', withDigests(digests.slice(1))],
    ['digests out of order', withDigests(digests.toReversed())],
    ['a digest twice', withDigests([digests[0], ...digests.slice(0, 7)])],
    ['a digest that is none', withDigests([...digests.slice(0, 7), '~'])],
    ['an entry about a key that withholds', withheld.replace('"type":"claim"', '"type":"key"')],
    ['another algorithm', withheld.replace('"sha-256"', '"sha-512"')],
    ['no algorithm', withheld.replace('"_sd_alg":"sha-256",', '')],
    ['an algorithm for nothing', leaf.replace('"agreement"', '"_sd_alg":"sha-256","agreement"')],
  ])('refuses %s', (_, changed) => {
    expect(changed).not.toBe(leaf)
    expect(changed).not.toBe(withheld)
    expect(code(readLeaf(utf8(changed)))).toBe('leaf-malformed')
  })

  it('refuses bytes that are no UTF-8', () => {
    expect(code(readLeaf(new Uint8Array([0xff, 0xfe])))).toBe('leaf-malformed')
  })

  it('never throws, whatever it is handed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !readLeaf(bytes).ok))
    fc.assert(fc.property(fc.json(), (json) => !readLeaf(utf8(json)).ok))
  })
})
