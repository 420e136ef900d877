// A small agreement for tests to change one thing in, and to compare with what it was.
import type { AgreementText } from '../ast.ts'
import { HEAD } from '../fixture.ts'
import { parseAgreement } from '../parse.ts'

export const BODY = `
guarantor crown
  name         The Crown

guarantor league
  name         The League

body watch
  name         The Watch

body office
  name         The Office

zone valley
  geometry     places.geojson#valley

line road
  geometry     places.geojson#road

zone verge
  along        road
  side         north
  depth        500 m

anchor dawn
  at           2024-05-01T07:00+02:00

term truce
  starts       dawn
  lasts        7 days

ban quiet
  on           hill and lake, each
  act          attack
  in           valley
  during       term truce
  except       self-defence
  on-breach    complaint

duty carts
  on           lake
  to           hill
  act          deliver-aid
  by           dawn + 48 hours
  attest       watch, hill
  silence      unknown

duty draw-back
  on           lake
  act          pull-back
  in           verge
  clears       500 m north of road, heavy weapons
  after        met(carts)
  together     carts within 12 hours

measure calm
  counts       breaches of quiet
  per          calendar day, Europe/Berlin
  holds        while count <= 3
  from         dawn

gate market
  opens        office
  when         held(calm, 7 days, continuous) and met(carts)
  certify      crown and league jointly, within 24 hours

power leave-it
  held-by      crown
  effect       terminate truce

procedure complaint
  step         watch do "record it" within 24 hours
  step         crown do "ask"

account careful
  name         Careful
  trusts       hill, watch
  sources      2

open-term threat
  words        an immediate threat

reading threat-now
  of           threat
  by           hill
  says         at once

accept self-attested-only
  because      the watch comes late
`
export const SENTENCE = 'The lake shall bring food to the hill within 48 hours.'
/** The small agreement, with clauses and a sentence of its own. */
export const text = (body: string, sentence = SENTENCE): AgreementText =>
  parseAgreement(`${HEAD}\n## 1. All of it\n\n${sentence}\n\n\`\`\`truce${body}\`\`\`\n`, 'a.md').text
