import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examine, parsePolicy, formatVerifierKey, type Examination, type NamedFile } from '../index.ts'
import { flipped, keyOf, sha256, signer, text, utf8, verify } from '../testing/crypto.ts'
import { AUTHOR, AUTHOR_ID, consistency, entry, head, LOG, receipt, WITNESS } from '../testing/log.ts'

const KEY = keyOf(LOG)
const ENTRIES = ['first', 'second', 'third', 'fourth', 'fifth'].map((quote) => entry(quote))
const base: Examination = { keys: [KEY], hash: sha256, verify }
const told = (bytes: Uint8Array, more: Partial<Examination> = {}) => examine(bytes, 'file', { ...base, ...more })
const file = (name: string, bytes: Uint8Array): NamedFile => ({ name, bytes })

describe('a receipt with the entry inside', () => {
  it('holds with the file and the key of the log alone', () => {
    expect(told(receipt(ENTRIES, 2))).toEqual([
      { what: 'head', ok: true, why: 'the log `example.org/truce` signed this head of 5 entries' },
      {
        what: 'entry',
        ok: true,
        why: 'the entry is number 3 of the 5 (index 2) that the log `example.org/truce` had signed on this head',
      },
    ])
  })

  it('is not proved without a key', () => {
    expect(told(receipt(ENTRIES, 2), { keys: [] })).toMatchObject([
      { ok: false, reason: 'no-key', why: 'not proved: no key given' },
    ])
  })

  it('is not proved with the key of another log', () => {
    const [item] = told(receipt(ENTRIES, 2), { keys: [keyOf(signer('example.org/other', 8))] })
    expect(item).toMatchObject({ ok: false, reason: 'log-unknown' })
  })

  it('does not hold under another key of the same name', () => {
    const [item] = told(receipt(ENTRIES, 2), { keys: [keyOf(signer(LOG.name, 8))] })
    expect(item).toMatchObject({ ok: false, reason: 'log-signature-missing' })
  })

  it('does not hold with any bit turned over, and always says why', () => {
    const bytes = receipt(ENTRIES, 2)
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const items = told(flipped(bytes, bit))
        const bad = items.filter(({ ok }) => !ok)
        expect(bad.length).toBeGreaterThan(0)
        for (const { why, help } of bad) expect(why.length > 10 && help!.length > 10).toBe(true)
      }),
    )
  })

  it('says that the signature does not hold when the head was changed', () => {
    const changed = utf8(text(receipt(ENTRIES, 2)).replace('\n5\n', '\n6\n'))
    expect(told(changed)).toMatchObject([
      {
        reason: 'log-signature-invalid',
        why: "the signature of `example.org/truce` does not hold: the head was changed, or it is another log's",
      },
    ])
  })

  it('says that the entry was changed when the head holds all the same', () => {
    expect(told(receipt(ENTRIES, 2, { extra: ENTRIES[1]!.bytes }))).toMatchObject([
      { what: 'head', ok: true },
      { what: 'entry', ok: false, reason: 'not-included' },
    ])
  })

  it('asks for the entry when it does not hold it, and takes it', () => {
    const bare = receipt(ENTRIES, 2, { extra: null })
    expect(told(bare)).toMatchObject([{ ok: true }, { ok: false, reason: 'entry-missing' }])
    expect(told(bare, { entry: ENTRIES[2]!.bytes }).every(({ ok }) => ok)).toBe(true)
  })

  it('says who witnessed its head, and when', () => {
    const items = told(receipt(ENTRIES, 2, { time: 1_473_786_000n }), { keys: [KEY, keyOf(WITNESS)] })
    expect(items.map(({ why }) => why)).toContainEqual(
      'the witness `example.org/witness` saw this head at 2016-09-13 17:00:00 UTC, and no fork of the log until then',
    )
  })

  it('does not hold when the policy asks for a witness that has not seen it', () => {
    const policy = parsePolicy(
      sha256,
      `log ${formatVerifierKey(KEY)}\nwitness w ${formatVerifierKey(keyOf(WITNESS))}\nquorum w\n`,
    )
    if (!policy.ok) throw new Error(policy.message)
    const trust = { keys: [], policy: policy.value }
    expect(told(receipt(ENTRIES, 2), trust)).toContainEqual(expect.objectContaining({ reason: 'quorum-missing' }))
    expect(told(receipt(ENTRIES, 2, { time: 1n }), trust).every(({ ok }) => ok)).toBe(true)
  })

  it('says who signed the entry when the author’s key is given', () => {
    const items = told(receipt(ENTRIES, 2), { keys: [KEY, keyOf(AUTHOR)] })
    const why = `the entry is signed with the key \`${AUTHOR_ID}\`, which was given as that of \`a-monitor\``
    expect(items).toContainEqual({ what: 'author', ok: true, why })
  })

  it('does not hold when the entry was made for another log', () => {
    const foreign = [entry('said elsewhere', [], 'example.org/elsewhere')]
    expect(told(receipt(foreign, 0))).toContainEqual(expect.objectContaining({ reason: 'other-log' }))
  })
})

describe('disclosures', () => {
  const made = entry('the clinic on Sheikh Road', ['body.quote', 'body.speaker'])
  const all = [made, ...ENTRIES]
  const shows = (disclosures: readonly string[]) => file('shown.json', utf8(JSON.stringify(disclosures)))

  it('open fields of the entry that a receipt holds', () => {
    const items = told(receipt(all, 0), { others: [shows(made.disclosures.slice(0, 1))] })
    expect(items.at(-1)).toMatchObject({ what: 'disclosures', ok: true })
    expect(items.at(-1)!.why).toContain('it opens `body.quote`; 7 digests stand for what else is withheld')
  })

  it('do not hold for another entry, nor when one letter was changed', () => {
    const others = [shows(made.disclosures)]
    expect(told(receipt(all, 1), { others }).at(-1)).toMatchObject({ reason: 'disclosure-unreferenced' })
    const changed = [shows([made.disclosures[0]!.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))])]
    expect(told(receipt(all, 0), { others: changed }).at(-1)).toMatchObject({ what: 'disclosures', ok: false })
  })

  it('prove nothing alone, and hold beside the entry', () => {
    const { bytes } = shows(made.disclosures)
    expect(told(bytes)).toMatchObject([{ ok: false, reason: 'entry-missing' }])
    expect(told(bytes, { others: [file('r', receipt(all, 0))] })).toMatchObject([{ ok: true }])
  })
})

describe('heads', () => {
  const old = file('old', head(ENTRIES.slice(0, 2)))
  const proof = file('proof', consistency(ENTRIES, 2))

  it('of one history are told as such when the proof between them is given', () => {
    const items = told(head(ENTRIES), { others: [old, proof] })
    expect(items.map(({ ok }) => ok)).toEqual([true, true])
    expect(items[1]!.why).toContain('the later only adds to the earlier')
  })

  it('that differ at the same size are proof of a split view', () => {
    const other = [...ENTRIES.slice(0, 4), entry('another')]
    const items = told(head(ENTRIES), { others: [file('b', head(other))] })
    expect(items[1]).toMatchObject({ ok: false, reason: 'split-view' })
    expect(items[1]!.why).toContain('proof of a split view')
  })

  it('are held against the heads of receipts as well', () => {
    const other = [...ENTRIES.slice(0, 4), entry('another')]
    const items = told(receipt(ENTRIES, 0), { others: [file('b', receipt(other, 0))] })
    expect(items).toContainEqual(expect.objectContaining({ reason: 'split-view' }))
  })

  it('whose proof does not join them may be a split view', () => {
    const forked = [entry('another'), ...ENTRIES.slice(1)]
    const items = told(head(forked), { others: [old, proof] })
    expect(items[1]).toMatchObject({ ok: false, reason: 'not-consistent' })
    expect(items[1]!.why).toContain('split view')
  })

  it('accuse nobody when the other head is not signed by the log', () => {
    const forged = utf8(
      text(head([...ENTRIES.slice(0, 4), entry('another')])).replace(/— .*$/m, '— example.org/truce AAAAAAA='),
    )
    expect(told(head(ENTRIES), { others: [file('forged', forged)] })).toHaveLength(1)
  })
})

describe('an entry by itself', () => {
  it('proves nothing without a receipt, and is proved by one', () => {
    const { bytes } = ENTRIES[3]!
    expect(told(bytes)).toMatchObject([{ ok: false, reason: 'no-receipt' }])
    for (const extra of [null, bytes]) {
      expect(told(bytes, { others: [file('r', receipt(ENTRIES, 3, { extra }))] })).toMatchObject([{ ok: true }])
    }
    expect(told(bytes, { others: [file('r', receipt(ENTRIES, 2))] })).toMatchObject([{ ok: false }])
  })

  it('is not read in a second spelling', () => {
    const spaced = utf8(text(ENTRIES[0]!.bytes).replace('{"body":', '{ "body":'))
    expect(told(spaced)).toMatchObject([{ ok: false, reason: 'malformed' }])
  })

  it('does not hold with the signature of another', () => {
    const { bytes } = ENTRIES[0]!
    const forged = utf8(text(bytes).replace('first', 'second'))
    expect(told(forged, { keys: [keyOf(AUTHOR)] })).toContainEqual(
      expect.objectContaining({ reason: 'author-signature-invalid' }),
    )
  })
})

describe('whatever is handed over', () => {
  it('is answered, with a reason where it does not hold', () => {
    const sample = fc.constantFrom(
      receipt(ENTRIES, 2),
      head(ENTRIES),
      ENTRIES[0]!.bytes,
      consistency(ENTRIES, 2),
      utf8(`${formatVerifierKey(KEY)}\n`),
    )
    const spoilt = fc
      .tuple(sample, fc.nat(400), fc.uint8Array({ maxLength: 8 }))
      .map(([bytes, at, put]) => Uint8Array.from([...bytes.slice(0, at), ...put, ...bytes.slice(at + put.length)]))
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 60 }), fc.json().map(utf8)), (bytes) => {
        const others = [file('other', receipt(ENTRIES, 1))]
        const items = told(bytes, { others })
        expect(items.length).toBeGreaterThan(0)
        for (const { ok, help } of items) expect(ok || help !== undefined).toBe(true)
      }),
    )
  })

  it('is answered however deep it nests and however long it is', () => {
    for (const bytes of [
      utf8('['.repeat(100_000)),
      utf8('{"a":'.repeat(5000)),
      utf8(`{"body":${'['.repeat(60_000)}`),
    ]) {
      expect(told(bytes)).toMatchObject([{ ok: false }])
    }
  })
})
