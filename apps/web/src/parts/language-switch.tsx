// The way to the page in another language, each under its own name.
import { useLocation } from '@tanstack/react-router'
import { addressIn, keepLanguage, language, LANGUAGE_NAMES, LANGUAGES } from '../language.ts'
import { words } from '../words.ts'
import { Fold } from './fold.tsx'

export function LanguageSwitch() {
  const { publicHref } = useLocation()
  return (
    <Fold
      className="languages"
      summary={
        <>
          <span className="unseen">{words.language}: </span>
          {LANGUAGE_NAMES[language]}
        </>
      }
    >
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
    </Fold>
  )
}
