// What is asked of passkeys and which answers are taken: our origin alone, the user verified, the algorithms offered.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'

/** Ed25519, ECDSA on P-256, and RSA, which some machines' built-in authenticators have alone. */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT_MS = 300_000

export interface RelyingParty {
  /** `https://truce.example.org`, compared letter by letter. */
  readonly origin: string
  /** Refuse passkeys that can be copied to another device. */
  readonly deviceBound: boolean
}

export interface StoredPasskey {
  readonly id: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

export interface NewPasskey extends StoredPasskey {
  readonly deviceBound: boolean
}

/** The host alone: a passkey made for it works on no other. */
const rpId = ({ origin }: RelyingParty) => new URL(origin).hostname

export function creationOptions(
  party: RelyingParty,
  user: { readonly handle: string; readonly name: string; readonly known: readonly StoredPasskey[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Trucekeeper',
    rpID: rpId(party),
    userName: user.name,
    userDisplayName: user.name,
    userID: Uint8Array.from(Buffer.from(user.handle, 'base64url')),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: user.known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

/** Names no passkey: the browser finds its own, and nobody learns who has one. */
export function requestOptions(party: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({ rpID: rpId(party), timeout: TIMEOUT_MS, userVerification: 'required' })
}

/** The passkey that was made; null where the answer does not hold, whatever the reason. */
export async function madePasskey(
  party: RelyingParty,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<NewPasskey | null> {
  if (crossOrigin(response)) return null
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: rpId(party),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return null
    const { credential, credentialDeviceType } = registrationInfo
    const deviceBound = credentialDeviceType === 'singleDevice'
    if (party.deviceBound && !deviceBound) return null
    return {
      id: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      deviceBound,
    }
  } catch {
    return null
  }
}

/** The counter after a use of a passkey; null where the answer does not hold. */
export async function usedPasskey(
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  challenge: string,
  { id, publicKey, counter }: StoredPasskey,
): Promise<number | null> {
  if (crossOrigin(response)) return null
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: rpId(party),
      requireUserVerification: true,
      credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/** Held against every answer by a passkey nobody knows, so that it takes no less time to refuse. */
export const NOBODYS: StoredPasskey = {
  id: '',
  publicKey: 'pQECAyYgASFYIGm1i0L46O-23oFVsm8DewGjxlI84GqSoq2wqBAaYxCKIlggBJKg-unqMWAEd32CPBZ6C3VbdaWZNIKei5LlSEdYzkg',
  counter: 0,
  transports: [],
}

/** The challenge that an answer says it answers; null where it says none. */
export function challengeIn(response: { readonly response: { readonly clientDataJSON: string } }): string | null {
  const data = clientData(response)
  return typeof data?.challenge === 'string' && data.challenge !== '' ? data.challenge : null
}

/** Asked for from within a frame of another site. The library lets that pass where the browser does not name the site. */
function crossOrigin(response: { readonly response: { readonly clientDataJSON: string } }): boolean {
  return clientData(response)?.crossOrigin !== false && clientData(response)?.crossOrigin !== undefined
}

function clientData({ response }: { readonly response: { readonly clientDataJSON: string } }) {
  try {
    const read: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
    return typeof read === 'object' && read !== null ? (read as { challenge?: unknown; crossOrigin?: unknown }) : null
  } catch {
    return null
  }
}
