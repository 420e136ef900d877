// GET /api/documents/:sha256/original: the bytes as they came in, to be saved and never to be shown by this server's page.
import type { Deps } from './deps.ts'
import { Noun, text } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'

/** Whatever it is, it is bytes: a type of its own would have a browser open it. */
const BYTES = 'application/octet-stream'

/** The document is asked for first, so that whoever does not see it is told what they are told of one that is not there. */
export function originalRoutes({ workspace, originals }: Pick<Deps, 'workspace' | 'originals'>): Noun {
  const about = {
    summary: 'a document as it came in, to be saved',
    parts: { sha256: 'the SHA-256 of its bytes, or the name that quotes give in `doc`' },
    gives: text(BYTES),
    problems: ['404.3'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/documents').get('/:sha256/original', about, async (c) => {
    const name = c.req.param('sha256')
    const document = await workspace.document(name)
    // One of several in a file would hand out the others with it.
    const isWhole = document !== null && !document.doc.includes('#')
    const bytes = isWhole ? ((await originals?.read(document.sha256)) ?? null) : null
    if (!document || !bytes) {
      const help =
        'name it by the SHA-256 of its bytes in lower-case hex, or as the quotes of a receipt name it in `doc`'
      throw new Refused('404.3', `the record holds no document ${quoted(name)}`, help)
    }
    return c.body(bytes.slice().buffer, 200, {
      'content-type': BYTES,
      'content-disposition': `attachment; filename*=UTF-8''${plainName(document.doc)}`,
      // Should a browser show it all the same: without scripts, forms, an origin, or anything from elsewhere.
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })
}

/** As RFC 8187 writes a name that may hold any letter; apart from it only what `encodeURIComponent` leaves and should not. */
function plainName(doc: string): string {
  return encodeURIComponent(doc).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
