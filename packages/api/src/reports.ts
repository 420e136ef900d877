// GET /api/reports, /api/feed.atom, /api/calendar.ics and /api/alerts: what is told every evening, to each as much as they see.
import { reportsMadeKnown } from '@trucekeeper/centre'
import { alertsOf, atomOf, calendarOf, cutOffOf, pageOf, USUAL_CUT_OFF } from '@trucekeeper/publish'
import { formatInstant } from '@trucekeeper/time'
import type { Context } from 'hono'
import { alertsAnswer, reportAnswer, reportPageAnswer, reportsAnswer } from './answers/reports.ts'
import type { Deps } from './deps.ts'
import { json, Noun, text } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'
import {
  daysBy,
  daysQuery,
  FORMS,
  latestQuery,
  latestReports,
  pageQuery,
  reportOn,
  reportQuery,
} from './report-asked.ts'

export function reportRoutes({ workspace, print }: Pick<Deps, 'workspace' | 'print'>): Noun {
  const about = { steady: true, pace: SLOW_PACE } as const
  const ofDay = { ...about, parts: { date: 'a day, such as 2016-09-16' }, problems: ['404.14'] } as const
  const forms = Object.entries(FORMS).flatMap(([name, { print: isPrinted }]) => (isPrinted && !print ? [] : [name]))
  const noun = new Noun('/api')
    .get(
      '/reports',
      { ...about, summary: 'the days with a daily report, by number', query: daysQuery, gives: json(reportsAnswer) },
      async (c, { at }) => {
        const { agreement, until, days } = await daysBy(workspace, at)
        const known = reportsMadeKnown((await workspace.known()).record, until)
        const { id, title, hash, zone } = agreement
        return c.json({
          agreement: { id, title, hash, zone },
          cut_off_hour: USUAL_CUT_OFF,
          days: days.map((day, index) => {
            const number = index + 1
            const made_known = known
              .filter(({ report }) => report === number)
              .map(({ at: made, format, lang, hash }) => ({ at: made, format, lang, hash }))
            return { day, number, cut_off: formatInstant(cutOffOf(day, USUAL_CUT_OFF, zone), zone), made_known }
          }),
          forms,
        })
      },
    )
    .get(
      '/reports/:date',
      {
        ...ofDay,
        summary: 'the report of a day: figures with receipts',
        query: reportQuery,
        gives: json(reportAnswer),
      },
      async (c, { known_at }) => c.json((await reportOn(workspace, c.req.param('date'), known_at)).report),
    )
    .get(
      '/reports/:date/page',
      { ...ofDay, summary: 'the report of a day in words', query: pageQuery, gives: json(reportPageAnswer) },
      async (c, { known_at, lang = 'en' }) =>
        c.json(pageOf((await reportOn(workspace, c.req.param('date'), known_at)).report, lang, { baseUrl: '' })),
    )
    .get(
      '/feed.atom',
      {
        ...about,
        summary: 'the latest reports as a feed (Atom)',
        query: latestQuery,
        gives: text('application/atom+xml'),
      },
      async (c, { at, lang = 'en' }) =>
        c.body(atomOf(await latestReports(workspace, at), lang), 200, { 'content-type': FORMS.atom!.type }),
    )
    .get(
      '/calendar.ics',
      { ...about, summary: 'what is due as a calendar (iCalendar)', query: latestQuery, gives: text('text/calendar') },
      async (c, { at, lang = 'en' }) => {
        const [report] = await latestReports(workspace, at, 1)
        return c.body(calendarOf(report!, lang), 200, { 'content-type': FORMS.ics!.type })
      },
    )
    .get(
      '/alerts',
      {
        ...about,
        summary: 'terms as a chain of alerts (CAP 1.2), the first sent first',
        query: latestQuery,
        gives: json(alertsAnswer),
      },
      async (c, { at, lang = 'en' }) => {
        const [report] = await latestReports(workspace, at, 1)
        const alerts = alertsOf(report!, lang).map(({ identifier, type }, index) => {
          return { number: index + 1, identifier, type, address: `/api/alerts/${index + 1}.xml` }
        })
        return c.json({ alerts })
      },
    )
    .get(
      '/alerts/:number',
      {
        ...about,
        summary: 'one alert of the chain (CAP 1.2)',
        parts: { number: 'its place in the chain from 1, and `.xml`' },
        query: latestQuery,
        gives: text('application/cap+xml'),
        problems: ['404.15'],
      },
      async (c, { at, lang = 'en' }) => {
        const [report] = await latestReports(workspace, at, 1)
        const name = c.req.param('number')
        const alert = /^\d{1,4}\.xml$/.test(name) ? alertsOf(report!, lang)[Number.parseInt(name, 10) - 1] : undefined
        if (!alert)
          throw new Refused('404.15', `no alert is named ${quoted(name)}`, 'see `/api/alerts` for those there are')
        return c.body(alert.xml, 200, { 'content-type': FORMS.cap!.type })
      },
    )
  for (const name of forms) addForm(noun, { workspace, ...(print && { print }) }, name)
  return noun
}

/** One address a form, as each is of a type of its own. */
function addForm(noun: Noun, { workspace, print }: Pick<Deps, 'workspace' | 'print'>, name: string): void {
  const form = FORMS[name]!
  noun.get(
    `/reports/:date/files/${name}`,
    {
      summary: `the report of a day as a file, to be saved (${name})`,
      parts: { date: 'a day, such as 2016-09-16' },
      query: pageQuery,
      gives: text(form.type.split(';')[0]!),
      problems: ['404.14', '404.15'],
      pace: SLOW_PACE,
    },
    async (c, { known_at, lang = 'en' }) => {
      const date = c.req.param('date') ?? ''
      const { report, agreement } = await reportOn(workspace, date, known_at)
      const content = await form.make(report, agreement, lang, print)
      if (content === null)
        throw new Refused('404.15', `there is no ${quoted(name)} of ${quoted(date)}`, 'no term had begun by then')
      return saved(c, content, form.type, `${agreement.id}-${date}-${lang}.${form.ending}`)
    },
  )
}

/** To be saved, and should a browser show it all the same: without scripts, forms, an origin, or anything from elsewhere. */
function saved(c: Context, content: string | Uint8Array, type: string, name: string): Response {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return c.body(bytes.slice().buffer, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  })
}
