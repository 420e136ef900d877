// What is posted to a witness is read as it was written.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAddCheckpoint, MOST_PROOF_LINES, parseAddCheckpoint } from './request.ts'
import { testLog } from './testing/logs.ts'

const log = testLog('trucekeeper.example/log')
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('a request', () => {
  it('is read as it was written', () => {
    const note = log.head(5)
    const proofs = fc.array(digest, { maxLength: MOST_PROOF_LINES })
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), proofs, (oldSize, proof) => {
        const request = parseAddCheckpoint(formatAddCheckpoint(oldSize, proof, note))
        expect(request).toMatchObject({ ok: true, value: { oldSize, proof, checkpoint: { size: 5n } } })
      }),
    )
  })

  it('is that of the example in the text', () => {
    const request = parseAddCheckpoint(
      Buffer.from(`old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`),
    )
    expect(request).toMatchObject({
      ok: true,
      value: { oldSize: 20_852_014n, checkpoint: { origin: 'example.com/behind-the-sofa', size: 20_852_163n } },
    })
    expect(request.ok && [request.value.proof.length, request.value.note.signatures.length]).toEqual([4, 2])
  })

  it('is never written with more lines of proof than a witness may be sent', () => {
    const proof = Array.from({ length: MOST_PROOF_LINES + 1 }, () => new Uint8Array(32))
    expect(() => formatAddCheckpoint(1n, proof, log.head(5))).toThrow(RangeError)
  })
})
