// Coming in, with a passkey; changes that are sent to the server, and why one was refused.
import type { Problem } from '@trucekeeper/api'
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import { Refusal } from '../api.ts'
import { keptInLinks } from '../language.ts'
import { signInWords } from './words.ts'

export async function send<T>(method: 'POST' | 'PUT' | 'DELETE', address: string, body?: unknown): Promise<T> {
  const response = await fetch(address, {
    method,
    headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => null)
  return answerOf(response)
}

export async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
  return answerOf(response)
}

async function answerOf<T>(response: Response | null): Promise<T> {
  if (!response) throw new Refusal(signInWords.offline, '', null)
  if (response.ok) return (await response.json()) as T
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw new Refusal(problem?.detail ?? `${response.status}`, problem?.help ?? '', problem?.code ?? null)
}

interface Options<T> {
  readonly options: T
}

/** Signs in with a passkey that the browser finds; also what makes it count as just held. */
export async function signIn(): Promise<void> {
  type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON']
  const { options } = await send<Options<Asked>>('POST', '/api/passkeys/sign-in/options')
  await send('POST', '/api/passkeys/sign-in', { response: await startAuthentication({ optionsJSON: options }) })
}

type ToMake = Parameters<typeof startRegistration>[0]['optionsJSON']

export interface Invitation extends Options<ToMake> {
  readonly invited: { readonly name: string; readonly desk: string; readonly roles: readonly string[] }
}

export const readInvitation = (token: string) => send<Invitation>('POST', '/api/invitations/accept/options', { token })

/** Asks for a challenge of its own: whoever read for a while has none that is still good. */
export async function acceptInvitation(token: string): Promise<void> {
  const { options } = await readInvitation(token)
  const response = await startRegistration({ optionsJSON: options })
  await send('POST', '/api/invitations/accept', { token, response })
}

export async function addPasskey(label: string): Promise<void> {
  const { options } = await send<Options<ToMake>>('POST', '/api/passkeys/options')
  await send('POST', '/api/passkeys', { response: await startRegistration({ optionsJSON: options }), label })
}

/** Loads the page anew, so that nothing of who was here before stays in it. */
export function startAnew(path?: string): void {
  if (path === undefined) globalThis.location.reload()
  else globalThis.location.assign(`${path}${keptInLinks('')}`)
}

/** What went wrong, in the words of the reader where there are any; the server's own are English. */
export function reasonOf(error: unknown): { readonly text: string; readonly english: boolean } {
  if (error instanceof WebAuthnError || (error instanceof Error && error.name === 'NotAllowedError'))
    return { text: signInWords.cancelled, english: false }
  if (!(error instanceof Refusal)) throw error
  const known = error.code === null ? error.message : signInWords.problem[error.code]
  return known === undefined
    ? { text: `${error.message}. ${error.help}`, english: true }
    : { text: known, english: false }
}
