// An e-mail as a report: its plain text, or else its HTML; who sent it and when are proposals.
import PostalMime from 'postal-mime'
import { publishedFrom } from '../published.ts'
import type { Finding, Parsed, Source } from '../report.ts'
import { textOfHtml } from './html.ts'

const DEEPEST = 20
const LONGEST_HEADERS = 256 * 1024

export async function parseMail({ name, bytes, limits }: Source): Promise<Parsed> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST, maxHeadersSize: LONGEST_HEADERS })
  const plain = (mail.text ?? '').replace(/\r\n?/g, '\n').trim()
  const read = plain !== '' ? { text: plain, hidden: [] } : textOfHtml(name, mail.html ?? '', limits.depth)
  const title = mail.subject?.trim() || null
  const findings: Finding[] =
    mail.attachments.length === 0
      ? []
      : [
          {
            code: 'attachments-unread',
            severity: 'note',
            message: `\`${name}\` has ${mail.attachments.length} attached: ${mail.attachments
              .map(({ filename, mimeType }) => `\`${filename ?? mimeType}\``)
              .slice(0, 10)
              .join(', ')}`,
            help: 'save those that are reports and hand them over themselves',
          },
        ]
  if (read.text === '') return { reports: [], findings }
  return {
    reports: [
      {
        name,
        media_type: 'message/rfc822',
        text: `${title === null ? '' : `${title}\n\n`}${read.text}\n`,
        published: publishedFrom(mail.headers.find(({ key }) => key === 'date')?.value),
        outlet: mail.from?.name || mail.from?.address || null,
        title,
        hidden: read.hidden,
      },
    ],
    findings,
  }
}
