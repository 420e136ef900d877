// Plain text that came inside something else: itself, in UTF-8.
import { Refused, type Parsed, type Source } from '../report.ts'

const strict = new TextDecoder('utf-8', { fatal: true })

export function parseText({ name, bytes }: Source): Parsed {
  try {
    const text = strict.decode(bytes)
    return {
      reports: [{ name, media_type: 'text/plain', text, published: null, outlet: null, title: null, hidden: [] }],
      findings: [],
    }
  } catch {
    throw new Refused('report-not-text', `\`${name}\` is not UTF-8 text`, 'convert it to plain text in UTF-8')
  }
}
