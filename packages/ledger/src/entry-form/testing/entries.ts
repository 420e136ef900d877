// Authors, entries and random entries for the tests of the form.
import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto'
import { nameClaim, nameWithdrawal, sha256Hex, type ClaimBody, type Entry } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import type { Author, VerifySignature } from '../form.ts'
import type { Formed } from '../refusal.ts'

/** The value; the refusal as an error where a test expected none. */
export function given<T>(result: Formed<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

export const ORIGIN = 'trucekeeper.example/aleppo-2016'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
export const PUBLIC_KEY = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url'))

export const AUTHOR: Author = {
  id: `key_${sha256Hex(PUBLIC_KEY).slice(0, 20)}`,
  sign: (message) => sign(null, message, privateKey),
}

export const verifyHere: VerifySignature = (key, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
      format: 'jwk',
    }),
    signature,
  )

const QUOTE = 'two barrel bombs fell near the clinic on Sheikh Road'

const CLINIC: ClaimBody = {
  doc: '04-clinic.txt',
  quote: QUOTE,
  start: 12,
  end: 12 + QUOTE.length,
  speaker: 'a nurse of the clinic',
  speaker_side: 'unknown',
  via: null,
  outlet: 'a radio station',
  published: '2016-09-13T18:00+03:00',
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['Sheikh Road'],
  date: '2016-09-13',
  date_basis: 'explicit',
  actor_blamed: null,
  target: 'the clinic',
  figures: [{ what: 'wounded', value: 7, unit: 'person' }],
}

const ENTERED = { received_at: '2016-09-13T20:00+03:00', recorded_by: 'a monitor' }

export const CLAIM_ENTRY: Entry = { type: 'claim', ...ENTERED, body: nameClaim(CLINIC) }

export const WITHDRAWAL_ENTRY: Entry = {
  type: 'withdrawal',
  received_at: '2016-09-14T09:00+03:00',
  recorded_by: 'a monitor',
  body: nameWithdrawal({ withdraws: CLAIM_ENTRY.body.id, by: 'a monitor', reason: 'read twice' }),
}

/** Sound claims of any words, figures and places. */
export const anyClaim: fc.Arbitrary<Entry> = fc
  .record({
    quote: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
    speaker: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
    target: fc.option(fc.string({ unit: 'grapheme', maxLength: 20 })),
    places: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 }),
    figures: fc.array(
      fc.record({
        what: fc.constant('dead'),
        // Canonical JSON has one zero: RFC 8785 writes that with a sign without it.
        value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
        unit: fc.constant('person'),
      }),
      { maxLength: 3 },
    ),
    negated: fc.boolean(),
  })
  .filter(({ quote }) => quote.isWellFormed())
  .map((drawn) => ({
    type: 'claim',
    ...ENTERED,
    body: nameClaim({ ...CLINIC, ...drawn, start: 5, end: 5 + drawn.quote.length }),
  }))
