// The language of the page: one for all of it, chosen by the reader, kept in this browser, taken up when the page loads.

export const LANGUAGES = ['en', 'ar', 'ru', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

const KEPT_UNDER = 'trucekeeper-language'

/** `?lang=ar` in the address wins over what was kept, and that over what the browser asks for. */
export const language: Language = read() ?? 'en'

function read(): Language | null {
  const { search } = globalThis.location ?? { search: '' }
  const asked = new URLSearchParams(search).get('lang') ?? kept()
  const tags = [asked, ...(globalThis.navigator?.languages ?? [])].map((tag) => tag?.slice(0, 2).toLowerCase())
  return tags.map((tag) => LANGUAGES.find((one) => one === tag)).find((one) => one !== undefined) ?? null
}

function kept(): string | null {
  try {
    return globalThis.localStorage?.getItem(KEPT_UNDER) ?? null
  } catch {
    // A browser that keeps nothing still shows the page.
    return null
  }
}

/** Shows the page in another language from now on. */
export function speak(to: Language): void {
  try {
    globalThis.localStorage.setItem(KEPT_UNDER, to)
  } catch {
    // It will be English again next time; this time the address says it.
  }
  const url = new URL(globalThis.location.href)
  url.searchParams.set('lang', to)
  globalThis.location.assign(url)
}

/** The words of the language of the page. */
export function chosen<T>(words: Readonly<Record<Language, T>>): T {
  return words[language]
}
