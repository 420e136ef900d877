// What surrounds the screens of somebody who is not in yet: the name, the languages, and nothing of the record.
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { words } from '../words.ts'
import './sign-in.css'

export function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="masthead sign-in-head">
        <span className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 11h22M5 21h22" />
            <path className="slash" d="M21 6 11 26" />
          </svg>
          {words.product}
        </span>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        <section className="panel sign-in">{children}</section>
      </main>
    </>
  )
}

/** A refusal, said at once to whoever only hears the page. */
export function Said({ reason }: { reason: { readonly text: string; readonly english: boolean } | null }) {
  return (
    <p className="said" role="alert" {...(reason?.english && { lang: 'en', dir: 'ltr' })}>
      {reason?.text}
    </p>
  )
}
