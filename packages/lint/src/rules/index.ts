// Every rule there is, in the order of their names; written by `node scripts/lint-rules.ts`.
import type { Rule } from '../rule.ts'
import { rule as actorlessDuty } from './actorless-duty/rule.ts'
import { rule as agreeToAgree } from './agree-to-agree/rule.ts'
import { rule as anchorNeverSet } from './anchor-never-set/rule.ts'
import { rule as bidiControl } from './bidi-control/rule.ts'
import { rule as breachWithoutConsequence } from './breach-without-consequence/rule.ts'
import { rule as confusableIdentifier } from './confusable-identifier/rule.ts'
import { rule as contradiction } from './contradiction/rule.ts'
import { rule as countWithoutBaseline } from './count-without-baseline/rule.ts'
import { rule as deadlineBeforeStart } from './deadline-before-start/rule.ts'
import { rule as deadlineMissing } from './deadline-missing/rule.ts'
import { rule as duplicateClause } from './duplicate-clause/rule.ts'
import { rule as exposedPerformance } from './exposed-performance/rule.ts'
import { rule as extensionUnowned } from './extension-unowned/rule.ts'
import { rule as gateCertifierMissing } from './gate-certifier-missing/rule.ts'
import { rule as gateNeverOpens } from './gate-never-opens/rule.ts'
import { rule as mapEditionMissing } from './map-edition-missing/rule.ts'
import { rule as monthRounding } from './month-rounding/rule.ts'
import { rule as mutualWait } from './mutual-wait/rule.ts'
import { rule as noWayBack } from './no-way-back/rule.ts'
import { rule as openTermUnowned } from './open-term-unowned/rule.ts'
import { rule as powerNeverUsable } from './power-never-usable/rule.ts'
import { rule as precedenceCycle } from './precedence-cycle/rule.ts'
import { rule as proseDrift } from './prose-drift/rule.ts'
import { rule as selfAttestedOnly } from './self-attested-only/rule.ts'
import { rule as silenceUnsaid } from './silence-unsaid/rule.ts'
import { rule as singleSourceGate } from './single-source-gate/rule.ts'
import { rule as termEndsFirst } from './term-ends-first/rule.ts'
import { rule as undefinedAnchor } from './undefined-anchor/rule.ts'
import { rule as undefinedClause } from './undefined-clause/rule.ts'
import { rule as undefinedMeasure } from './undefined-measure/rule.ts'
import { rule as undefinedParty } from './undefined-party/rule.ts'
import { rule as undefinedZone } from './undefined-zone/rule.ts'
import { rule as unitMix } from './unit-mix/rule.ts'
import { rule as unreadProse } from './unread-prose/rule.ts'
import { rule as unverifiable } from './unverifiable/rule.ts'
import { rule as vagueTerm } from './vague-term/rule.ts'
import { rule as windowUnclear } from './window-unclear/rule.ts'
import { rule as zoneDepthRange } from './zone-depth-range/rule.ts'
import { rule as zoneOverlapOpposed } from './zone-overlap-opposed/rule.ts'
import { rule as zoneWithoutDepth } from './zone-without-depth/rule.ts'
import { rule as zoneWithoutLine } from './zone-without-line/rule.ts'

export const RULES: readonly Rule[] = [
  actorlessDuty,
  agreeToAgree,
  anchorNeverSet,
  bidiControl,
  breachWithoutConsequence,
  confusableIdentifier,
  contradiction,
  countWithoutBaseline,
  deadlineBeforeStart,
  deadlineMissing,
  duplicateClause,
  exposedPerformance,
  extensionUnowned,
  gateCertifierMissing,
  gateNeverOpens,
  mapEditionMissing,
  monthRounding,
  mutualWait,
  noWayBack,
  openTermUnowned,
  powerNeverUsable,
  precedenceCycle,
  proseDrift,
  selfAttestedOnly,
  silenceUnsaid,
  singleSourceGate,
  termEndsFirst,
  undefinedAnchor,
  undefinedClause,
  undefinedMeasure,
  undefinedParty,
  undefinedZone,
  unitMix,
  unreadProse,
  unverifiable,
  vagueTerm,
  windowUnclear,
  zoneDepthRange,
  zoneOverlapOpposed,
  zoneWithoutDepth,
  zoneWithoutLine,
]
