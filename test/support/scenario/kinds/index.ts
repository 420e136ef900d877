// Every word that a scenario can ask with.
import type { Kind } from '../kind.ts'
import { agreement, scopes } from './agreement.ts'
import { allowed, changes, refused } from './attempt.ts'
import { caseKind, late, outOfOrder, proposal, visit } from './case.ts'
import { claim, copies, furniture, harm } from './claim.ts'
import { clause } from './clause.ts'
import { convoy, parity, seal, waiting } from './convoy.ts'
import { evacuation } from './evacuation.ts'
import { information, share } from './exchange.ts'
import { gate } from './gate.ts'
import { redeployment, separation, together } from './ground.ts'
import { call, hotline, sentence, undertaking } from './guarantor.ts'
import { incident } from './incident.ts'
import { indicator } from './indicator.ts'
import { power } from './power.ts'
import { protection } from './protection.ts'
import { disclosure, endorsement, leak, version } from './publication.ts'
import { figure, funnel, request } from './request.ts'
import { redaction } from './redaction.ts'
import { tally } from './tally.ts'
import { due, term } from './term.ts'
import { match, travel } from './watch.ts'

export const KINDS: readonly Kind[] = [
  clause,
  gate,
  term,
  due,
  power,
  refused,
  changes,
  allowed,
  tally,
  incident,
  caseKind,
  late,
  visit,
  proposal,
  outOfOrder,
  undertaking,
  call,
  sentence,
  hotline,
  convoy,
  waiting,
  seal,
  parity,
  request,
  funnel,
  figure,
  indicator,
  separation,
  together,
  redeployment,
  protection,
  information,
  share,
  disclosure,
  version,
  endorsement,
  leak,
  redaction,
  travel,
  match,
  harm,
  claim,
  furniture,
  copies,
  evacuation,
  agreement,
  scopes,
]
