// The cosignatures of a policy's witnesses, with some of them away, behind, ahead or of another mind.
import { nodeCrypto } from '@trucekeeper/keys'
import { cosignaturesOf, formatVerifierKey, parseNote, parsePolicy, type Policy } from '@trucekeeper/merkle'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyOf, testLog, testSigner } from '../testing/logs.ts'
import { served, valueOf, type Served } from '../testing/served.ts'
import { askWitness, gatherCosignatures } from './index.ts'

const log = testLog('trucekeeper.example/log')
let north: Served
let south: Served

beforeEach(async () => {
  ;[north, south] = await Promise.all([served([log.key], 'north.example'), served([log.key], 'south.example')])
})
afterEach(() => Promise.all([north.end(), south.end()]))

function policyOf(quorum: string): Policy {
  const away = keyOf(testSigner('away.example', 'cosignature/v1'))
  const silent = keyOf(testSigner('silent.example', 'cosignature/v1'))
  const policy = parsePolicy(
    nodeCrypto.hash,
    [
      `log ${formatVerifierKey(log.key)}`,
      `witness north ${formatVerifierKey(north.key)} ${north.url}`,
      `witness south ${formatVerifierKey(south.key)} ${south.url}`,
      // A port at which no client may ask.
      `witness away ${formatVerifierKey(away)} http://127.0.0.1:9/`,
      `witness silent ${formatVerifierKey(silent)}`,
      'group two 2 north south away silent',
      `quorum ${quorum}`,
      '',
    ].join('\n'),
  )
  if (!policy.ok) throw new Error(policy.message)
  return policy.value
}

const headOf = (size: number) => ({
  note: log.head(size),
  proofFrom: (from: bigint) => log.proof(Number(from), size),
})

describe('the cosignatures of a policy', () => {
  it('come from those who answer, and for the others it is said why', async () => {
    const gathered = valueOf(await gatherCosignatures(policyOf('two'), headOf(5)))
    expect(gathered.quorum).toMatchObject({ met: true, cosigned: ['north', 'south'] })
    expect(gathered.notCosigned.map(({ name, refusal }) => [name, refusal.code])).toEqual([
      ['away', 'unreachable'],
      ['silent', 'url-missing'],
    ])
    expect(gathered.alarms).toEqual([])
    const note = parseNote(gathered.note)
    if (!note.ok) throw new Error(note.message)
    expect(note.value.signatures.map(({ name }) => name)).toEqual([log.key.name, 'north.example', 'south.example'])
    const { valid } = cosignaturesOf(note.value.text, note.value.signatures, [north.key, south.key], nodeCrypto.verify)
    expect(valid.length).toBe(2)
  })

  it('do not make a quorum that asks for somebody who is away', async () => {
    const { quorum } = valueOf(await gatherCosignatures(policyOf('away'), headOf(5)))
    expect(quorum).toMatchObject({ met: false, cosigned: ['north', 'south'] })
  })

  it('are asked for from the size that each witness has', async () => {
    const asked: bigint[] = []
    await askWitness(north.url, { ...headOf(3), oldSize: 0n }, { key: north.key })
    const head = {
      note: log.head(9),
      proofFrom(from: bigint) {
        asked.push(from)
        return log.proof(Number(from), 9)
      },
    }
    const gathered = valueOf(await gatherCosignatures(policyOf('two'), { ...head, oldSizes: new Map([['north', 3n]]) }))
    expect(gathered.quorum.met).toBe(true)
    expect(asked).toEqual([3n])
  })

  it('take the place of earlier ones of the same witness, and leave the rest', async () => {
    const first = valueOf(await gatherCosignatures(policyOf('two'), headOf(5)))
    await south.end()
    south = await served([log.key], 'elsewhere.example')
    const again = valueOf(await gatherCosignatures(policyOf('two'), { ...headOf(5), note: first.note }))
    const note = parseNote(again.note)
    expect(note.ok && note.value.signatures.map(({ name }) => name).toSorted()).toEqual([
      'elsewhere.example',
      'north.example',
      'south.example',
      log.key.name,
    ])
  })

  it('raise an alarm where one witness has seen more than we hold', async () => {
    await askWitness(north.url, { ...headOf(9), oldSize: 0n }, { key: north.key })
    const { alarms, quorum } = valueOf(await gatherCosignatures(policyOf('two'), headOf(5)))
    expect(alarms).toMatchObject([{ name: 'north', refusal: { code: 'witness-ahead', size: 9n } }])
    expect(quorum).toMatchObject({ met: false, cosigned: ['south'] })
  })

  it('are not asked for a head that is none', async () => {
    const gathered = await gatherCosignatures(policyOf('two'), { ...headOf(5), note: new Uint8Array(2) })
    expect(gathered).toMatchObject({ ok: false, refusal: { code: 'head-malformed' } })
  })
})
