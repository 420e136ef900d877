// What a change of one thing in a small agreement is said to be, how much it weighs, and who gains or loses by it.
import { describe, expect, it } from 'vitest'
import { PLACES } from '../fixture.ts'
import { BODY, text } from './fixture.ts'
import { compareAgreements, type Change } from './index.ts'

/** The changes that come of writing one thing for another in the small agreement. */
function changes(from: string, to: string): readonly Change[] {
  if (BODY.split(from).length !== 2) throw new Error(`\`${from}\` does not stand once in the text`)
  return compareAgreements(text(BODY), text(BODY.replace(from, to))).changes
}

const said = (from: string, to: string) =>
  changes(from, to).map(({ path, change, severity, gains, loses }) => [
    path,
    change,
    severity,
    gains.join(),
    loses.join(),
  ])

describe('a change that shifts who has to do what', () => {
  it.each([
    ['a deadline that is dropped', '  by           dawn + 48 hours\n', '', 'carts.by', 'removed', 'lake', 'hill'],
    ['a later deadline', 'dawn + 48 hours', 'dawn + 72 hours', 'carts.by', 'changed', 'lake', 'hill'],
    ['an earlier deadline', 'dawn + 48 hours', 'dawn + 24 hours', 'carts.by', 'changed', 'hill', 'lake'],
    [
      'silence that now counts as met',
      'silence      unknown',
      'silence      met',
      'carts.silence',
      'changed',
      'lake',
      'hill',
    ],
    [
      'silence that now counts as a breach',
      'silence      unknown',
      'silence      breached',
      'carts.silence',
      'changed',
      'hill',
      'lake',
    ],
    [
      'another who is bound',
      'on           lake\n  to           hill',
      'on           lake or crown\n  to           hill',
      'carts.on',
      'changed',
      'hill',
      'crown',
    ],
    ['a zone that shrinks', 'depth        500 m', 'depth        400 m', 'verge.depth', 'changed', 'lake', 'hill'],
    [
      'a zone that goes over both sides of its line',
      '  side         north\n',
      '',
      'verge.side',
      'removed',
      'hill',
      'lake',
    ],
    [
      'fewer metres to clear',
      'clears       500 m',
      'clears       300 m',
      'draw-back.clears',
      'changed',
      'lake',
      'hill',
    ],
    [
      'a condition before a duty that is dropped',
      '  after        met(carts)\n',
      '',
      'draw-back.after',
      'removed',
      'hill',
      'lake',
    ],
    [
      'more time to wait for the other',
      'carts within 12 hours',
      'carts within 24 hours',
      'draw-back.together',
      'changed',
      'lake',
      'hill',
    ],
    [
      'a monitor who may no longer attest',
      'attest       watch, hill',
      'attest       hill',
      'carts.attest',
      'changed',
      '',
      'watch',
    ],
    [
      'a certifier who goes',
      'crown and league jointly, within',
      'crown, within',
      'market.certify',
      'changed',
      '',
      'league',
    ],
    [
      'a certificate without a deadline',
      'jointly, within 24 hours',
      'jointly',
      'market.certify',
      'changed',
      'crown,league',
      '',
    ],
    [
      'another who holds a power',
      'held-by      crown',
      'held-by      crown or league',
      'leave-it.held-by',
      'changed',
      'league',
      '',
    ],
    [
      'a step with less time',
      'within 24 hours\n  step',
      'within 12 hours\n  step',
      'complaint.step',
      'changed',
      '',
      'watch',
    ],
    [
      'a word that an account trusts no longer',
      'trusts       hill, watch',
      'trusts       watch',
      'careful.trusts',
      'changed',
      '',
      'hill',
    ],
    ['a gate that waits for one thing less', ' and met(carts)', '', 'market.when', 'changed', 'lake', 'hill'],
    [
      'a gate that takes either of two for enough',
      'continuous) and met',
      'continuous) or met',
      'market.when',
      'changed',
      'hill,lake',
      'hill,lake',
    ],
    ['a longer window', 'held(calm, 7 days', 'held(calm, 8 days', 'market.when', 'changed', 'hill,lake', 'hill,lake'],
  ])('is major and says who gains and who loses: %s', (_, from, to, path, change, gains, loses) => {
    expect(said(from, to)).toEqual([[path, change, 'major', gains, loses]])
  })

  it('takes from and gives to each alike, where each is bound apart', () => {
    for (const [from, to] of [
      ['self-defence', 'self-defence\n  silence      met'],
      ['  on-breach    complaint\n', ''],
      ['lasts        7 days', 'lasts        8 days'],
      ['count <= 3', 'count <= 4'],
      ['  except       self-defence\n', ''],
    ] as const)
      expect(said(from, to).map((row) => row.slice(2))).toEqual([['major', 'hill,lake', 'hill,lake']])
  })

  it('is major where a clause comes or goes, and minor where only a name for something does', () => {
    const rows = said('power leave-it\n  held-by      crown\n  effect       terminate truce\n\n', '')
    expect(rows).toEqual([['leave-it', 'removed', 'major', 'league', 'crown']])
    expect(
      said('\nopen-term threat', '\nzone brook\n  geometry     places.geojson#valley\n\nopen-term threat'),
    ).toEqual([['brook', 'added', 'minor', '', '']])
  })

  it('says that it cannot be told where hours are changed for days', () => {
    const [change] = changes('dawn + 48 hours', 'dawn + 2 days')
    expect(change).toMatchObject({ severity: 'major', gains: [], loses: [] })
    expect(change!.message).toContain('cannot be told')
  })

  it('says both where one thing went and another came', () => {
    expect(said('trusts       hill, watch', 'trusts       lake, watch')).toEqual([
      ['careful.trusts', 'changed', 'major', 'lake', 'hill'],
    ])
  })
})

describe('a change that weighs less', () => {
  it.each([
    ['a name', 'name         The Watch', 'name         The Eyes', 'watch.name', 'changed', 'editorial'],
    [
      'a default that is written out',
      'certify      crown',
      'reopens      again\n  certify      crown',
      'market.reopens',
      'added',
      'editorial',
    ],
    ['a reading', 'says         at once', 'says         within the hour', 'threat-now.says', 'changed', 'minor'],
    ['the words of an open term', 'an immediate threat', 'a threat', 'threat.words', 'changed', 'minor'],
    [
      'a lint accepted for another reason',
      'the watch comes late',
      'nobody else can',
      'self-attested-only.because',
      'changed',
      'editorial',
    ],
    [
      'a lint accepted no longer',
      'accept self-attested-only\n  because      the watch comes late\n',
      '',
      'self-attested-only',
      'removed',
      'minor',
    ],
    [
      'a party among those who may attest',
      'attest       watch, hill',
      'attest       watch, hill, lake',
      'carts.attest',
      'changed',
      'minor',
    ],
  ])('is %s', (_, from, to, path, change, severity) => {
    expect(said(from, to).map((row) => row.slice(0, 3))).toEqual([[path, change, severity]])
  })

  it('is nothing at all where the same is written otherwise', () => {
    for (const [from, to] of [
      ['held(calm, 7 days', 'held(calm, 1 week'],
      ['count <= 3', 'count < 4'],
      ['hill and lake, each', 'lake and hill, each'],
      ['held(calm, 7 days, continuous) and met(carts)', 'met(carts) and held(calm, 7 days, continuous)'],
      ['500 m north', '0.5 km north'],
      ['self-defence', 'Self-Defence'],
    ] as const)
      expect(said(from, to)).toEqual([])
  })

  it('is the same clause by another name, where nearly all its fields are the same, and who uses the name has not changed', () => {
    const renamed = text(
      BODY.replace('duty carts', 'duty first-carts')
        .replaceAll('met(carts)', 'met(first-carts)')
        .replace('carts within', 'first-carts within'),
    )
    const { changes, severity } = compareAgreements(text(BODY), renamed)
    expect(changes.map(({ path, change }) => [path, change])).toEqual([['first-carts', 'renamed']])
    expect(severity).toBe('editorial')
    expect(changes[0]!.message).toContain('`carts` is named `first-carts` now')
  })
})

describe('drawn ground', () => {
  const square = (east: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [10, 46],
      [east, 46],
      [east, 46.2],
      [10, 46.2],
      [10, 46],
    ].reduce<[[number, number][]]>(([ring], [lon, lat]) => [[...ring, [lon!, lat!]]], [[]]),
  })
  const places = (east: number) =>
    new Map([
      [
        'places.geojson',
        PLACES.get('places.geojson')!.map((place) =>
          place.id === 'valley' ? { ...place, geometry: square(east) } : place,
        ),
      ],
    ])

  it('is compared where the places are given, though the text is the same', () => {
    const same = text(BODY)
    const compared = (old: number, now: number) =>
      compareAgreements(same, same, { old: places(old), new: places(now) }).changes
    expect(compared(10.2, 10.2)).toEqual([])
    expect(compared(10.2, 10.1)).toMatchObject([
      { path: 'valley.geometry', severity: 'major', gains: ['hill', 'lake'] },
    ])
    expect(compared(10.2, 10.1)[0]!.message).toMatch(/shrinks: about (49|50|51) %/)
    expect(compared(10.1, 10.2)[0]!.message).toMatch(/widens: about (49|50|51) %/)
  })

  it('cannot be compared without the places, and that is said', () => {
    const [change] = changes('geometry     places.geojson#valley', 'geometry     places.geojson#vale')
    expect(change).toMatchObject({ path: 'valley.geometry', severity: 'major', gains: [], loses: [] })
    expect(change!.message).toContain('cannot be told how it changes without the places')
  })
})
