// What the examples of all rules share: who there is, where, and for how long. It stands after the words of the example.
import { parsePlaces } from '@trucekeeper/geo'

const feature = (id: string, name: string, type: string, coordinates: unknown) => ({
  type: 'Feature',
  id,
  properties: { name },
  geometry: { type, coordinates },
})
const square = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

/** `road` leads east from 10°E to 10.1°E at 46°N; `valley` and `hill` lie apart, `bank` lies half in the valley. */
export const PLACES = parsePlaces(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature('road', 'The road', 'LineString', [
        [10, 46],
        [10.1, 46],
      ]),
      feature('valley', 'The valley', 'Polygon', square(10, 46, 10.2, 46.2)),
      feature('bank', 'The bank', 'Polygon', square(10.1, 46.1, 10.3, 46.3)),
      feature('hill', 'The hill', 'Polygon', square(11, 46, 11.2, 46.2)),
    ],
  }),
).places

export const PRELUDE = `## A. What the examples share

### A.1 Who

Two councils made the arrangement; each has somebody who answers for it. The Port Office and the Red Crescent watch.

\`\`\`truce
agreement harbour
  title        The harbour arrangement
  clock        Europe/Athens
  made         2030-02-20
  decided-by   all-reported

guarantor eastland
  name         Eastland
  role         co_chair

guarantor westland
  name         Westland
  role         co_chair

party north
  name         Northern council
  answered-by  eastland

party south
  name         Southern council
  answered-by  westland

body port-office
  name         Port Office
  role         monitor

body red-crescent
  name         Red Crescent
  role         monitor

body joint-office
  name         Joint Office
  role         secretariat
\`\`\`

### A.2 Where

The road runs along the valley.

\`\`\`truce
line road
  geometry     places.geojson#road
  tolerance    50 m
  edition      sheet 4 of the survey of 2029

zone valley
  geometry     places.geojson#valley
  tolerance    50 m
  edition      sheet 4 of the survey of 2029
\`\`\`

### A.3 How long

Quiet begins at noon on 1 March 2030 and lasts thirty days; both councils can extend it, and either can leave.

\`\`\`truce
anchor day-one
  at           2030-03-01T12:00+02:00

term quiet
  starts       day-one
  lasts        30 days
  extends      extend-quiet

power extend-quiet
  held-by      north and south jointly
  effect       extend quiet
  form         joint notice

power leave
  held-by      north or south
  effect       terminate quiet
  form         written notice

procedure complaints
  step         port-office do "ask both councils" within 24 hours
  step         port-office do "say what it saw" within 72 hours
  decides      eastland and westland jointly
  follows      both councils are told
\`\`\`
`
