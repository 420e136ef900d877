// The language of the page: one for all of it, chosen by the reader, kept in this browser, taken up when the page loads.

export const LANGUAGES = ['en', 'ar', 'ru', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ar: 'العربية',
  ru: 'Русский',
  fr: 'Français',
}

const KEPT_UNDER = 'trucekeeper-language'

const asked = named(new URLSearchParams(globalThis.location?.search ?? '').get('lang'))

/** `?lang=ar` in the address wins over what was kept, and that over what the browser asks for. */
export const language: Language = asked ?? named(kept()) ?? preferred() ?? 'en'

export const direction: 'ltr' | 'rtl' = language === 'ar' ? 'rtl' : 'ltr'

function named(tag: string | null | undefined): Language | undefined {
  const short = tag?.slice(0, 2).toLowerCase()
  return LANGUAGES.find((one) => one === short)
}

/** Only of a browser: what a test run or a build happens to speak says nothing about a reader. */
function preferred(): Language | undefined {
  const tags = globalThis.location === undefined ? [] : globalThis.navigator.languages
  return tags.map(named).find((one) => one !== undefined)
}

function kept(): string | null {
  try {
    return globalThis.localStorage?.getItem(KEPT_UNDER) ?? null
  } catch {
    // A browser that keeps nothing still shows the page.
    return null
  }
}

/** Remembers the language for the next visit. */
export function keepLanguage(to: Language): void {
  try {
    globalThis.localStorage.setItem(KEPT_UNDER, to)
  } catch {
    // The address says it this time; the next time the browser is asked again.
  }
}

/** The address of the same place in another language. */
export function addressIn(to: Language, href: string): string {
  const [address, place] = href.split('#')
  const [path, query = ''] = address!.split('?')
  const rest = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('lang='))
  return `${path}?${[...rest, `lang=${to}`].join('&')}${place === undefined ? '' : `#${place}`}`
}

/** An address that names its language goes on naming it, so that a link shows another reader the same words. */
export function keptInLinks(search: string): string {
  return asked === undefined ? search : `${search ? `${search}&` : '?'}lang=${asked}`
}

/** What the page calls the language of a text, `en` or `ar-SY`; what is no tag of a language stays as it is. */
export function languageName(tag: string): string {
  const isTag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)
  return isTag ? (new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag) : tag
}

/** The words of the language of the page. */
export function chosen<T>(words: Readonly<Record<Language, T>>): T {
  return words[language]
}
