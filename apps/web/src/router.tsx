// Which address shows which screen.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { AccessScreen } from './access/index.ts'
import { BackTestScreen, textOf } from './back-test/index.ts'
import { casesSearchOf } from './cases/search.ts'
import { ClauseScreen } from './clause/index.ts'
import { whatOf } from './figures/search.ts'
import { AgreementScreen, DocumentScreen } from './document/index.ts'
import { GroundScreen } from './ground/index.ts'
import { keptInLinks } from './language.ts'
import { Loading } from './parts/refusal.tsx'
import { Gate } from './sign-in/index.ts'
import { reportSearchOf } from './report/search.ts'
import { tallySearchOf } from './tally/search.ts'
import { stretchSearchOf } from './timeline/search.ts'
import { sinceOf } from './since/search.ts'
import { Today } from './today/index.ts'
import { agreementSearchOf, lensOf, passageOf, readSearch, sourceOf, writeSearch } from './url-state.ts'

const root = createRootRoute({ component: Gate, validateSearch: lensOf, notFoundComponent: Today })

const today = createRoute({ getParentRoute: () => root, path: '/', component: Today, validateSearch: sinceOf })

const clause = createRoute({ getParentRoute: () => root, path: '/clauses/$id', component: ClauseScreen })

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$sha',
  component: DocumentScreen,
  validateSearch: passageOf,
})

// Whoever only reads needs no editor.
const AgreementEditor = lazyRouteComponent(() => import('./agreement/index.ts'), 'AgreementEditorScreen')

/** A quoted passage is shown to be read, the text alone to be worked on. */
function AgreementPage() {
  const { start } = passageOf(useSearch({ strict: false }))
  if (start !== undefined) return <AgreementScreen />
  return (
    <Suspense fallback={<Loading />}>
      <AgreementEditor />
    </Suspense>
  )
}

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/agreement',
  component: AgreementPage,
  validateSearch: agreementSearchOf,
})

const agreements = createRoute({
  getParentRoute: () => root,
  path: '/agreements',
  component: lazyRouteComponent(() => import('./agreements/index.ts'), 'AgreementsScreen'),
})

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: AccessScreen,
  validateSearch: sourceOf,
})

const ground = createRoute({ getParentRoute: () => root, path: '/pull-back', component: GroundScreen })

const backTest = createRoute({
  getParentRoute: () => root,
  path: '/back-test',
  component: BackTestScreen,
  validateSearch: textOf,
})

// The drawing of maps is large, and most who come read clauses.
const MapScreen = lazyRouteComponent(() => import('./map/index.ts'), 'MapScreen')
const map = createRoute({ getParentRoute: () => root, path: '/map', component: MapScreen })

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./timeline/index.ts'), 'TimelineScreen'),
  validateSearch: stretchSearchOf,
})

const tally = createRoute({
  getParentRoute: () => root,
  path: '/tally',
  component: lazyRouteComponent(() => import('./tally/index.ts'), 'TallyScreen'),
  validateSearch: tallySearchOf,
})

const figures = createRoute({
  getParentRoute: () => root,
  path: '/figures',
  component: lazyRouteComponent(() => import('./figures/index.ts'), 'FiguresScreen'),
  validateSearch: whatOf,
})

const protectedThings = createRoute({
  getParentRoute: () => root,
  path: '/protected',
  component: lazyRouteComponent(() => import('./protected/index.ts'), 'ProtectedScreen'),
})

const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchange',
  component: lazyRouteComponent(() => import('./exchange/index.ts'), 'ExchangeScreen'),
})

const protectionCheck = createRoute({
  getParentRoute: () => root,
  path: '/protection',
  component: lazyRouteComponent(() => import('./protection/index.ts'), 'ProtectionScreen'),
})

const powers = createRoute({
  getParentRoute: () => root,
  path: '/powers',
  component: lazyRouteComponent(() => import('./powers/index.ts'), 'PowersScreen'),
})

const publication = createRoute({
  getParentRoute: () => root,
  path: '/publication',
  component: lazyRouteComponent(() => import('./publication/index.ts'), 'PublicationScreen'),
})

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  component: lazyRouteComponent(() => import('./report/index.ts'), 'ReportScreen'),
  validateSearch: reportSearchOf,
})

const watch = createRoute({
  getParentRoute: () => root,
  path: '/watch',
  component: lazyRouteComponent(() => import('./watch/index.ts'), 'WatchScreen'),
})

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/index.ts'), 'NoticesScreen'),
})

const publicView = createRoute({
  getParentRoute: () => root,
  path: '/public',
  component: lazyRouteComponent(() => import('./public/index.ts'), 'PublicScreen'),
})

// Whoever writes needs more than who reads.
const RecordFieldScreen = lazyRouteComponent(() => import('./record-field/index.ts'), 'RecordFieldScreen')
const recordField = createRoute({ getParentRoute: () => root, path: '/record', component: RecordFieldScreen })
const InboxScreen = lazyRouteComponent(() => import('./inbox/index.ts'), 'InboxScreen')
const inbox = createRoute({ getParentRoute: () => root, path: '/inbox', component: InboxScreen })

const CasesScreen = lazyRouteComponent(() => import('./cases/index.ts'), 'CasesScreen')
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  component: CasesScreen,
  validateSearch: casesSearchOf,
})
const guarantors = createRoute({
  getParentRoute: () => root,
  path: '/guarantors',
  component: lazyRouteComponent(() => import('./guarantors/index.ts'), 'GuarantorsScreen'),
})
const CaseScreen = lazyRouteComponent(() => import('./cases/index.ts'), 'CaseScreen')
const oneCase = createRoute({ getParentRoute: () => root, path: '/cases/$name', component: CaseScreen })

// Only where several people use the server; for nobody else is there a way to it.
const DeskScreen = lazyRouteComponent(() => import('./desk/index.ts'), 'DeskScreen')
const desk = createRoute({ getParentRoute: () => root, path: '/desk', component: DeskScreen })

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    clause,
    document,
    agreement,
    agreements,
    access,
    ground,
    map,
    backTest,
    timeline,
    tally,
    figures,
    protectedThings,
    watch,
    notices,
    exchange,
    protectionCheck,
    powers,
    publication,
    report,
    publicView,
    recordField,
    inbox,
    cases,
    oneCase,
    guarantors,
    desk,
  ]),
  parseSearch: (search) => ({ ...readSearch(search), lang: undefined }),
  stringifySearch: (search) => keptInLinks(writeSearch(search)),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
