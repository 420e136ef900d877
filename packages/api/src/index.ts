// The HTTP API: one app over a workspace and a built page, with everything it touches handed to it.
export type { BackTestBasis } from './back-test.ts'
export type { AccessAnswer, AccessTold } from './access.ts'
export { createApp } from './app.ts'
export type { CaseAnswer, CasesAnswer, QuotedClaim } from './answers/cases.ts'
export type { PublicationAnswer } from './answers/publication.ts'
export type { CallsAnswer, HotlineAnswer, UndertakingsAnswer, VisitsAnswer } from './answers/guarantors.ts'
export type { GatesAnswer, PowersAnswer } from './answers/powers.ts'
export type { EntriesAnswer } from './entries.ts'
export type { ExchangeAnswer } from './answers/exchange.ts'
export type { RecordEvent } from './listeners.ts'
export type { Gauge } from './metrics.ts'
export type { RequestLine } from './observed.ts'
export type { OpenApi } from './openapi.ts'
export type { AlertsAnswer, ReportsAnswer } from './answers/reports.ts'
export type { Print } from './report-asked.ts'
export type { DailyReport, Page as ReportPage } from '@trucekeeper/publish'
export type {
  Band,
  DepthFinding,
  GroundAnswer,
  GroundTold,
  GroundWord,
  MovementFinding,
  PairFinding,
} from './ground.ts'
export type { AgreementsAnswer, ScopesAnswer } from './answers/agreements.ts'
export type { AgreementOverview, IncidentScopes, NumberTold, ScopeUnder, ZoneOverview } from '@trucekeeper/engine'
export type { LensAnswer } from './lens.ts'
export type { HeldAnswer } from './answers/releases.ts'
export type { MapAnswer, MapIncidentsAnswer, MapLine, MapZone } from './map.ts'
export type { MapBand, MapConvoy } from './map-convoys.ts'
export type { MapColumnsHead, MapIncident, MapWord } from './map-incidents.ts'
export type { Spot } from './map-spots.ts'
export type { Passage } from './passages.ts'
export type { DeskAnswers, SessionAnswer } from './answers/people.ts'
export type { PeopleSetting } from './people-deps.ts'
export { authorIn } from './people-guard.ts'
export { PROBLEMS, type Problem, type ProblemCode } from './problems.ts'
export type { PageDoor } from '@trucekeeper/protect'
export type { Originals } from '@trucekeeper/workspace'
export type { PointShown, ProtectionAnswer, ProtectionReply } from './answers/protection.ts'
export type { ProtectedAnswer, ProtectedTelling } from './protected.ts'
export type { ReleasedAnswer } from './released.ts'
export type { ClaimedFigure, FigureCard, FiguresAnswer } from './tally-figures.ts'
export type { TallyAnswer, TallyPeriods } from './tally.ts'
export type { DocumentsAnswer } from './timeline-documents.ts'
export type { Stretch, TimelineAnswer } from './timeline.ts'
export type {
  AgreementPlaces,
  AgreementText,
  Deps,
  DocumentText,
  EntryLine,
  KnownAt,
  Moment,
  Page,
  PageFile,
  RecordSummary,
  WhyAnswer,
  Workspace,
} from './deps.ts'
export type {
  Clusters,
  Entered,
  Inbox,
  InboxDocument,
  InboxEntry,
  OfferedClaims,
  ProposedClaim,
  Recorder,
  SealedFields,
  TakenIn,
} from '@trucekeeper/workspace'
export type { NoticeRule, NoticesAnswer, NoticesKnown } from './answers/notices.ts'
export type { TravelTold, WatchAnswer } from './answers/watch.ts'
export type { TableFlaw } from './table-flaws.ts'
export type {
  AccountVerdict,
  ActEffect,
  ActRefusal,
  ClauseStatus,
  GateDay,
  GateReading,
  GateStatus,
  PowerStatus,
  QuoteRef,
  Receipt,
  ReceiptNode,
  Residual,
  StandingState,
  Status,
  TallyStatus,
  TermStatus,
  Timing,
  Trial,
  Verdict,
} from '@trucekeeper/engine'
