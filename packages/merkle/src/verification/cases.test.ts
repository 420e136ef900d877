import { describe, expect, it } from 'vitest'
import {
  examine,
  formatVerifierKey,
  hexOf,
  leafHash,
  rootOf,
  inclusionProofOf,
  signNote,
  type Examination,
} from '../index.ts'
import { ed25519 } from '@noble/curves/ed25519.js'
import { keyOf, sha256, signer, text, utf8, verify } from '../testing/crypto.ts'

const base: Examination = { keys: [], hash: sha256, verify, publicKeyOf: (seed) => ed25519.getPublicKey(seed) }
const told = (json: unknown) => examine(utf8(JSON.stringify(json)), 'cases.json', base)
const LEAVES = [0, 1, 2, 3, 4].map((byte) => leafHash(sha256, Uint8Array.of(byte)))
const INCLUSION = {
  leafIdx: '3',
  treeSize: '5',
  root: hexOf(rootOf(sha256, LEAVES)),
  leafHash: hexOf(LEAVES[3]!),
  proof: inclusionProofOf(sha256, 3, LEAVES).map(hexOf),
}
const SIGNER = signer('example.org/log', 1)
const NOTE = signNote(sha256, 'a text\n', [SIGNER])
const VKEY = formatVerifierKey(keyOf(SIGNER))

describe('a file of cases', () => {
  it('is judged case by case, alone, in a list or under any name, and says which is which', () => {
    const good = { id: 'good', ...INCLUSION }
    const bad = { id: 'bad', wantErr: true, ...INCLUSION, leafIdx: '2' }
    expect(told(good)).toMatchObject([{ id: 'good', ok: true }])
    for (const form of [[good, bad], { vectors: [good, bad] }, { source: 'x', cases: [good], traps: [bad] }]) {
      expect(told(form)).toMatchObject([
        { id: 'good', ok: true },
        { id: 'bad', ok: false, reason: 'not-included' },
      ])
    }
  })

  it('takes numbers that JSON holds exactly, and no others', () => {
    expect(told({ ...INCLUSION, leafIdx: 3, treeSize: 5 })).toMatchObject([{ ok: true }])
    for (const leafIdx of [3.5, -3, '03', '', ' 3', '0x3', 2 ** 60, null, '18446744073709551616']) {
      expect(told({ ...INCLUSION, leafIdx })).toMatchObject([{ ok: false, reason: 'malformed' }])
    }
  })

  it('takes no proof for none, and a hash of another length for a wrong one', () => {
    const alone = { ...INCLUSION, leafIdx: '0', treeSize: '1', root: INCLUSION.leafHash }
    expect(told({ ...alone, proof: null })).toMatchObject([{ ok: true }])
    expect(told({ ...INCLUSION, proof: [...INCLUSION.proof.slice(1), 'ab'] })).toMatchObject([{ ok: false }])
    expect(told({ ...INCLUSION, root: 'zz' })).toMatchObject([{ ok: false, reason: 'malformed' }])
  })

  it('calls two roots of one size what they are', () => {
    const claim = { size1: '5', size2: '5', root1: INCLUSION.root, root2: INCLUSION.leafHash, proof: [] }
    expect(told(claim)).toMatchObject([{ ok: false, reason: 'split-view' }])
    expect(told({ ...claim, root2: INCLUSION.root })).toMatchObject([{ ok: true }])
  })
})

describe('a case about a note', () => {
  it('is opened with the keys that it names alone', () => {
    const noteHex = hexOf(NOTE)
    expect(told({ cases: [{ desc: 'good', noteHex, vkeys: [VKEY] }] })).toMatchObject([{ id: 'good', ok: true }])
    expect(told({ noteHex, vkeys: [] })).toMatchObject([{ ok: false, reason: 'unverified' }])
    const changed = hexOf(utf8(text(NOTE).replace('a text', 'b text')))
    expect(told({ noteHex: changed, vkeys: [VKEY] })).toMatchObject([{ ok: false, reason: 'invalid-signature' }])
    expect(told({ noteHex: 'zz', vkeys: [VKEY] })).toMatchObject([{ ok: false, reason: 'malformed' }])
  })

  it('says which of its keys was refused', () => {
    const [item] = told({ noteHex: hexOf(NOTE), vkeys: [VKEY.replace('+', '+0').replace(/(\+0.{7})./, '$1')] })
    expect(item).toMatchObject({ ok: false, reason: 'unverified' })
    expect(item!.why).toContain('is not that of the key')
  })

  it('takes keys alone, and refuses weak ones', () => {
    expect(told({ vkey: VKEY })).toMatchObject([{ what: 'key', ok: true }])
    expect(told({ publicKeyHex: '00'.repeat(32) })).toMatchObject([{ what: 'key', ok: false, reason: 'key-weak' }])
  })
})

describe('a case about cosignatures', () => {
  const witness = signer('example.org/witness', 17, 'cosignature/v1')
  const cosignedText = 'example.org/log\n10\nHA5HAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
  const line = text(signNote(sha256, cosignedText, [witness], 1234n)).slice(cosignedText.length + 1)
  const vkey = formatVerifierKey(keyOf(witness))

  it('is judged line by line under the key that it gives, or that of its seed', () => {
    const lines = { good: [line], ignore: [['other name', line.replace('witness', 'witness-2')]] }
    const answers = [
      { id: 'good', ok: true, why: 'the witness `example.org/witness` saw this head at 1970-01-01 00:20:34 UTC' },
      { id: 'ignore: other name', ok: false, reason: 'ignored' },
    ]
    expect(told({ cosignedText, vkey, ...lines })).toMatchObject(answers)
    const seed = { keyName: witness.name, ed25519SeedHex: '11'.repeat(32) }
    expect(told({ cosignedText, ...seed, ...lines })).toMatchObject(answers)
    expect(told({ cosignedText, ...lines })).toMatchObject([{ reason: 'no-key' }, { reason: 'no-key' }])
  })

  it('does not hold over another head', () => {
    const other = cosignedText.replace('10', '11')
    expect(told({ cosignedText: other, vkey, lines: [line] })).toMatchObject([{ reason: 'cosignature-invalid' }])
  })
})
