// GET /api/publication: what is confidential and what is public, the course of the text, its versions, and who has it.
import { decidersOf, publicationsOf } from '@trucekeeper/centre'
import { publicationAnswer, type PublicationAnswer } from './answers/publication.ts'
import { centreAsked, centreQuery, digestsOf } from './centre-asked.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'

export function publicationRoutes(workspace: Workspace): Noun {
  return new Noun('/api/publication').get(
    '/',
    {
      summary: 'the course of the text, its versions and who published them, and what is shown to whom from when',
      query: centreQuery,
      gives: json(publicationAnswer),
      pace: SLOW_PACE,
    },
    async (c, query) => {
      const asked = await centreAsked(workspace, query)
      const { agreement, record, instant, answer, writtenAs } = asked
      const { not_shown: notShown = null } = await workspace.known()
      const [own] = await workspace.agreements()
      const isOwn = own === undefined || own.id === agreement.id
      const found = publicationsOf(agreement, record, instant)
      const written = found.course.flatMap(({ id }) => {
        const line = writtenAs(id)
        return line ? [[id, line] as const] : []
      })
      return c.json<PublicationAnswer>({
        ...answer,
        ...found,
        own_text: isOwn,
        // What is said of an article is said of the folder's own text.
        articles: !isOwn ? [] : [...new Set(found.clauses.map(({ heading }) => heading.split(' › ').at(-1)!))],
        deciders: decidersOf(agreement),
        not_shown: notShown && { passages: notShown.passages, undecided: notShown.undecided.map(({ id }) => id) },
        written: Object.fromEntries(written),
        documents: digestsOf(record, [
          ...found.said.map(({ doc }) => doc),
          ...found.leaks.flatMap(({ doc }) => doc ?? []),
        ]),
      })
    },
  )
}
