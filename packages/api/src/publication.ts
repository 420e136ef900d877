// GET /api/publication: what is confidential and what is public, the course of the text, its versions, and who has it.
import { decidersOf, isArticle, publicationsOf, type Publications } from '@trucekeeper/centre'
import { publicationAnswer, type PublicationAnswer } from './answers/publication.ts'
import { centreAsked, centreQuery, digestsOf } from './centre-asked.ts'
import type { WhatIsKnown, Workspace } from './deps.ts'
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
      const told = publicationsOf(agreement, record, instant)
      const found = notShown === null ? told : withoutNames(agreement, told)
      const written = found.course.flatMap(({ id }) => {
        const line = writtenAs(id)
        return line ? [[id, line] as const] : []
      })
      return c.json<PublicationAnswer>({
        ...answer,
        ...found,
        articles: [...new Set(found.clauses.map(({ heading }) => heading.split(' › ').at(-1)!))],
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

/** Whoever is not shown all of the text is told no name of what is hidden, by what others said of it either. */
function withoutNames(
  { ruled, measures, anchors, openTerms }: WhatIsKnown['agreement'],
  told: Publications,
): Publications {
  const clauses = [...ruled, ...measures, ...anchors, ...openTerms]
  const isShown = (name: string) =>
    clauses.some(
      ({ id, source }) =>
        id === name || id.split('.')[0] === name || source.heading.some((one) => isArticle(one, name)),
    )
  const shown = (names: readonly string[]) => names.filter(isShown)
  return {
    ...told,
    course: told.course.map((minute) =>
      minute.does === 'publish-version' ? { ...minute, withholds: shown(minute.withholds) } : minute,
    ),
    versions: told.versions.map((version) => ({
      ...version,
      publications: version.publications.map((one) => ({ ...one, withholds: shown(one.withholds) })),
      compared: version.compared.map((one) => ({
        ...one,
        only_one_withholds: shown(one.only_one_withholds),
        only_other_withholds: shown(one.only_other_withholds),
      })),
    })),
    proposed: told.proposed.filter(
      ({ subject }) => 'claim' in subject || isShown('clause' in subject ? subject.clause : subject.article),
    ),
    without_effect: [],
  }
}
