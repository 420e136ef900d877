// GET /api/notices: by which rules a desk is told of what is new for it, and what became of what it was to be told.
import { formatInstant } from '@trucekeeper/time'
import { noticesAnswer, type NoticesAnswer } from './answers/notices.ts'
import type { Deps, Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { audienceOf } from './views.ts'

const MOST = 200

export function noticeRoutes(workspace: Workspace, deps: Deps): Noun {
  const about = {
    summary: 'the rules by which the desk is told of what is new, and what became of the last notices; no other desk’s',
    gives: json(noticesAnswer),
  }
  return new Noun('/api/notices').get('/', about, async (c) => {
    const { zone } = (await workspace.known()).agreement
    const known = await deps.notices?.(audienceOf(c, deps))
    const answer: NoticesAnswer = {
      zone,
      tells: deps.notices !== undefined,
      rules: known?.rules ?? [],
      notices: (known?.notices ?? [])
        .slice(-MOST)
        .toReversed()
        .map((one) => ({
          ...one,
          next_at: one.next_at === null || one.next_at === 0 ? null : formatInstant(one.next_at, zone),
        })),
    }
    return c.json(answer)
  })
}
