// News in words: one line each, in the language of whoever is told.
import { formatInstant } from '@trucekeeper/time'
import type { News } from '../news/news.ts'
import { AR } from './ar.ts'
import { EN } from './en.ts'
import { FR } from './fr.ts'
import { RU } from './ru.ts'
import type { Words } from './words.ts'

export const LANGUAGES = ['en', 'ar', 'ru', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

const WORDS: Readonly<Record<Language, Words>> = { en: EN, ar: AR, ru: RU, fr: FR }

export interface Letter {
  readonly subject: string
  readonly text: string
}

export interface Addressed {
  readonly agreement: string
  readonly zone: string
  readonly desk: string
  readonly rule: string
  readonly language: Language
  /** When it was looked at. */
  readonly at: number
}

/** Plain text: what is new, a line each. */
export function letterOf(news: readonly News[], { agreement, zone, desk, rule, language, at }: Addressed): Letter {
  const words = WORDS[language]
  const lines = news.map((one) => `• ${lineOf(one, words)}`)
  return {
    subject: words.subject(agreement, news.length),
    text: [words.intro(agreement, desk, shown(formatInstant(at, zone))), '', ...lines, '', words.footer(rule), ''].join(
      '\n',
    ),
  }
}

function lineOf(news: News, words: Words): string {
  const said = (code: string | null) => (code === null ? words.none : (words.of[code] ?? code.replaceAll('_', ' ')))
  switch (news.about) {
    case 'verdict':
      return words.verdict(news.clause, said(news.from), said(news.to))
    case 'deadline':
      return news.how === 'passed' ? words.passed(news.clause) : words.near(news.clause, shown(news.due), news.what)
    case 'late':
      return words.late(news.case, news.who, news.step)
    case 'case':
      return news.from === null
        ? words.opened(news.case, news.clause)
        : words.moved(news.case, said(news.from), said(news.to))
    case 'gate':
      return words.gate(news.clause, said(news.from), said(news.to), news.done, news.needed)
    case 'act':
      return words.act(news.clause, said(news.stage), news.by.join(', '))
    case 'report':
      return words.report(news.day)
    case 'listing':
      return words.listing(news.reference)
  }
}

/** `2016-09-16 18:00 +03:00` */
const shown = (iso: string) => iso.replace(/T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, ' $1 ')
