// GET /api/documents/:sha256: a document as it was read, so that every quote can be seen in its place.
import { documentAnswer } from './answers/record.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { quoted, Refused } from './problems.ts'

export function documentRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'a document as it was read',
    parts: { sha256: 'the SHA-256 of its bytes, or the name that quotes give in `doc`' },
    gives: json(documentAnswer),
    steady: true,
    problems: ['404.3'],
  } as const
  return new Noun('/api/documents').get('/:sha256', about, async (c) => {
    const name = c.req.param('sha256')
    const document = await workspace.document(name)
    if (!document) {
      throw new Refused(
        '404.3',
        `the record holds no document ${quoted(name)}`,
        'name it by the SHA-256 of its bytes in lower-case hex, or as the quotes of a receipt name it in `doc`',
      )
    }
    return c.json(document)
  })
}
