// Receipts verify from the file and the keys alone, and say why when they do not.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatReceipt,
  formatVerifierKey,
  inclusionProofOf,
  leafHash,
  parsePolicy,
  parseReceipt,
  rootOf,
  signCheckpoint,
  verifyReceipt,
  type NoteSigner,
  type Policy,
  type Receipt,
  type ReceiptTrust,
} from '../index.ts'
import { flipped, keyOf, sha256, signer, text, utf8, verify } from '../testing/crypto.ts'

const log = signer('trucekeeper.example/aleppo-2016', 1)
const north = signer('north.example', 2, 'cosignature/v1')
const south = signer('south.example', 3, 'cosignature/v1')
const entries = Array.from({ length: 11 }, (_, at) => utf8(`{"body":{"at":${at}}}`))
const leaves = entries.map((entry) => leafHash(sha256, entry))

function policyOf(quorum: string, ...logs: readonly NoteSigner[]): Policy {
  const file = [
    ...logs.map((one) => `log ${formatVerifierKey(keyOf(one))}`),
    `witness north ${formatVerifierKey(keyOf(north))}`,
    `witness south ${formatVerifierKey(keyOf(south))}`,
    'group both all north south',
    `quorum ${quorum}`,
  ]
  const policy = parsePolicy(sha256, `${file.join('\n')}\n`)
  if (!policy.ok) throw new Error(policy.message)
  return policy.value
}

interface Wanted {
  readonly index?: number
  readonly signers?: readonly NoteSigner[]
  readonly origin?: string
  readonly extra?: Uint8Array | null
}

function receiptOf({ index = 6, signers = [log], origin = log.name, extra }: Wanted = {}): Uint8Array {
  const head = { origin, size: BigInt(leaves.length), root: rootOf(sha256, leaves), extensions: [] }
  return formatReceipt({
    extra: extra === undefined ? entries[index]! : extra,
    index: BigInt(index),
    proof: inclusionProofOf(sha256, index, leaves),
    checkpoint: signCheckpoint(sha256, head, signers, 1_700_000_000n),
  })
}

function outcome(receipt: Uint8Array, trust: Partial<ReceiptTrust> = { logKey: keyOf(log) }): string {
  const result = verifyReceipt(receipt, { hash: sha256, verify, ...trust })
  return result.ok ? 'holds' : result.reason
}

const changed = (receipt: Uint8Array, from: string | RegExp, to: string) => utf8(text(receipt).replace(from, to))

describe('a receipt', () => {
  it('holds for every entry, and gives the entry it proves', () => {
    for (const index of entries.keys()) {
      const result = verifyReceipt(receiptOf({ index }), { hash: sha256, verify, logKey: keyOf(log) })
      expect(result).toMatchObject({ ok: true, value: { index: BigInt(index), entry: entries[index]!, cosigned: [] } })
    }
  })

  it('holds for the entry given beside it', () => {
    const trust = { logKey: keyOf(log), entry: entries[6]! }
    expect(outcome(receiptOf({ extra: null }), trust)).toBe('holds')
    expect(outcome(receiptOf({ extra: utf8('anything') }), trust)).toBe('holds')
    expect(outcome(receiptOf(), { ...trust, entry: entries[5]! })).toBe('not-included')
    expect(outcome(receiptOf({ extra: null }))).toBe('entry-missing')
  })

  it('does not hold for an entry that differs by a bit, at another index, or over another tree', () => {
    const receipt = receiptOf()
    for (let bit = 0; bit < entries[6]!.length * 8; bit++) {
      expect(outcome(receipt, { logKey: keyOf(log), entry: flipped(entries[6]!, bit) })).toBe('not-included')
    }
    expect(outcome(changed(receipt, 'index 6', 'index 7'))).toBe('not-included')
    expect(outcome(changed(receipt, 'index 6', 'index 11'))).toBe('index-outside')
    expect(outcome(changed(receipt, '\n11\n', '\n12\n'))).toBe('log-signature-invalid')
  })

  it('does not hold under another key, another log, or no signature of the log', () => {
    const imposter = signer(log.name, 8)
    expect(outcome(receiptOf({ signers: [imposter] }))).toBe('log-signature-missing')
    expect(outcome(receiptOf({ signers: [imposter, log] }))).toBe('holds')
    expect(outcome(receiptOf(), { logKey: keyOf(signer('other.example', 1)) })).toBe('log-unknown')
    expect(outcome(receiptOf({ origin: 'other.example' }))).toBe('log-unknown')
    expect(outcome(receiptOf({ origin: 'other.example' }), { logKey: keyOf(log), origin: 'other.example' })).toBe(
      'holds',
    )
    expect(outcome(receiptOf(), {})).toBe('log-unknown')
  })

  it('holds as the policy says, with the logs and witnesses it lists', () => {
    const both = receiptOf({ signers: [log, north, south] })
    const one = receiptOf({ signers: [log, north] })
    expect(outcome(both, { policy: policyOf('both', log) })).toBe('holds')
    expect(outcome(one, { policy: policyOf('both', log) })).toBe('quorum-missing')
    expect(outcome(one, { policy: policyOf('north', log) })).toBe('holds')
    expect(outcome(one, { policy: policyOf('south', log) })).toBe('quorum-missing')
    expect(outcome(receiptOf(), { policy: policyOf('none', log) })).toBe('holds')
    expect(outcome(one, { policy: policyOf('north') })).toBe('log-unknown')
    expect(outcome(one, { policy: policyOf('north'), logKey: keyOf(log) })).toBe('holds')
    const contrary = { policy: policyOf('north', signer('b', 5)), logKey: keyOf(log) }
    expect(outcome(one, contrary)).toBe('log-not-in-policy')
    const result = verifyReceipt(both, { hash: sha256, verify, policy: policyOf('both', log) })
    expect(result.ok && [result.value.cosigned, result.value.cosignatures[0]!.time]).toEqual([
      ['north', 'south'],
      1_700_000_000n,
    ])
  })

  it('is spoilt by a cosignature of a known witness that does not fit', () => {
    const receipt = receiptOf({ signers: [log, north, south] })
    const later = receiptOf({ signers: [log, signer('north.example', 7, 'cosignature/v1'), south] })
    expect(outcome(later, { policy: policyOf('south', log) })).toBe('holds')
    const line = /(— north\.example .{40})(.)/u
    const turned = changed(receipt, line, text(receipt).match(line)![2] === 'A' ? '$1B' : '$1A')
    expect(outcome(turned, { policy: policyOf('south', log) })).toBe('cosignature-invalid')
  })

  it('says in words why it does not hold', () => {
    const result = verifyReceipt(receiptOf({ signers: [log, north] }), {
      hash: sha256,
      verify,
      policy: policyOf('both', log),
    })
    expect(result.ok ? '' : result.message).toBe(
      'too few witnesses have seen this head: 1 of the 2 in `both` cosigned, of which 2 must',
    )
  })
})

describe('the file of a receipt', () => {
  it('is that of tlog-proof', () => {
    const lines = text(receiptOf({ extra: utf8('more') })).split('\n')
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra bW9yZQ==', 'index 6'])
    expect(lines.slice(7, 10)).toEqual(['', 'trucekeeper.example/aleppo-2016', '11'])
  })

  it.each([
    ['another first line', /@v1/, '@v2'],
    ['a space after the first line', /@v1/, '@v1 '],
    ['no index', /index \d+\n/, ''],
    ['an index in hex', /index \d+/, 'index 0x6'],
    ['a zero before the index', /index /, 'index 0'],
    ['two spaces before the index', /index /, 'index  '],
    ['an index beyond 64 bits', /index \d+/, 'index 18446744073709551616'],
    ['the index before the extra data', /(extra .*)\n(index .*)/, '$2\n$1'],
    ['extra data twice', /(extra .*)\n/, '$1\n$1\n'],
    ['empty extra data', /extra .*/, 'extra '],
    ['extra data that is no base64', /extra .*/, 'extra ?'],
    ['a hash cut short', /=\n\n/, '\n\n'],
    ['a hash of 31 bytes', /\n.{44}\n\n/, `\n${'A'.repeat(42)}==\n\n`],
    ['a space after a hash', /=\n\n/, '= \n\n'],
    ['65 hashes', /\n\n/, `\n${`${'A'.repeat(43)}=\n`.repeat(65)}\n`],
    ['a head that is no note', /\n\n[^]*/, '\n\nnothing\n'],
    ['a head that is none', /\n11\n/, '\n011\n'],
    ['carriage returns', /\n/g, '\r\n'],
    ['nothing', /[^]*/, ''],
  ])('is refused with %s', (_, from, to) => {
    expect(outcome(changed(receiptOf(), from, to))).toBe('malformed')
  })

  it('is read as it was written', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const receipts: fc.Arbitrary<Receipt> = fc.record({
      extra: fc.option(fc.uint8Array({ minLength: 1, maxLength: 50 })),
      index: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      proof: fc.array(bytes(32), { maxLength: 64 }),
      checkpoint: fc.constantFrom('a\n1\nAA==\n\n— a AAAAAAA=\n', 'any text\n\n\nat all\n').map(utf8),
    })
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(parseReceipt(formatReceipt(receipt))).toEqual({ ok: true, value: receipt })
      }),
    )
  })

  it('is refused or read, but never throws, whatever the bytes', () => {
    const soup = fc.array(
      fc.constantFrom('c2sp.org/tlog-proof@v1', '\n', '\n\n', 'extra ', 'index ', '0', 'AAAA', '=', '— a AAAAAAA='),
      { maxLength: 16 },
    )
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      soup.map((parts) => utf8(parts.join(''))),
    )
    fc.assert(
      fc.property(noise, (bytes) => {
        expect(outcome(bytes)).not.toBe('holds')
        const read = parseReceipt(bytes)
        if (read.ok) expect(formatReceipt(read.value)).toEqual(bytes)
      }),
      { numRuns: 1000 },
    )
  })

  it('is not written when it could not be read', () => {
    const sound: Receipt = { extra: null, index: 0n, proof: [], checkpoint: new Uint8Array(0) }
    const bad: Partial<Receipt>[] = [
      { index: -1n },
      { proof: [new Uint8Array(31)] },
      { proof: Array.from({ length: 65 }, () => new Uint8Array(32)) },
      { extra: new Uint8Array(0) },
    ]
    for (const change of bad) expect(() => formatReceipt({ ...sound, ...change })).toThrow(RangeError)
  })
})
