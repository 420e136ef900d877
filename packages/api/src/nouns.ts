// Every noun of the API, in the order in which the document lists them. What is not here has no address.
import { accessRoutes } from './access.ts'
import { actInRoutes } from './acts-in.ts'
import { agreementRoutes } from './agreement.ts'
import { agreementsRoutes } from './agreements.ts'
import { backTestRoutes } from './back-test.ts'
import { caseRoutes } from './cases.ts'
import { clauseRoutes } from './clauses.ts'
import type { Deps } from './deps.ts'
import { exchangeRoutes } from './exchange.ts'
import { documentRoutes } from './documents.ts'
import { entryInRoutes } from './entries-in.ts'
import { entryRoutes } from './entries.ts'
import { groundRoutes } from './ground.ts'
import { guarantorRoutes } from './guarantors.ts'
import { healthRoutes } from './health.ts'
import { lensRoutes } from './lens.ts'
import { liveRoutes } from './live.ts'
import { mapRoutes } from './map.ts'
import type { Metrics } from './metrics.ts'
import { minuteInRoutes } from './minutes-in.ts'
import type { Noun } from './noun.ts'
import { noticeRoutes } from './notices.ts'
import { ogcRoutes } from './ogc/index.ts'
import { peopleIn } from './people-deps.ts'
import { originalRoutes } from './originals.ts'
import { peopleNouns } from './people-nouns.ts'
import { powerRoutes } from './powers.ts'
import { protectedRoutes } from './protected.ts'
import { protectionRoutes } from './protection.ts'
import { publicationRoutes } from './publication.ts'
import { recordRoutes } from './record.ts'
import { releasedRoutes } from './released.ts'
import { releaseRoutes } from './releases.ts'
import { reportRoutes } from './reports.ts'
import { reviewRoutes } from './review.ts'
import { selfRoutes } from './self.ts'
import { statusRoutes } from './status.ts'
import { figureRoutes } from './tally-figures.ts'
import { tallyRoutes } from './tally.ts'
import { documentListRoutes } from './timeline-documents.ts'
import { timelineRoutes } from './timeline.ts'
import { uploadRoutes } from './uploads.ts'
import { publicView } from './views.ts'
import { watchRoutes } from './watch.ts'

export function nounsOf(deps: Deps, metrics: Metrics): readonly Noun[] {
  const { workspace, now = Date.now } = deps
  const nouns: Noun[] = [
    statusRoutes(workspace),
    clauseRoutes(workspace),
    lensRoutes(workspace),
    recordRoutes(workspace),
    entryRoutes(workspace),
    liveRoutes(deps, metrics),
    documentRoutes(workspace),
    originalRoutes(deps),
    agreementRoutes(workspace),
    agreementsRoutes(workspace),
    backTestRoutes(workspace),
    accessRoutes(workspace),
    caseRoutes(workspace),
    guarantorRoutes(workspace),
    groundRoutes(workspace, now),
    powerRoutes(workspace),
    exchangeRoutes(workspace),
    protectionRoutes(deps),
    documentListRoutes(workspace),
    figureRoutes(workspace),
    protectedRoutes(workspace),
    tallyRoutes(workspace),
    timelineRoutes(workspace),
    watchRoutes(workspace, deps),
    noticeRoutes(workspace, deps),
    reportRoutes(deps),
    publicationRoutes(workspace),
    releasedRoutes(publicView(deps)),
    mapRoutes(workspace, now),
    ogcRoutes(workspace),
    healthRoutes(deps, metrics),
    ...peopleNouns(deps),
  ]
  if (deps.recorder)
    nouns.push(entryInRoutes(deps.recorder, deps), uploadRoutes(deps.recorder, deps), reviewRoutes(deps.recorder, deps))
  if (deps.recorder) nouns.push(minuteInRoutes(deps.recorder, deps), actInRoutes(deps.recorder, deps))
  const people = peopleIn(deps)
  if (deps.recorder && people) nouns.push(releaseRoutes(deps.recorder, deps, people))
  nouns.push(selfRoutes(() => nouns.flatMap((noun) => noun.operations)))
  return nouns
}
