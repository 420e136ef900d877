// GET /api/back-test: the agreement as linked and the acts of the record, from which a page back-tests by itself.
import { backTestAnswer } from './answers/record.ts'
import type { WhatIsKnown, Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'

export interface BackTestBasis {
  readonly agreement: WhatIsKnown['agreement']
  readonly acts: WhatIsKnown['record']['acts']
}

export function backTestRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'the agreement as linked and the acts of the record, for a back-test in the browser',
    gives: json(backTestAnswer),
    steady: true,
  } as const
  return new Noun('/api/back-test').get('/', about, async (c) => {
    const { agreement, record } = await workspace.known()
    // Clauses hold zones; the other places of the map are not needed for it, and stay here.
    return c.json({ agreement: { ...agreement, places: [] }, acts: record.acts })
  })
}
