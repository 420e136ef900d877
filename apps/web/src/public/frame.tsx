// What surrounds the public view for whoever has not signed in: the name, the languages, the way in, and no other screen.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { chosen } from '../language.ts'
import { words } from '../words.ts'

const signIn = chosen({ en: 'Sign in', ar: 'تسجيل الدخول', ru: 'Войти', fr: 'Se connecter' })

export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="masthead">
        <span className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 11h22M5 21h22" />
            <path className="slash" d="M21 6 11 26" />
          </svg>
          {words.product}
        </span>
        <nav>
          <Link to="/">{signIn}</Link>
        </nav>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <p>{words.footer}</p>
      </footer>
    </>
  )
}
