// The menu of the header: what people come for, each unfolding its screens, with the name of the one that is open.
import { Link, useLocation } from '@tanstack/react-router'
import { DeskLink } from '../desk/link.tsx'
import { Fold } from '../parts/fold.tsx'
import { useLens } from '../parts/use-view.ts'
import { MENU } from './screens.ts'
import { menuWords as said } from './words.ts'

export function Menu() {
  const lens = useLens()
  const { pathname } = useLocation()
  return (
    <nav className="menu" aria-label={said.screens}>
      {MENU.map(({ name, screens }) => {
        const here = screens.find(([to]) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
        return (
          <Fold
            key={name}
            together="menu"
            summary={
              <>
                {name}
                {here && (
                  <>
                    {' · '}
                    <strong className="menu-here">{here[1]}</strong>
                  </>
                )}
              </>
            }
          >
            {screens.map(([to, title]) => (
              <li key={to}>
                <Link to={to} search={lens} activeOptions={{ exact: to === '/', includeSearch: false }}>
                  {title}
                </Link>
              </li>
            ))}
          </Fold>
        )
      })}
      <DeskLink />
    </nav>
  )
}
