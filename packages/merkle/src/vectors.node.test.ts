// The vectors that transparency logs share, where they are laid beside the project.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  cosignaturesOf,
  decodeDisclosure,
  disclosureDigest,
  leafHash,
  openCheckpoint,
  openDisclosures,
  openNote,
  parseCheckpoint,
  parseSignatureLines,
  parseVerifierKey,
  signNote,
  verifyConsistency,
  verifyInclusion,
  type Hash,
  type JsonObject,
} from './index.ts'
import { keyOf, signerOf, text, unhex, utf8, verify } from './testing/crypto.ts'

const sha256: Hash = (input) => createHash('sha256').update(input).digest()
const FOLDER = new URL('../../../../shared/vectors/', import.meta.url)
const HERE = existsSync(FOLDER)

function vectors<T>(path: string, none: T): T {
  return HERE ? JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) : none
}

interface Inclusion {
  readonly id: string
  readonly wantErr: boolean
  readonly leafIdx: string
  readonly treeSize: string
  readonly root: string
  readonly leafHash: string
  readonly proof: readonly string[]
}
interface Consistency {
  readonly id: string
  readonly wantErr: boolean
  readonly size1: string
  readonly size2: string
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[]
}
interface NoteCase {
  readonly desc: string
  readonly noteHex: string
  readonly vkeys: readonly string[]
  readonly want: string
  readonly verifiedNames: readonly string[]
}
interface HeadCase {
  readonly desc: string
  readonly textHex: string
  readonly wantErr: boolean
}

describe.skipIf(!HERE)('the shared vectors (skipped where ../shared is not laid beside the project)', () => {
  const { vectors: inclusions } = vectors<{ vectors: Inclusion[] }>('merkle/inclusion.json', { vectors: [] })
  it.each(inclusions)('of inclusion: $id', (vector) => {
    const claim = {
      index: BigInt(vector.leafIdx),
      size: BigInt(vector.treeSize),
      leafHash: unhex(vector.leafHash),
      root: unhex(vector.root),
      proof: vector.proof.map(unhex),
    }
    expect(verifyInclusion(sha256, claim)).toBe(!vector.wantErr)
  })

  const { vectors: consistencies } = vectors<{ vectors: Consistency[] }>('merkle/consistency.json', { vectors: [] })
  it.each(consistencies)('of consistency: $id', (vector) => {
    const claim = {
      oldSize: BigInt(vector.size1),
      newSize: BigInt(vector.size2),
      oldRoot: unhex(vector.root1),
      newRoot: unhex(vector.root2),
      proof: vector.proof.map(unhex),
    }
    expect(verifyConsistency(sha256, claim)).toBe(!vector.wantErr)
  })

  const notes = vectors<{ cases: NoteCase[] }>('signed-note/open.json', { cases: [] })
  it.each(notes.cases)('of notes: $desc', ({ noteHex, vkeys, want, verifiedNames }) => {
    const keys = vkeys.flatMap((vkey) => {
      const key = parseVerifierKey(sha256, vkey)
      return key.ok ? [key.value] : []
    })
    const note = openNote(unhex(noteHex), keys, verify)
    expect(note.ok ? 'ok' : note.reason).toBe(want.replace('malformed-go', 'malformed'))
    expect(note.ok ? note.value.verified.map(({ name }) => name) : []).toEqual(verifiedNames)
  })

  const heads = vectors<{ cases: HeadCase[]; tsTraps: HeadCase[] }>('tlog-checkpoint/parse.json', {
    cases: [],
    tsTraps: [],
  })
  it.each([...heads.cases, ...heads.tsTraps])('of heads: $desc', ({ textHex, wantErr }) => {
    expect(parseCheckpoint(unhex(textHex)).ok).toBe(!wantErr)
  })

  it('of cosignatures: the good is made and taken, the others are ignored', () => {
    const vector = vectors('tlog-cosignature/ed25519.json', {
      cosignedText: '',
      ed25519SeedHex: '',
      keyName: '',
      timestamp: '0',
      good: [''],
      ignore: [['', '']],
      logCheckpoint: { seedHex: '', note: '' },
    })
    const witness = signerOf(vector.keyName, unhex(vector.ed25519SeedHex), 'cosignature/v1')
    const time = BigInt(vector.timestamp)
    const sorted = (line: string) => {
      const lines = parseSignatureLines(line)
      if (!lines.ok) throw new Error(lines.message)
      return cosignaturesOf(vector.cosignedText, lines.value, [keyOf(witness)], verify)
    }
    for (const line of vector.good) {
      expect(sorted(line).valid).toMatchObject([{ time, name: vector.keyName }])
      expect(text(signNote(sha256, vector.cosignedText, [witness], time))).toBe(`${vector.cosignedText}\n${line}`)
    }
    for (const [, line] of vector.ignore) expect(sorted(line!)).toMatchObject({ valid: [], invalid: [], ignored: [{}] })
    const { seedHex, note } = vector.logCheckpoint
    const log = signerOf(note.slice(0, note.indexOf('\n')), unhex(seedHex))
    expect(openCheckpoint(utf8(note), keyOf(log), verify)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 10n } },
    })
  })

  it('of RFC 9901: every disclosure is read, and has its digest whatever its spelling', () => {
    const { positive, equivalentEncodingsDifferentDigest: others } = vectors('sd-jwt/sd-jwt.json', {
      positive: [{ disclosure: '', digest: '', decoded: [''] }],
      equivalentEncodingsDifferentDigest: [{ disclosure: '', digest: '' }],
    })
    for (const { disclosure, digest, decoded } of positive) {
      expect(disclosureDigest(sha256, disclosure)).toBe(digest)
      const read = decodeDisclosure(disclosure)
      expect([read?.salt, read?.name, read?.value].filter((part) => part !== null)).toEqual(decoded)
    }
    for (const { disclosure, digest } of others) {
      expect(disclosureDigest(sha256, disclosure)).toBe(digest)
      expect(decodeDisclosure(disclosure)).toEqual(decodeDisclosure(positive[0]!.disclosure))
    }
  })

  it('of an entry with withheld fields: its disclosures are of it, and its leaf has its hash', () => {
    const golden = vectors('disclosure/proto.json', {
      open: {},
      secret: {},
      leafUtf8: '{}',
      leafHashHex: '',
      disclosures: [''],
    })
    expect(leafHash(sha256, utf8(golden.leafUtf8))).toEqual(sha256(utf8(`\u0000${golden.leafUtf8}`)))
    expect(Buffer.from(leafHash(sha256, utf8(golden.leafUtf8))).toString('hex')).toBe(golden.leafHashHex)
    const { body } = JSON.parse(golden.leafUtf8) as { body: JsonObject }
    const opened = openDisclosures(body, golden.disclosures, { hash: sha256, names: 'plain' })
    expect(opened).toMatchObject({ ok: true, value: { body: { ...golden.open, ...golden.secret }, withheld: 2 } })
  })
})
