// The words around a daily report in English. Its own words come with it.

export const en = {
  help: 'What the record bears out, evening by evening. Every figure leads to what it rests on.',
  day: 'Evening of',
  earlier: 'Earlier',
  later: 'Later',
  number: (number: string, day: string) => `${number}: ${day}`,
  files: 'Take it with you',
  filesHelp: 'The same report as a file. What desks hold for themselves is in none of them that others get.',
  madeKnown: 'Made known, with the SHA-256 of each file',
  print: 'Print this page',
  follow: 'Follow from elsewhere',
  feed: 'Reports as a feed',
  calendar: 'What is due, as a calendar',
  alerts: 'The latest alert',
  none: 'No report yet',
  noneHelp:
    'The first report is made at the first cut-off in the agreement’s first term. Choose a later instant above, or enter what began the term.',
  lookUp: (n: number) => `All ${n}, to be looked up`,
  forms: {
    md: 'Markdown',
    html: 'Page (HTML)',
    pdf: 'To print (PDF)',
    docx: 'To edit (DOCX)',
    json: 'Everything (JSON)',
    csv: 'Figures (CSV)',
    hxl: 'Figures with HXL tags',
    geojson: 'Coarse places (GeoJSON)',
    cap: 'Latest alert (CAP)',
    ics: 'Deadlines (iCalendar)',
    atom: 'Feed entry (Atom)',
    stix: 'Incidents (STIX 2.1)',
    prov: 'Where figures come from (PROV)',
  } as Readonly<Record<string, string>>,
}

export type ReportWords = typeof en
