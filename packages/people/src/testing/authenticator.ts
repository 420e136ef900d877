// A passkey made of a key pair: what a browser and an authenticator would answer, and what a dishonest one would.
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** What may be said otherwise than it is. */
export interface Lies {
  readonly challenge?: string
  readonly origin?: string
  readonly rpId?: string
  readonly type?: string
  readonly crossOrigin?: boolean
  readonly userPresent?: boolean
  readonly userVerified?: boolean
  readonly backupEligible?: boolean
  readonly count?: number
  readonly id?: string
  readonly userHandle?: string | null
  readonly trailing?: Uint8Array
  readonly algorithm?: number
  readonly signer?: KeyObject
}

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes as Uint8Array).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** An ES256 passkey for one site. `create` and `get` answer options as a browser would. */
export function softPasskey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const host = new URL(origin).hostname
  let count = 0
  let handle: string | null = null

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    )

  function authData(lies: Lies, attested: Uint8Array): Buffer {
    const { userPresent = true, userVerified = true, backupEligible = false } = lies
    const flags =
      Number(userPresent) | (Number(userVerified) << 2) | (Number(backupEligible) << 3) | (attested.length ? 64 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.count ?? count)
    return Buffer.concat([sha256(lies.rpId ?? host), Buffer.from([flags]), counter, attested])
  }

  return {
    id: b64(id),
    privateKey,
    create(
      { challenge, user }: { readonly challenge: string; readonly user: { readonly id: string } },
      lies: Lies = {},
    ): RegistrationResponseJSON {
      handle = user.id
      const { x, y } = publicKey.export({ format: 'jwk' })
      const algorithm = lies.algorithm ?? -7
      const cose = Buffer.concat([
        Buffer.from([0xa5, 1, 2, 3]),
        algorithm === -7 ? Buffer.from([0x26]) : Buffer.from([0x39, (-1 - algorithm) >> 8, (-1 - algorithm) & 255]),
        Buffer.from([0x20, 1, 0x21, 0x58, 32]),
        Buffer.from(x!, 'base64url'),
        Buffer.from([0x22, 0x58, 32]),
        Buffer.from(y!, 'base64url'),
      ])
      const credential = lies.id ? Buffer.from(lies.id, 'base64url') : id
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, cose])
      const data = Buffer.concat([authData(lies, attested), lies.trailing ?? Buffer.alloc(0)])
      const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        Buffer.from([0x59, data.length >> 8, data.length & 255]),
        data,
      ])
      return {
        id: b64(credential),
        rawId: b64(credential),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(clientData('webauthn.create', challenge, lies)),
          attestationObject: b64(attestation),
          transports: ['internal'],
        },
      }
    },
    get({ challenge }: { readonly challenge: string }, lies: Lies = {}): AuthenticationResponseJSON {
      count++
      const client = clientData('webauthn.get', challenge, lies)
      const data = Buffer.concat([authData(lies, Buffer.alloc(0)), lies.trailing ?? Buffer.alloc(0)])
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(lies.signer ?? privateKey)
      const userHandle = lies.userHandle === undefined ? handle : lies.userHandle
      return {
        id: lies.id ?? b64(id),
        rawId: lies.id ?? b64(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          ...(userHandle === null ? {} : { userHandle }),
        },
      }
    },
  }
}

export type SoftPasskey = ReturnType<typeof softPasskey>
