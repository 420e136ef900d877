import { ed25519 } from '@noble/curves/ed25519.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, takeEntry } from '../index.ts'
import {
  EMPTY_REGISTER,
  keyHistory,
  keyIdOfPublic,
  possessionMessage,
  withKeyEvent,
  type KeyChecks,
  type KeyEntryBody,
  type KeyEvent,
} from './index.ts'

const AGREEMENT = 'trucekeeper.example/aleppo-2016'
const CHECKS: KeyChecks = {
  agreement: AGREEMENT,
  verify: (key, message, signature) => ed25519.verify(signature, message, key, { zip215: false }),
  refusedKey: (key) => (key.every((byte) => byte === 0) ? 'is weak' : null),
}

const base64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A key whose seed is one byte, 32 times. */
function keyOf(seed: number) {
  const secret = new Uint8Array(32).fill(seed)
  const publicKey = ed25519.getPublicKey(secret)
  const key = base64Url(publicKey)
  return { id: keyIdOfPublic(publicKey), key, sign: (message: Uint8Array) => base64Url(ed25519.sign(message, secret)) }
}
type Key = ReturnType<typeof keyOf>

const FOUNDER = keyOf(1)
const PARTY = keyOf(2)
const OFFICER = keyOf(3)
const OUTSIDER = keyOf(4)
const NEXT = keyOf(5)

const registration = (key: Key, person: string, organisation: string | null, agreement = AGREEMENT): KeyEntryBody => {
  const said = { does: 'register', key: key.key, person, device: 'laptop', organisation } as const
  return { ...said, proof: key.sign(possessionMessage(agreement, said)) }
}
const rotation = (next: Key, replaces: Key, by: Key = next): KeyEntryBody => {
  const said = { does: 'rotate', key: next.key, replaces: replaces.id } as const
  return { ...said, proof: by.sign(possessionMessage(AGREEMENT, said)) }
}
const revocation = (key: Key, from_index: number): KeyEntryBody => ({
  does: 'revoke',
  key: key.id,
  from_index,
  reason: 'the laptop is lost',
})
const compromise = (key: Key, since_index: number): KeyEntryBody => ({
  does: 'compromised',
  key: key.id,
  since_index,
  reason: 'the laptop was out of sight',
})
const at = (index: number, author: Key, body: KeyEntryBody): KeyEvent => ({
  index,
  author: author.id,
  body: nameKey(body),
})

/** The founder, party A and its officer, an outsider: places 0, 3, 5, 6. */
const BEGUN = [
  at(0, FOUNDER, registration(FOUNDER, 'a mediator', 'secretariat')),
  at(3, FOUNDER, registration(PARTY, 'a party officer', 'Party A')),
  at(5, PARTY, registration(OFFICER, 'a second officer', 'Party A')),
  at(6, FOUNDER, registration(OUTSIDER, 'an outsider', null)),
]
const history = (...more: KeyEvent[]) => keyHistory([...BEGUN, ...more], CHECKS)
const why = (...more: KeyEvent[]) => history(...more).refused.map(({ refusal }) => refusal.code)

describe('an entry about a key', () => {
  it('comes through the door under the name of its content', () => {
    for (const body of [
      registration(FOUNDER, 'a mediator', null),
      rotation(NEXT, PARTY),
      revocation(PARTY, 7),
      compromise(PARTY, 7),
    ]) {
      const entry = {
        type: 'key',
        received_at: '2016-09-13T20:00+03:00',
        recorded_by: 'a mediator',
        body: nameKey(body),
      }
      expect(takeEntry(entry)).toEqual({ ok: true, value: entry })
      expect(nameKey(body).id).toMatch(/^reg_[0-9a-f]{20}$/)
    }
  })

  it.each([
    ['key', 'AAAA', 'entry.body.key'],
    ['key', `${FOUNDER.key.slice(0, -1)}B`, 'entry.body.key'],
    ['proof', 'x'.repeat(86), 'entry.body.proof'],
    ['person', 'P\u0430rty A', 'entry.body.person'],
    ['device', '', 'entry.body.device'],
    ['organisation', undefined, 'entry.body.organisation'],
    ['private', 'x', 'entry.body.private'],
    ['does', 'forget', 'entry.body.does'],
  ])('is refused at the field that is wrong: %s', (field, value, path) => {
    const body = { ...nameKey(registration(FOUNDER, 'a mediator', null)), [field]: value }
    const taken = takeEntry({ type: 'key', received_at: '2016-09-13T20:00+03:00', recorded_by: 'a', body })
    expect(taken.ok ? [] : taken.refusals.map((refusal) => refusal.path)).toEqual([path])
  })
})

describe('the keys of a log', () => {
  it('begin with one that registers itself', () => {
    const begun = withKeyEvent(EMPTY_REGISTER, BEGUN[0]!, CHECKS)
    expect(begun.ok && [...begun.value.keys.keys()]).toEqual([FOUNDER.id])
    for (const body of [registration(PARTY, 'a party officer', null), revocation(FOUNDER, 0), rotation(NEXT, FOUNDER)])
      expect(withKeyEvent(EMPTY_REGISTER, at(0, FOUNDER, body), CHECKS)).toMatchObject({
        ok: false,
        refusal: { code: 'not-the-first' },
      })
  })

  it('count from where they were registered, by whom is kept', () => {
    const { refused, stateAt, key } = history()
    expect(refused).toEqual([])
    expect([2, 3, 4, 1000].map((index) => stateAt(PARTY.id, index))).toEqual(['unknown', 'active', 'active', 'active'])
    expect(stateAt(NEXT.id, 9)).toBe('unknown')
    expect(key(OFFICER.id)).toMatchObject({ registeredBy: PARTY.id, registeredAt: 5, organisation: 'Party A' })
    expect(key(NEXT.id)).toBeNull()
  })

  it('are brought in by who began the log, and from then on by their own organisation alone', () => {
    expect(why(at(7, FOUNDER, registration(NEXT, 'a third officer', 'Party A')))).toEqual(['not-allowed'])
    expect(why(at(7, PARTY, registration(NEXT, 'a monitor', 'Monitors')))).toEqual(['not-allowed'])
    expect(why(at(7, OUTSIDER, registration(NEXT, 'a third officer', 'Party A')))).toEqual(['not-allowed'])
    expect(why(at(7, OFFICER, registration(NEXT, 'a third officer', 'Party A')))).toEqual([])
    expect(why(at(7, OUTSIDER, registration(NEXT, 'an outsider', null)))).toEqual([])
    const lost = [at(7, PARTY, revocation(PARTY, 7)), at(8, OFFICER, revocation(OFFICER, 8))]
    expect(why(...lost, at(9, FOUNDER, registration(NEXT, 'a third officer', 'Party A')))).toEqual([])
  })

  it.each([
    ['a weak key', registration({ ...NEXT, key: 'A'.repeat(43) }, 'a monitor', null), 'key-weak'],
    ['a key of this log', registration(PARTY, 'a monitor', null), 'key-known'],
    ['a proof for another log', registration(NEXT, 'a monitor', null, 'another.example/truce'), 'proof-wrong'],
    [
      'a proof by another key',
      { ...registration(NEXT, 'a monitor', null), proof: PARTY.sign(new Uint8Array(1)) },
      'proof-wrong',
    ],
    ['a proof for another person', { ...registration(NEXT, 'a monitor', null), person: 'a guarantor' }, 'proof-wrong'],
    ['a look-alike of an organisation', registration(NEXT, 'a monitor', 'party-a'), 'name-confusable'],
    ['a look-alike of a person', registration(NEXT, 'An Outsider', null), 'name-confusable'],
    ['the name of somebody elsewhere', registration(NEXT, 'a party officer', 'Party B'), 'name-confusable'],
    ['an organisation as a person', registration(NEXT, 'Party A', null), 'name-confusable'],
    ['a person as an organisation', registration(NEXT, 'a monitor', 'an outsider'), 'name-confusable'],
  ])('are not joined by %s', (_, body, code) => {
    expect(why(at(7, FOUNDER, body))).toEqual([code])
  })

  it('change hands by a rotation that both sign', () => {
    const { refused, stateAt, key } = history(at(9, PARTY, rotation(NEXT, PARTY)))
    expect(refused).toEqual([])
    expect([8, 9, 10].map((index) => stateAt(PARTY.id, index))).toEqual(['active', 'active', 'revoked'])
    expect([8, 9, 10].map((index) => stateAt(NEXT.id, index))).toEqual(['unknown', 'active', 'active'])
    expect(key(NEXT.id)).toMatchObject({ person: 'a party officer', organisation: 'Party A', replaces: PARTY.id })
    expect(why(at(9, OFFICER, rotation(NEXT, PARTY)))).toEqual(['not-allowed'])
    expect(why(at(9, FOUNDER, rotation(NEXT, PARTY)))).toEqual(['not-allowed'])
    expect(why(at(9, PARTY, rotation(NEXT, PARTY, PARTY)))).toEqual(['proof-wrong'])
    expect(why(at(9, PARTY, rotation(NEXT, PARTY)), at(10, PARTY, revocation(NEXT, 11)))).toEqual(['author-not-active'])
  })

  it('stop to count from an index on, and never before they were revoked', () => {
    const later = history(at(9, OFFICER, revocation(PARTY, 20)))
    expect([9, 19, 20].map((index) => later.stateAt(PARTY.id, index))).toEqual(['active', 'active', 'revoked'])
    const earlier = history(at(9, OFFICER, revocation(PARTY, 4)))
    expect([3, 4, 9, 10].map((index) => earlier.stateAt(PARTY.id, index))).toEqual([
      'active',
      'doubtful',
      'doubtful',
      'revoked',
    ])
    expect(why(at(9, PARTY, revocation(PARTY, 10)), at(10, FOUNDER, revocation(PARTY, 15)))).toEqual(['key-ended'])
    expect(why(at(9, PARTY, revocation(PARTY, 20)), at(10, FOUNDER, revocation(PARTY, 11)))).toEqual([])
  })

  it('are ended by their holders and by who began the log, and by nobody else', () => {
    expect(why(at(9, OUTSIDER, revocation(PARTY, 9)))).toEqual(['not-allowed'])
    expect(why(at(9, PARTY, compromise(FOUNDER, 0)))).toEqual(['not-allowed'])
    expect(why(at(9, FOUNDER, revocation(PARTY, 9)))).toEqual([])
    expect(why(at(9, FOUNDER, revocation(NEXT, 9)))).toEqual(['key-unknown'])
  })

  it('are doubtful since they may have been used by others, and so is whom they brought in since', () => {
    const { stateAt } = history(at(9, PARTY, compromise(PARTY, 5)))
    expect([4, 5, 100].map((index) => stateAt(PARTY.id, index))).toEqual(['active', 'doubtful', 'doubtful'])
    expect(stateAt(OFFICER.id, 50)).toBe('doubtful')
    expect(history(at(9, PARTY, compromise(PARTY, 6))).stateAt(OFFICER.id, 50)).toBe('active')
  })

  it('speak of no keys while they are doubtful, but for ending themselves', () => {
    const doubtful = at(9, FOUNDER, compromise(PARTY, 9))
    expect(why(doubtful, at(10, PARTY, rotation(NEXT, PARTY)))).toEqual(['author-not-active'])
    expect(why(doubtful, at(10, PARTY, registration(NEXT, 'a third officer', 'Party A')))).toEqual([
      'author-not-active',
    ])
    expect(why(doubtful, at(10, PARTY, revocation(PARTY, 10)))).toEqual([])
  })

  it('are, at every place, what a log that ends there says of them', () => {
    const more = [
      at(9, OFFICER, revocation(PARTY, 12)),
      at(11, OFFICER, rotation(NEXT, OFFICER)),
      at(14, FOUNDER, revocation(OUTSIDER, 14)),
    ]
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom(FOUNDER, PARTY, OFFICER, OUTSIDER, NEXT), (index, key) => {
        const then = keyHistory(
          [...BEGUN, ...more].filter((event) => event.index <= index),
          CHECKS,
        )
        expect(then.stateAt(key.id, index)).toBe(history(...more).stateAt(key.id, index))
      }),
    )
  })

  it('are taken in their order alone', () => {
    expect(() => keyHistory([...BEGUN, BEGUN[0]!], CHECKS)).toThrow(RangeError)
  })
})
