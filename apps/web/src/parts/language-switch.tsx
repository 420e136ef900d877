// The way to the page in another language, each under its own name.
import { useLocation } from '@tanstack/react-router'
import { useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { addressIn, keepLanguage, language, LANGUAGE_NAMES, LANGUAGES } from '../language.ts'
import { words } from '../words.ts'

export function LanguageSwitch() {
  const { publicHref } = useLocation()
  const box = useRef<HTMLDetailsElement>(null)
  const close = () => box.current?.removeAttribute('open')
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    box.current?.querySelector('summary')?.focus()
  }
  const closeOnLeaving = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget)) close()
  }
  return (
    <details ref={box} className="languages" onKeyDown={closeOnEscape} onBlur={closeOnLeaving}>
      <summary>
        <span className="unseen">{words.language}: </span>
        {LANGUAGE_NAMES[language]}
      </summary>
      <ul>
        {LANGUAGES.map((one) => (
          <li key={one}>
            {/* A new page and not a change of this one: every word of it is another. */}
            <a
              href={addressIn(one, publicHref)}
              lang={one}
              hrefLang={one}
              dir="auto"
              aria-current={one === language ? 'true' : undefined}
              onClick={() => keepLanguage(one)}
            >
              {LANGUAGE_NAMES[one]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
