// For tests: a small agreement in which a place can be marked by `‸`, with Arabic words and an emoji before its clauses.
import { openDocument, type AgreementDocument } from '../document.ts'

/** Stands before the letter that is meant. */
export const CARET = '‸'

export const HARBOUR = `# The harbour arrangement

وقف إطلاق النار 🕊 was agreed by two councils.

\`\`\`truce
agreement harbour
  title        The harbour arrangement
  clock        Europe/Athens
  made         2030-02-20
  decided-by   all-reported
\`\`\`

## 1. Who and when

### 1.1 The councils

The two councils 🤝 keep the harbour open. النص

\`\`\`truce
party north
  name         Northern council

party south
  name         Southern council

body port-office
  name         Port Office
  role         monitor

line road
  geometry     places.geojson#road

anchor day-one
  at           2030-03-01T12:00+02:00

term quiet
  starts       day-one
  lasts        30 days
\`\`\`

## 2. What is owed

### 2.1 Quiet

Both stop the fighting for thirty days.

\`\`\`truce
ban ceasefire
  on           north and south, each
  act          attack
  during       term quiet
  decided-by   north
\`\`\`

### 2.2 Aid

The north lets aid through within two days, once it is quiet.

\`\`\`truce
duty let-through
  on           north
  act          deliver-aid
  after        met(2.1 ceasefire.south)
  by           day-one + 48 hours
\`\`\`
`

export function open(source: string): AgreementDocument {
  const road = { id: 'road', name: 'The road', also: [], tolerance_m: 0 }
  const geometry = { type: 'LineString' as const, coordinates: [[10, 46] as const, [10.1, 46] as const] }
  return openDocument(source, 'agreement.md', new Map([['places.geojson', [{ ...road, geometry }]]]))
}

/** The agreement with one stretch exchanged for another that holds the caret, and where the caret stands. */
export function marked(find: string, replace: string): { document: AgreementDocument; offset: number } {
  if (HARBOUR.split(find).length !== 2) throw new Error(`\`${find}\` stands not once in the text`)
  const source = HARBOUR.replace(find, () => replace)
  const offset = source.indexOf(CARET)
  if (offset === -1) throw new Error('no caret')
  return { document: open(source.replace(CARET, '')), offset }
}

/** The caret before the first letter of a stretch, or so many letters into it. */
export function at(document: AgreementDocument, stretch: string, into = 0): number {
  const found = document.source.indexOf(stretch)
  if (found === -1) throw new Error(`\`${stretch}\` does not stand in the text`)
  return found + into
}

export const cut = (
  document: AgreementDocument,
  { start, end }: { start: { offset: number }; end: { offset: number } },
) => document.source.slice(start.offset, end.offset)
