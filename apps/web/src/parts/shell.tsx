// What surrounds every screen: the way past the header, the name of the agreement, the help on keys.
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { recordQuery } from '../api.ts'
import { addressIn, language } from '../language.ts'
import { Menu } from '../menu/index.ts'
import { words } from '../words.ts'
import { PaletteButton } from '../palette/index.ts'
import { screenNames, VERIFY_PAGE } from '../palette/screens.ts'
import { KeysHelp } from './keys.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useLens } from './use-view.ts'

export function Shell() {
  const lens = useLens()
  const { data: record } = useQuery(recordQuery())
  const { publicHref } = useLocation()
  useFocusOnArrival()
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <Link className="brand" to="/" search={lens}>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 11h22M5 21h22" />
            <path className="slash" d="M21 6 11 26" />
          </svg>
          {words.product}
        </Link>
        <PaletteButton />
        <LanguageSwitch />
        <KeysHelp />
        <Menu />
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <p className="printed" dir="ltr">
        {paperAddress(publicHref, lens.at ?? record?.suggested_at)}
      </p>
      <footer className="footer">
        <p>{words.footer}</p>
        {words.lang !== 'en' && <p>{words.inEnglish}</p>}
        <p>
          <a href={addressIn(language, VERIFY_PAGE)}>{screenNames[VERIFY_PAGE]}</a>
        </p>
        {record && <p>{words.lens.everyEntry(record.entries)}</p>}
      </footer>
    </>
  )
}

/** The whole address with its instant, which somebody can type who has nothing but the sheet. */
function paperAddress(href: string, at: string | undefined): string {
  const address = new URL(href, globalThis.location.origin)
  const asks = address.search.slice(1)
  const instant = at === undefined || address.searchParams.has('at') ? '' : `at=${at}`
  return `${address.origin}${address.pathname}?${[asks, instant].filter(Boolean).join('&')}`.replace(/\?$/, '')
}

/** A new screen begins at its content, for readers who hear the page as for those who see it. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
