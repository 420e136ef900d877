// One mail to one address: plain text over TLS, with nothing in its headers that came from outside unread.
import { createTransport } from 'nodemailer'
import type { MailServer } from '../rules.ts'
import { isLoopback } from './address.ts'
import type { Sent } from './webhook.ts'

export interface Mail {
  /** Names the message for good, so that whoever gets it twice can tell. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
  /** By whom and about what the letters of one list are: `un.aleppo-2016`. */
  readonly list: string
  readonly at: Date
}

/** A plain address, without names, comments, quotes or anything that could begin another line. */
export function isMailAddress(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 254 &&
    /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/.test(
      value,
    )
  )
}

/** What is written into a header: one line, without signs that nobody sees. */
export const headerText = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, 200)
    .trim()

const named = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')

export async function mailTo(
  server: MailServer,
  password: string | null,
  { id, to, subject, text, language, list, at }: Mail,
  patience_ms: number,
): Promise<Sent> {
  if (!isMailAddress(to)) return { ok: false, why: 'the address is none' }
  const { host, port, security, user, from } = server
  if (security === 'none' && host !== 'localhost' && !isLoopback(host))
    return { ok: false, why: 'mail goes without TLS to a server of this machine alone' }
  const domain = from.slice(from.indexOf('@') + 1)
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: patience_ms,
    dnsTimeout: patience_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from,
      to: [to],
      subject: headerText(subject),
      text,
      date: at,
      messageId: `<${id}@${domain}>`,
      headers: {
        'List-Id': `<${named(list)}.${domain}>`,
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
      },
    })
    return { ok: true }
  } catch (error) {
    return {
      ok: false,
      why: `the mail server ${inWords(error as { readonly code?: string; readonly responseCode?: number })}`,
    }
  } finally {
    transport.close()
  }
}

function inWords({ code, responseCode }: { readonly code?: string; readonly responseCode?: number }): string {
  if (code === 'EAUTH') return 'did not take our name and password'
  if (code === 'ETLS' || /CERT|SSL/.test(code ?? '')) return 'offers no TLS that holds'
  if (responseCode !== undefined) return `answered ${responseCode}`
  if (code === 'ETIMEDOUT') return 'did not answer in time'
  if (code === 'EDNS') return 'was not found by its name'
  return 'could not be reached'
}
