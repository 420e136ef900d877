// A sound claim for tests to change one thing in.
import type { ClaimBody } from './claim.ts'

const QUOTE = 'the armed opposition shelled the northern outskirts of Aleppo'

export const shelling: ClaimBody = {
  doc: '03-daily-note.txt',
  quote: QUOTE,
  start: 40,
  end: 40 + QUOTE.length,
  speaker: 'russia',
  speaker_text: 'the General Staff',
  speaker_side: 'russia',
  via: null,
  outlet: 'a news agency',
  published: '2016-09-13T18:00+03:00',
  kind: 'shelling',
  modality: 'asserted',
  negated: false,
  places: ['aleppo'],
  date: '2016-09-13',
  date_basis: 'explicit',
  actor_blamed: 'opposition',
  target: null,
  figures: [{ what: 'violations', value: 23, unit: 'violation', qualifier: 'at least' }],
}

export const RECEIVED = '2016-09-13T20:00+03:00'
