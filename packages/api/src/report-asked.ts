// Which report is asked for, and the forms in which it can be had.
import {
  alertsOf,
  atomOf,
  calendarOf,
  csvOf,
  geoJsonOf,
  htmlOf,
  LANGUAGES,
  markdownOf,
  pageOf,
  provOf,
  stixOf,
} from '@trucekeeper/publish'
import {
  daysWithReports,
  reporter,
  USUAL_CUT_OFF,
  type DailyReport,
  type Language,
  type Page,
} from '@trucekeeper/publish'
import { addDays, civilDay, dayNumber, parseInstant, type CivilDay, type Instant } from '@trucekeeper/time'
import { z } from 'zod'
import type { WhatIsKnown, Workspace } from './deps.ts'
import { quoted, Refused } from './problems.ts'
import { accessQuery } from './query.ts'

type Agreement = WhatIsKnown['agreement']

/** Sets pages on paper; without it there is neither PDF nor DOCX. */
export interface Print {
  pdf(page: Page, madeAt: Instant): Promise<Uint8Array>
  docx(page: Page): Promise<Uint8Array>
}

const { at, known_at } = accessQuery.shape
const lang = z.optional(z.enum(LANGUAGES).describe('the language of its words; left out, English'))

export const daysQuery = z.strictObject({ at })
export const reportQuery = z.strictObject({ known_at })
export const pageQuery = z.strictObject({ known_at, lang })
export const latestQuery = z.strictObject({ at, lang })

/** By when a list of reports ends: the instant asked for, else when the last entry came in. */
export async function untilOf(workspace: Workspace, asked: Instant | undefined): Promise<Instant> {
  return (await workspace.lookback()).asked(asked === undefined ? {} : { at: asked }).at
}

export async function daysBy(workspace: Workspace, asked: Instant | undefined) {
  const { agreement } = await workspace.known()
  const until = await untilOf(workspace, asked)
  return { agreement, until, days: await daysWithReports(workspace, agreement, until, USUAL_CUT_OFF) }
}

export async function reportOn(
  workspace: Workspace,
  date: string,
  knownAt: Instant | undefined,
): Promise<{ readonly report: DailyReport; readonly agreement: Agreement }> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(dayNumber(date)))
    throw new Refused('404.14', `${quoted(date)} is no day`, 'write a day, such as `2016-09-16`; see `/api/reports`')
  const { agreement } = await workspace.known()
  const report = await reporter(
    workspace,
    agreement,
  )({
    day: date,
    cutOff: USUAL_CUT_OFF,
    ...(knownAt !== undefined && { knownAt }),
  })
  return { report, agreement }
}

/** A feed has the last of them. */
const MOST_IN_FEED = 7

/** The latest reports by an instant, the earliest first; before there is any, that of the day. */
export async function latestReports(workspace: Workspace, asked: Instant | undefined, most = MOST_IN_FEED) {
  const { agreement, until, days } = await daysBy(workspace, asked)
  const make = reporter(workspace, agreement)
  const wanted: readonly CivilDay[] =
    days.length > 0 ? days.slice(-most) : [addDays(civilDay(until, agreement.zone), -1)]
  const reports: DailyReport[] = []
  for (const day of wanted) reports.push(await make({ day, cutOff: USUAL_CUT_OFF }))
  return reports
}

interface Form {
  readonly type: string
  readonly ending: string
  readonly print?: true
  make(
    report: DailyReport,
    agreement: Agreement,
    language: Language,
    print: Print | undefined,
  ): Promise<string | Uint8Array | null>
}

const made = (
  type: string,
  ending: string,
  make: (report: DailyReport, agreement: Agreement, language: Language) => string | null,
): Form => ({ type, ending, make: async (report, agreement, language) => make(report, agreement, language) })

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By the names that `truce report --format` takes. */
export const FORMS: Readonly<Record<string, Form>> = {
  md: made('text/markdown; charset=utf-8', 'md', (report, _, language) => markdownOf(pageOf(report, language))),
  html: made('text/html; charset=utf-8', 'html', (report, _, language) => htmlOf(pageOf(report, language))),
  pdf: {
    type: 'application/pdf',
    ending: 'pdf',
    print: true,
    make: async (report, _, language, print) =>
      print?.pdf(pageOf(report, language), parseInstant(report.known_at)!) ?? null,
  },
  docx: {
    type: WORD,
    ending: 'docx',
    print: true,
    make: async (report, _, language, print) => print?.docx(pageOf(report, language)) ?? null,
  },
  json: made('application/json', 'json', (report) => `${JSON.stringify(report, null, 2)}\n`),
  csv: made('text/csv; charset=utf-8; header=present', 'csv', (report) => csvOf(report)),
  hxl: made('text/csv; charset=utf-8; header=present', 'hxl.csv', (report) => csvOf(report, { hxl: true })),
  geojson: made('application/geo+json', 'geojson', geoJsonOf),
  cap: made(
    'application/cap+xml; charset=utf-8',
    'cap.xml',
    (report, _, language) => alertsOf(report, language).at(-1)?.xml ?? null,
  ),
  ics: made('text/calendar; charset=utf-8', 'ics', (report, _, language) => calendarOf(report, language)),
  atom: made('application/atom+xml; charset=utf-8', 'atom.xml', (report, _, language) => atomOf([report], language)),
  stix: made('application/stix+json;version=2.1', 'stix.json', (report) => stixOf(report)),
  prov: made('application/ld+json', 'prov.jsonld', (report) => provOf(report)),
}
