// Every noun about people, in the order in which the document lists them.
import { sealedReadRoutes } from './desks-sealed.ts'
import { deskRoutes } from './desks.ts'
import { draftRoutes } from './desks-drafts.ts'
import type { Deps } from './deps.ts'
import type { Noun } from './noun.ts'
import { approvalRoutes } from './people-approvals.ts'
import { oidcRoutes } from './people-oidc.ts'
import { peopleIn } from './people-deps.ts'
import { invitationRoutes } from './people-invitations.ts'
import { passkeyRoutes } from './people-passkeys.ts'
import { peopleRoutes } from './people.ts'
import { sessionListRoutes, sessionRoutes } from './session.ts'

/** Without people there is one person, who is asked for nothing. */
export function peopleNouns(deps: Deps): readonly Noun[] {
  const people = peopleIn(deps)
  if (!people) return [sessionRoutes(people)]
  return [
    sessionRoutes(people),
    sessionListRoutes(people),
    passkeyRoutes(people),
    invitationRoutes(people),
    deskRoutes(people),
    peopleRoutes(people),
    draftRoutes(people),
    approvalRoutes(people),
    sealedReadRoutes(people, deps),
    oidcRoutes(people),
  ]
}
