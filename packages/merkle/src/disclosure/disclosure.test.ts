// Fields withheld and shown: what is signed tells nothing of them, and what is shown is theirs or refused.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeDisclosure,
  disclosureDigest,
  encodeBase64Url,
  encodeDisclosure,
  fieldOf,
  openDisclosures,
  withhold,
  type Json,
  type JsonObject,
  type OpeningRules,
} from '../index.ts'
import { flipped, hmac, sha256, text, utf8 } from '../testing/crypto.ts'

const entryKey = new Uint8Array(32).fill(9)
const making = { hash: sha256, hmac, entryKey }
const entry: JsonObject = {
  type: 'claim',
  received_at: '2016-09-16T20:00:00Z',
  body: { id: 'c_1', text: 'shelling', places: [{ id: 'p1', point: [36.2, 37.1] }, { id: 'p2' }] },
  agreement: 'trucekeeper.example/aleppo-2016',
}
const WITHHELD = ['body.id', 'body.text', 'body.places.0.point']

function made(names: readonly string[] = WITHHELD, from: JsonObject = entry) {
  const result = withhold(from, names, making)
  if (!result.ok) throw new Error(result.message)
  return { body: result.value.body, disclosures: result.value.fields.map(({ disclosure }) => disclosure) }
}

function opened(body: JsonObject, disclosures: readonly string[], rules: Partial<OpeningRules> = {}) {
  return openDisclosures(body, disclosures, { hash: sha256, ...rules })
}
function reason(body: JsonObject, disclosures: readonly string[], rules: Partial<OpeningRules> = {}) {
  const result = opened(body, disclosures, rules)
  return result.ok ? 'opened' : result.reason
}

/** A disclosure of anything at all, and the digest of it. */
function raw(parts: Json | string): { readonly disclosure: string; readonly digest: string } {
  const disclosure = encodeBase64Url(utf8(typeof parts === 'string' ? parts : JSON.stringify(parts)))
  return { disclosure, digest: disclosureDigest(sha256, disclosure) }
}

describe('an entry with fields withheld', () => {
  it('has digests for them, sorted, in eights, and nothing else of them', () => {
    const { body } = made()
    const digests = body['_sd'] as readonly string[]
    expect(digests).toHaveLength(8)
    expect(digests).toEqual(digests.toSorted())
    expect(body['_sd_alg']).toBe('sha-256')
    expect(body['body']).toEqual({ places: [{ id: 'p1' }, { id: 'p2' }] })
    expect(JSON.stringify(body)).not.toMatch(/shelling|c_1|36\.2|point/)
  })

  it('is the same each time, and another with another key', () => {
    expect(made()).toEqual(made())
    const other = withhold(entry, WITHHELD, { ...making, entryKey: new Uint8Array(32).fill(8) })
    expect(other.ok && other.value.body['_sd']).not.toEqual(made().body['_sd'])
  })

  it('has as many digests for one field as for eight, and sixteen for nine', () => {
    const fields = Array.from({ length: 9 }, (_, at) => `f${at}`)
    const flat = Object.fromEntries(fields.map((name) => [name, 1]))
    const count = (number: number) => (made(fields.slice(0, number), flat).body['_sd'] as readonly string[]).length
    expect([1, 7, 8, 9].map(count)).toEqual([8, 8, 8, 16])
  })

  it('stays as it is when nothing is withheld', () => {
    expect(made([]).body).toEqual(entry)
  })

  it.each([
    'nothing',
    'body.nothing',
    'body.text.length',
    'body.places.1.point',
    'body.places.0',
    'body.places.00.id',
    'body..text',
    '',
    '.',
    'body._sd',
    '__proto__',
    'constructor',
    'body.constructor.name',
  ])('is not made by withholding %j', (name) => {
    expect(withhold(entry, [name], making)).toMatchObject({ ok: false, reason: 'not-withheld' })
  })

  it('is not made by withholding a field twice, or one and a part of it, or what all must read', () => {
    for (const names of [
      ['body.text', 'body.text'],
      ['body', 'body.text'],
      ['body.text', 'body'],
    ]) {
      expect(withhold(entry, names, making)).toMatchObject({ ok: false, reason: 'not-withheld' })
    }
    const result = withhold(entry, ['agreement'], { ...making, alwaysOpen: ['agreement'] })
    expect(result).toMatchObject({ ok: false, reason: 'not-withheld' })
    expect(withhold(made().body, ['agreement'], making)).toMatchObject({ ok: false })
  })
})

describe('disclosures', () => {
  it('put every field back where it was', () => {
    const { body, disclosures } = made()
    const result = opened(body, disclosures)
    expect(result).toMatchObject({ ok: true, value: { body: entry, withheld: 5 } })
    expect(result.ok && result.value.disclosed.map(({ name }) => name).toSorted()).toEqual(WITHHELD.toSorted())
  })

  it('show what they are of and leave the rest withheld, which is not the same as absent', () => {
    const { body, disclosures } = made()
    const result = opened(body, disclosures.slice(1, 2))
    if (!result.ok) throw new Error(result.message)
    expect(fieldOf(result.value, 'body.text')).toEqual({ state: 'known', value: 'shelling' })
    expect(fieldOf(result.value, 'body.id')).toEqual({ state: 'withheld' })
    expect(fieldOf(result.value, 'type')).toEqual({ state: 'known', value: 'claim' })
    expect(fieldOf(result.value, 'body.toString')).toEqual({ state: 'withheld' })
    const whole = opened(entry, [])
    expect(whole.ok && fieldOf(whole.value, 'body.nothing')).toEqual({ state: 'absent' })
  })

  it('are put back in any order, and any part of them', () => {
    const names = ['body.id', 'body.text', 'body.places.0.point', 'type']
    const { body, disclosures } = made(names)
    fc.assert(
      fc.property(fc.shuffledSubarray([...disclosures.keys()]), (chosen) => {
        const result = opened(
          body,
          chosen.map((at) => disclosures[at]!),
        )
        if (!result.ok) throw new Error(result.message)
        for (const [at, name] of names.entries()) {
          expect(fieldOf(result.value, name).state).toBe(chosen.includes(at) ? 'known' : 'withheld')
        }
      }),
    )
  })

  it('fit no entry when any one bit of them is another', () => {
    const { body, disclosures } = made()
    const bytes = utf8(disclosures[1]!)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      expect(reason(body, [text(flipped(bytes, bit))])).not.toBe('opened')
    }
  })

  it('are refused when they are of another entry, given twice, or too many', () => {
    const { body, disclosures } = made()
    expect(reason(body, [raw(['s', 'body.text', 'quiet']).disclosure])).toBe('disclosure-unreferenced')
    expect(reason(body, [...disclosures, raw(['s', 'more', 1]).disclosure])).toBe('disclosure-unreferenced')
    expect(reason(body, [disclosures[0]!, disclosures[0]!])).toBe('digest-repeated')
    expect(
      reason(
        body,
        Array.from({ length: 1001 }, () => 'W10'),
      ),
    ).toBe('disclosure-malformed')
  })

  it.each([
    ['not base64url', '?'],
    ['padded', 'WyJzIiwibiIsMV0='],
    ['not JSON', encodeBase64Url(utf8('["s","n",1'))],
    ['not UTF-8', encodeBase64Url(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d))],
    ['no list', encodeBase64Url(utf8('{"a":1}'))],
    ['a list of one', encodeBase64Url(utf8('["s"]'))],
    ['a list of four', encodeBase64Url(utf8('["s","n",1,2]'))],
    ['salted with a number', encodeBase64Url(utf8('[1,"n",1]'))],
    ['named with a number', encodeBase64Url(utf8('["s",1,1]'))],
    ['a value in which a name occurs twice', encodeBase64Url(utf8('["s","n",{"a":1,"\\u0061":2}]'))],
    ['an infinite value', encodeBase64Url(utf8('["s","n",1e999]'))],
    ['a list in lists in lists', encodeBase64Url(utf8(`["s","n",${'['.repeat(90)}${']'.repeat(90)}]`))],
    ['a text of quotes without an end', encodeBase64Url(utf8(`["s","${'\\"'.repeat(70_000)}`))],
    ['longer than an entry', 'A'.repeat(200_001)],
  ])('are refused when one is %s', (_, disclosure) => {
    expect(decodeDisclosure(disclosure)).toBeNull()
    expect(reason({ _sd: [disclosureDigest(sha256, disclosure)] }, [disclosure])).toBe('disclosure-malformed')
  })

  it('are read however their JSON is spaced, and their digest is that of the spelling', () => {
    const [one, other] = [raw('["s", "n", "ö"]'), raw('["s","n","\\u00f6"]')]
    expect(decodeDisclosure(one.disclosure)).toEqual(decodeDisclosure(other.disclosure))
    expect(reason({ _sd: [one.digest] }, [one.disclosure])).toBe('opened')
    expect(reason({ _sd: [one.digest] }, [other.disclosure])).toBe('disclosure-unreferenced')
  })
})

describe('a body with digests', () => {
  const field = raw(['s', 'a', 1])
  const element = raw(['s', 'FR'])

  it('may have them at any level, in lists, and in what is disclosed', () => {
    const inner = raw(['s', 'deep', { _sd: [field.digest] }])
    const body = { list: ['DE', { '...': element.digest }, { '...': 'unknown' }], o: { _sd: [inner.digest, 'decoy'] } }
    expect(opened(body, [field.disclosure, element.disclosure, inner.disclosure])).toMatchObject({
      ok: true,
      value: { body: { list: ['DE', 'FR'], o: { deep: { a: 1 } } }, withheld: 2 },
    })
  })

  it('is refused with an algorithm that is not SHA-256, at whatever spelling', () => {
    for (const algorithm of ['sha-256-32', 'SHA-256', 'sha-512', 'md5', '', null, 256]) {
      expect(reason({ _sd_alg: algorithm, _sd: [] }, [])).toBe('algorithm-unknown')
    }
    expect(reason({ _sd_alg: 'sha-256', _sd: [field.digest] }, [field.disclosure])).toBe('opened')
    expect(reason({ _sd: [field.digest] }, [field.disclosure])).toBe('opened')
  })

  it('is refused when a digest occurs twice, disclosed or not, directly or within a disclosure', () => {
    const { digest, disclosure } = field
    const nested = raw(['s', 'b', { _sd: [digest] }])
    expect(reason({ _sd: [digest, digest] }, [disclosure])).toBe('digest-repeated')
    expect(reason({ _sd: ['decoy', 'decoy'] }, [])).toBe('digest-repeated')
    expect(reason({ _sd: [digest], o: { _sd: [digest] } }, [])).toBe('digest-repeated')
    expect(reason({ _sd: ['x'], list: [{ '...': 'x' }] }, [])).toBe('digest-repeated')
    expect(reason({ _sd: [digest, nested.digest] }, [disclosure, nested.disclosure])).toBe('digest-repeated')
  })

  it('is refused when a field is disclosed as an element, or an element as a field', () => {
    expect(reason({ list: [{ '...': field.digest }] }, [field.disclosure])).toBe('wrong-shape')
    expect(reason({ _sd: [element.digest] }, [element.disclosure])).toBe('wrong-shape')
  })

  it.each(['_sd', '...', '_sd_alg', 'a._sd', '', 'a.'])('is refused when a disclosed field is called %j', (name) => {
    const { digest, disclosure } = raw(['s', name, 1])
    expect(reason({ a: {}, _sd: [digest] }, [disclosure])).toBe('name-reserved')
  })

  it('is refused when a name is taken, in the open or by another disclosure, or has no place', () => {
    const another = raw(['t', 'a', 2])
    expect(reason({ a: 0, _sd: [field.digest] }, [field.disclosure])).toBe('name-taken')
    expect(reason({ _sd: [field.digest, another.digest] }, [field.disclosure, another.disclosure])).toBe('name-taken')
    const placeless = raw(['s', 'x.y', 1])
    expect(reason({ _sd: [placeless.digest] }, [placeless.disclosure])).toBe('name-taken')
    expect(reason({ x: 'text', _sd: [placeless.digest] }, [placeless.disclosure])).toBe('name-taken')
    expect(reason({ x: ['a'], _sd: [placeless.digest] }, [placeless.disclosure])).toBe('name-taken')
  })

  it('is refused when digests are no texts, or share their place with other fields', () => {
    expect(reason({ _sd: 'x' }, [])).toBe('body-malformed')
    expect(reason({ _sd: [1] }, [])).toBe('body-malformed')
    expect(reason({ list: [{ '...': 1 }] }, [])).toBe('body-malformed')
    expect(reason({ list: [{ '...': 'x', a: 1 }] }, [])).toBe('body-malformed')
    expect(reason({ '...': 'x' }, [])).toBe('body-malformed')
  })

  it('is refused when what must be open was withheld, or is missing', () => {
    const expiry = raw(['s', 'exp', 1])
    const rules = { alwaysOpen: ['exp'] }
    expect(reason({ _sd: [expiry.digest] }, [expiry.disclosure], rules)).toBe('must-be-open')
    expect(reason({ _sd: [expiry.digest] }, [], rules)).toBe('must-be-open')
    expect(reason({ exp: 1, o: { _sd: [expiry.digest] } }, [expiry.disclosure], rules)).toBe('opened')
  })

  it('is refused in bounded work when disclosures are nested without end', () => {
    const chain = [raw(['s', 'a', 1])]
    for (let at = 1; at < 900; at++) chain.push(raw(['s', 'a', { _sd: [chain[at - 1]!.digest] }]))
    const all = chain.map(({ disclosure }) => disclosure)
    expect(reason({ _sd: [chain.at(-1)!.digest] }, all)).toBe('too-deep')
    let deep: Json = 1
    for (let at = 0; at < 10_000; at++) deep = [deep]
    expect(reason({ deep }, [])).toBe('body-malformed')
  })

  it('never reaches for what every object has', () => {
    const { digest, disclosure } = raw('["s","__proto__",{"polluted":true}]')
    const result = opened({ _sd: [digest] }, [disclosure])
    expect(result.ok && Object.keys(result.value.body)).toEqual(['__proto__'])
    expect(result.ok && 'polluted' in result.value.body).toBe(false)
    expect(reason({ _sd: [raw(['s', '__proto__.x', 1]).digest] }, [raw(['s', '__proto__.x', 1]).disclosure])).toBe(
      'name-taken',
    )
  })

  it('takes names with dots as they are where the names are plain', () => {
    const dotted = raw(['s', 'https://a.example/x', 1])
    const result = opened({ _sd: [dotted.digest] }, [dotted.disclosure], { names: 'plain' })
    expect(result.ok && result.value.body).toEqual({ 'https://a.example/x': 1 })
  })
})

describe('withholding and showing', () => {
  it('is undone by every disclosure, whatever the values', () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
    const bodies = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), json, {
      minKeys: 1,
      maxKeys: 6,
    }) as fc.Arbitrary<JsonObject>
    fc.assert(
      fc.property(bodies, fc.infiniteStream(fc.boolean()), (body, picks) => {
        fc.pre(!JSON.stringify(body).includes('"_sd') && !JSON.stringify(body).includes('"..."'))
        const names = Object.keys(body).filter(() => picks.next().value)
        const { body: signed, disclosures } = made(names, body)
        const result = opened(signed, disclosures)
        expect(result.ok && JSON.parse(JSON.stringify(result.value.body))).toEqual(JSON.parse(JSON.stringify(body)))
      }),
    )
  })

  it('writes disclosures that are read as they were', () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), json, (salt, name, value) => {
        const read = decodeDisclosure(encodeDisclosure({ salt, name, value }))
        expect(JSON.stringify(read)).toBe(JSON.stringify({ salt, name, value }))
      }),
    )
  })
})
