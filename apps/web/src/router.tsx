// Which address shows which screen.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { AccessScreen } from './access/index.ts'
import { BackTestScreen } from './back-test/index.ts'
import { ClauseScreen } from './clause/index.ts'
import { AgreementScreen, DocumentScreen } from './document/index.ts'
import { GroundScreen } from './ground/index.ts'
import { Shell } from './parts/shell.tsx'
import { Today } from './today/index.ts'
import { lensOf, passageOf, readSearch, sourceOf, writeSearch } from './url-state.ts'

const root = createRootRoute({ component: Shell, validateSearch: lensOf, notFoundComponent: Today })

const today = createRoute({ getParentRoute: () => root, path: '/', component: Today })

const clause = createRoute({ getParentRoute: () => root, path: '/clauses/$id', component: ClauseScreen })

const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$sha',
  component: DocumentScreen,
  validateSearch: passageOf,
})

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/agreement',
  component: AgreementScreen,
  validateSearch: passageOf,
})

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: AccessScreen,
  validateSearch: sourceOf,
})

const ground = createRoute({ getParentRoute: () => root, path: '/pull-back', component: GroundScreen })

const backTest = createRoute({ getParentRoute: () => root, path: '/back-test', component: BackTestScreen })

export const router = createRouter({
  routeTree: root.addChildren([today, clause, document, agreement, access, ground, backTest]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
