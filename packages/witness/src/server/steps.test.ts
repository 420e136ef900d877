// What a witness answers, step by step, as the text of tlog-witness has it.
import { nodeCrypto } from '@trucekeeper/keys'
import { cosignaturesOf, parseNote, parseSignatureLines, signCheckpoint, signNote } from '@trucekeeper/merkle'
import { describe, expect, it } from 'vitest'
import { formatAddCheckpoint, originHash, openState } from '../index.ts'
import { keyOf, testLog, testSigner } from '../testing/logs.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { createWitness } from './index.ts'

const ORIGIN = 'trucekeeper.example/log'
const log = testLog(ORIGIN)
const fork = testLog(ORIGIN, 'another entry', log.signer)
const otherKey = testLog(ORIGIN, 'entry', testSigner(ORIGIN))
const otherOrigin = testLog('trucekeeper.example/other')
const witness = testSigner('witness.example', 'cosignature/v1')
const key = keyOf(witness)

async function newWitness(now = () => 1_800_000_000_000) {
  const state = await openState('/w', key, memoryStorage())
  if (!state.ok) throw new Error(state.refusal.message)
  const logs = new Map([[ORIGIN, [log.key]]])
  const onBug = (bug: unknown) => {
    throw bug
  }
  return createWitness({ signer: witness, logs, state: state.value, now, onBug })
}

type App = Awaited<ReturnType<typeof newWitness>>

async function post(app: App, body: Uint8Array | string) {
  const response = await app.request('/add-checkpoint', { method: 'POST', body: Uint8Array.from(Buffer.from(body)) })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

const zeros = new Uint8Array(32)
const flat = (root: Uint8Array, size: bigint) =>
  signCheckpoint(nodeCrypto.hash, { origin: ORIGIN, size, root, extensions: [] }, [log.signer])

/** One witness lives through all of these in turn. `size` is what it has cosigned afterwards. */
const STEPS: readonly [what: string, body: Uint8Array | string, status: number, size: number][] = [
  ['a first head that proves something', formatAddCheckpoint(0n, [zeros], log.head(3)), 422, 0],
  ['an empty tree with a root of its own', formatAddCheckpoint(0n, [], flat(zeros, 0n)), 422, 0],
  ['a first head with an old size', log.request(2, 3), 409, 0],
  ['a first head', log.request(0, 3), 200, 3],
  ['the same head again', log.request(3, 3), 200, 3],
  ['the same head with a proof', formatAddCheckpoint(3n, log.proof(2, 3), log.head(3)), 422, 3],
  ['the same head from 0', log.request(0, 3), 409, 3],
  ['another tree of the same size', fork.request(3, 3), 422, 3],
  ['a larger tree that does not begin with it', fork.request(3, 7), 422, 3],
  ['a larger tree without a proof', formatAddCheckpoint(3n, [], log.head(7)), 422, 3],
  ['a larger tree with the proof of a fork', formatAddCheckpoint(3n, fork.proof(3, 7), log.head(7)), 422, 3],
  ['a larger tree with a proof from elsewhere', formatAddCheckpoint(3n, log.proof(4, 7), log.head(7)), 422, 3],
  ['a larger tree with a hash too many', formatAddCheckpoint(3n, [...log.proof(3, 7), zeros], log.head(7)), 422, 3],
  ['a larger tree', log.request(3, 7), 200, 7],
  ['the way it came again', log.request(3, 7), 409, 7],
  ['a smaller tree', log.request(3, 5), 409, 7],
  ['an old size above that of the head', formatAddCheckpoint(7n, [], log.head(5)), 400, 7],
  ['an old size above both', formatAddCheckpoint(9n, [], log.head(8)), 400, 7],
  ['a log that is not known', otherOrigin.request(0, 1), 404, 7],
  ['a log that is not known, and an old size above its head', formatAddCheckpoint(9n, [], otherOrigin.head(1)), 404, 7],
  ['the log with another key', otherKey.request(7, 8), 403, 7],
  ['a power of two', log.request(7, 8), 200, 8],
  ['from a power of two', log.request(8, 9), 200, 9],
]

describe('a witness', () => {
  it('answers each step as the text says, and remembers what it cosigned', async () => {
    const app = await newWitness()
    for (const [what, body, status, size] of STEPS) {
      const answer = await post(app, body)
      expect(answer.status, what).toBe(status)
      if (status === 409) expect(answer, what).toMatchObject({ type: 'text/x.tlog.size', text: `${size}\n` })
      const seen = await app.request(`/${originHash(ORIGIN)}/checkpoint`)
      expect(seen.ok ? (await seen.text()).split('\n')[1] : '0', what).toBe(String(size))
    }
  })

  it('gives a cosignature that holds for the head, with the time of its clock', async () => {
    const app = await newWitness()
    const { text } = await post(app, log.request(0, 5))
    const lines = parseSignatureLines(text)
    const note = parseNote(log.head(5))
    if (!lines.ok || !note.ok) throw new Error('not as written')
    const { valid } = cosignaturesOf(note.value.text, lines.value, [key], nodeCrypto.verify)
    expect(valid).toMatchObject([{ name: 'witness.example', time: 1_800_000_000n }])
  })

  it('says whether a head has another root or a proof that fails', async () => {
    const app = await newWitness()
    await post(app, log.request(0, 3))
    expect((await post(app, fork.request(3, 3))).text).toBe('another tree of this size has been cosigned\n')
    expect((await post(app, fork.request(3, 7))).text).toBe('the proof does not show that the log only grew\n')
  })

  it('cosigns a head with other signatures beside that of the log', async () => {
    const app = await newWitness()
    const note = parseNote(log.head(2))
    if (!note.ok) throw new Error(note.message)
    const signed = signNote(nodeCrypto.hash, note.value.text, [testSigner('somebody'), log.signer, otherKey.signer])
    expect((await post(app, formatAddCheckpoint(0n, [], signed))).status).toBe(200)
    const seen = await app.request(`/${originHash(ORIGIN)}/checkpoint`)
    const kept = parseNote(new Uint8Array(await seen.arrayBuffer()))
    expect(kept.ok && kept.value.signatures.map(({ name }) => name)).toEqual([ORIGIN, 'witness.example'])
  })

  it('refuses a head on which a line of the known key does not verify', async () => {
    const app = await newWitness()
    const head = Buffer.from(log.head(2)).toString()
    const line = Buffer.from(fork.head(2)).toString().split('\n').at(-2)!
    expect((await post(app, `old 0\n\n${head}${line}\n`)).status).toBe(403)
  })

  it.each([
    ['nothing', ''],
    ['no blank line', 'old 0\n'],
    ['a size with a leading zero', 'old 00\n\n'],
    ['no size', 'old \n\n'],
    ['a sign', 'old +0\n\n'],
    ['two spaces', 'old  0\n\n'],
    ['capitals', 'Old 0\n\n'],
    ['a size beyond 64 bits', 'old 18446744073709551616\n\n'],
    ['carriage returns', 'old 0\r\n\r\n'],
    ['a line that is no base64', 'old 0\n*\n\n'],
    ['a short hash', 'old 0\nAAAA\n\n'],
    ['a hash without padding', `old 0\n${Buffer.alloc(32).toString('base64').slice(0, -1)}\n\n`],
    ['a hash in another spelling', `old 0\n${Buffer.alloc(32).toString('base64').slice(0, -2)}B=\n\n`],
    ['64 hashes', `old 0\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\n`],
    ['a blank line too many', 'old 0\n\n\n'],
  ])('refuses %s as malformed', async (_, start) => {
    const app = await newWitness()
    expect((await post(app, start + Buffer.from(log.head(1)).toString())).status).toBe(400)
  })

  it('takes 63 lines of proof for a proof, which fails', async () => {
    const app = await newWitness()
    const proof = Array.from({ length: 63 }, () => zeros)
    expect((await post(app, formatAddCheckpoint(0n, proof, log.head(1)))).status).toBe(422)
  })

  it('refuses a head cut anywhere, without its last newline too', async () => {
    const app = await newWitness()
    const whole = log.request(0, 2)
    for (let length = 0; length < whole.length; length++)
      expect((await post(app, whole.slice(0, length))).status, `${length} bytes`).toBe(400)
    expect((await post(app, whole)).status).toBe(200)
  })

  it('answers nothing else', async () => {
    const app = await newWitness()
    const get = await app.request('/add-checkpoint')
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST'])
    for (const path of ['/', '/checkpoint', `/${originHash(ORIGIN)}/checkpoint`, '/0/checkpoint', '/heads/..'])
      expect((await app.request(path)).status, path).toBe(404)
  })

  it('never gives a cosignature an earlier time than one before, when its clock is set back', async () => {
    let clock = 2_000_000_000_000
    const app = await newWitness(() => clock)
    const times: string[] = []
    const timeIn = (text: string) => Buffer.from(text.split(' ').at(-1)!, 'base64').readBigUInt64BE(4).toString()
    for (const [from, to, now] of [
      [0, 1, 2_000_000_000_000],
      [1, 2, 1_000_000_000_000],
      [2, 2, 1_000_000_001_000],
      [2, 3, 2_000_000_005_000],
      [3, 4, -5],
    ] as const) {
      clock = now
      times.push(timeIn((await post(app, log.request(from, to))).text))
    }
    expect(times).toEqual(['2000000000', '2000000000', '2000000000', '2000000005', '2000000005'])
  })
})
