import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '@trucekeeper/claims'
import { nodeCrypto } from '@trucekeeper/keys'
import { disclosureDigest } from '@trucekeeper/merkle'
import { makeLeaf, openLeaf, readLeaf, type EntryLike, type Leaf } from './index.ts'
import type { Formed } from './refusal.ts'
import { AUTHOR, CLAIM_ENTRY, given, ORIGIN } from './testing/entries.ts'

const SALT = createHmac('sha256', 'salt').digest('base64url')
const disclosing = (...parts: unknown[]) => Buffer.from(canonicalText(parts)).toString('base64url')
const code = (result: Formed<unknown>) => (result.ok ? 'taken' : result.refusal.code)
const made = (entry: EntryLike, withhold: string[], origin = ORIGIN) =>
  given(makeLeaf(entry, { origin, author: AUTHOR, withhold }))

/** A leaf whose author committed to these very disclosures, against the rules or not. */
function leafOf(...disclosures: string[]): Leaf {
  const leaf = given(readLeaf(made(CLAIM_ENTRY, ['body.speaker', 'body.target']).bytes))
  const open = { ...leaf.open, body: { ...leaf.open.body, point: {} } }
  return { ...leaf, open, digests: disclosures.map((text) => disclosureDigest(nodeCrypto.hash, text)) }
}

describe('a disclosure', () => {
  it('puts one field back and leaves the others withheld', () => {
    const { bytes, sealed } = made(CLAIM_ENTRY, ['body.speaker', 'recorded_by'])
    const speaker = sealed!.disclosures.find((text) => Buffer.from(text, 'base64url').includes('body.speaker'))!
    const { open, entry, disclosed } = given(openLeaf(given(readLeaf(bytes)), [speaker]))
    expect(open.body).toMatchObject({ speaker: 'a nurse of the clinic' })
    expect(open).not.toHaveProperty('recorded_by')
    expect(disclosed).toEqual(['body.speaker'])
    expect(entry).toBeNull()
  })

  it('is refused when any character of it is another', () => {
    const { bytes, sealed } = made(CLAIM_ENTRY, ['body.speaker'])
    const leaf = given(readLeaf(bytes))
    for (const text of sealed!.disclosures) {
      for (let at = 0; at < text.length; at++) {
        const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
        expect(openLeaf(leaf, [changed]).ok).toBe(false)
      }
      for (const changed of [`${text}=`, ` ${text}`, text.slice(1), ''])
        expect(openLeaf(leaf, [changed]).ok).toBe(false)
    }
  })

  it('counts for its own leaf alone, even where both withhold the same words', () => {
    const one = made(CLAIM_ENTRY, ['body.speaker'])
    const other = given(readLeaf(made(CLAIM_ENTRY, ['body.speaker']).bytes))
    expect(code(openLeaf(other, one.sealed!.disclosures))).toBe('disclosure-unreferenced')
  })

  it('is refused the second time', () => {
    const { bytes, sealed } = made(CLAIM_ENTRY, ['body.speaker'])
    const [first] = sealed!.disclosures
    expect(code(openLeaf(given(readLeaf(bytes)), [first!, first!]))).toBe('digest-repeated')
  })

  it.each([
    ['no list', Buffer.from('{}').toString('base64url'), 'disclosure-malformed'],
    ['no JSON', Buffer.from('[').toString('base64url'), 'disclosure-malformed'],
    ['two parts', disclosing(SALT, 'body.speaker'), 'wrong-shape'],
    ['four parts', disclosing(SALT, 'body.speaker', 'a', 'b'), 'disclosure-malformed'],
    ['a short salt', disclosing('c2FsdA', 'body.speaker', 'a'), 'field-reserved'],
    ['a name that is no text', disclosing(SALT, 1, 'a'), 'disclosure-malformed'],
    ['padding', Buffer.from(`["${SALT}","body.speaker","ab"]`).toString('base64'), 'disclosure-malformed'],
  ])('with %s is none, even when its digest is in the leaf', (_, text, why) => {
    expect(code(openLeaf(leafOf(text), [text]))).toBe(why)
  })

  it.each([
    ['type', 'withdrawal', 'must-be-open'],
    ['key', AUTHOR.id, 'must-be-open'],
    ['agreement', 'another.example/truce', 'must-be-open'],
    ['body', {}, 'must-be-open'],
    ['_sd', [], 'name-reserved'],
    ['...', 'a', 'name-reserved'],
    ['body.', 'a', 'name-reserved'],
    ['body._sd', [], 'name-reserved'],
    ['sig', 'a', 'field-reserved'],
    ['body.__proto__', { negated: true }, 'field-reserved'],
    ['body.speaker', { 'a.b': 1 }, 'field-reserved'],
    ['body.speaker', { _sd: 1 }, 'body-malformed'],
    ['body.negated', 'a', 'name-taken'],
    ['body.quote', 'a', 'name-taken'],
    ['body.figures.0', 'a', 'name-taken'],
    ['body.quote.length', 'a', 'name-taken'],
    ['recorded_by', 'a', 'name-taken'],
  ])('puts nothing into `%s` that has no place there: %j', (name, value, why) => {
    const text = disclosing(SALT, name, value)
    expect(code(openLeaf(leafOf(text), [text]))).toBe(why)
  })

  it('cannot say what another disclosure says', () => {
    const texts = ['one', 'two'].map((value) => disclosing(SALT, 'body.speaker', value))
    expect(code(openLeaf(leafOf(...texts), texts))).toBe('name-taken')
  })
})

describe('a withheld position', () => {
  const entry: EntryLike = {
    type: 'site',
    received_at: '2016-09-13T20:00+03:00',
    recorded_by: 'a monitor',
    body: { id: 'site_1', name: 'Clinic 12', point: { lon: 36.2918, lat: 33.5123 } },
  }
  const { bytes, sealed } = made(entry, ['body.point'])
  const leaf = given(readLeaf(bytes))
  const part = (name: string) =>
    sealed!.disclosures.find((text) => Buffer.from(text, 'base64url').includes(`"body.point.${name}"`))!
  const opened = (...names: string[]) => openLeaf(leaf, names.map(part))

  it('shows that it is there, and nothing of where', () => {
    expect(leaf.open.body).toEqual({ name: 'Clinic 12', point: {} })
    expect(sealed!.disclosures).toHaveLength(4)
  })

  it('can be disclosed as far as somebody may know it', () => {
    expect(given(opened('cell4')).open.body.point).toEqual({ cell4: 'svcy' })
    expect(given(opened('cell5', 'cell4')).open.body.point).toEqual({ cell4: 'svcy', cell5: 'svcy9' })
    expect(given(opened('exact')).open.body.point).toEqual({ lon: 36.2918, lat: 33.5123 })
    expect(given(opened('cell4', 'exact', 'cell5')).open.body.point).toEqual({ lon: 36.2918, lat: 33.5123 })
  })

  it.each([
    [
      ['cell4', 'svcy'],
      ['cell5', 'svcx9'],
    ],
    [
      ['cell4', 'svcx'],
      ['exact', ['33512300', '36291800']],
    ],
    [['exact', ['36291800']]],
    [['exact', [33_512_300, 36_291_800]]],
    [['exact', ['33.5', '36.2']]],
    [['exact', ['99000000', '0']]],
    [['cell4', 'svcy9']],
    [['cell5', 'svcya']],
  ])('is refused when its parts cannot be those of one point: %j', (...parts) => {
    const texts = parts.map(([name, value]) => disclosing(SALT, `body.point.${String(name)}`, value))
    expect(code(openLeaf(leafOf(...texts), texts))).toBe('position-malformed')
  })

  it('is not made from a field that only bears the name of a part, nor from a finer point than can be kept', () => {
    const withBody = (body: Record<string, unknown>, name: string) =>
      code(makeLeaf({ ...entry, body }, { origin: ORIGIN, author: AUTHOR, withhold: [name] }))
    expect(withBody({ id: 'site_1', point: { exact: 1 } }, 'body.point.exact')).toBe('field-reserved')
    expect(withBody({ id: 'site_1', point: { lon: 36.291_812_3, lat: 33 } }, 'body.point')).toBe('position-malformed')
  })
})
