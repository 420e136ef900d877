// The two questions that are put to a provider, at the addresses that were entered and nowhere else.
import type { Provider } from './authorization.ts'
import type { IssuerKey } from './id-token.ts'
import { isAddress, keysIn } from './provider-file.ts'

const PATIENCE_MS = 10_000
const MOST_BYTES = 131_072

/** What came for a code; null where the provider refuses it, is not there, or answers otherwise than it should. */
export async function exchangeCode(
  { tokenEndpoint, clientId, redirectUri }: Provider,
  { code, verifier }: { readonly code: string; readonly verifier: string },
): Promise<string | null> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: clientId,
    code_verifier: verifier,
  })
  const answer = await asked(tokenEndpoint, { method: 'POST', body: form })
  const token = answer?.id_token
  return typeof token === 'string' ? token : null
}

/** The provider's keys: as they were entered, or as it publishes them now. */
export async function issuerKeys({ keys }: Provider): Promise<readonly IssuerKey[] | null> {
  return 'publishedAt' in keys ? keysIn(await asked(keys.publishedAt, {})) : keys
}

/** Follows nobody elsewhere, waits for a while only, and reads so much only. */
async function asked(address: string, init: RequestInit): Promise<Record<string, unknown> | null> {
  if (!isAddress(address)) return null
  try {
    const headers = { accept: 'application/json' }
    const response = await fetch(address, {
      ...init,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const isJson = /^application\/(json|jwk-set\+json)\b/i.test(response.headers.get('content-type') ?? '')
    if (!response.ok || !isJson || !response.body) {
      await response.body?.cancel()
      return null
    }
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of response.body) {
      length += part.length
      if (length > MOST_BYTES) return null
      parts.push(part)
    }
    const read: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
