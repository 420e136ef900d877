// The text of a document that is in a record, from its bytes.
import { isPlainText, readDocument } from '@trucekeeper/documents'
import { bodyOf } from './dispatch.ts'
import { utf8Of } from './text.ts'

/** The text that the quotes of a document count in, read from its bytes as it was when it was entered. */
export async function documentText(doc: string, bytes: Uint8Array): Promise<string | null> {
  // A report of many is named after its file: `feed.xml#3`.
  const file = doc.split('#')[0]!
  if (isPlainText(file, bytes)) {
    const source = utf8Of(bytes)
    return source === null ? null : bodyOf(source).body
  }
  const { reports } = await readDocument(file, bytes)
  const report = reports.length === 1 ? reports[0] : reports.find(({ name }) => name === doc)
  return report ? (report.media_type === 'text/plain' ? bodyOf(report.text).body : report.text) : null
}
