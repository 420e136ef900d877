import { describe, expect, it } from 'vitest'
import { clausesUnder, said, underlined } from '../../testing/snippet.ts'

const NAME = 'zone-overlap-opposed'
const area = (id: string, shape: string, more = '') =>
  `\nzone ${id}\n  geometry     places.geojson#${shape}\n  tolerance    50 m\n  edition      sheet 4\n${more}`
const strip = (id: string, side: string, depth: string) =>
  `\nzone ${id}\n  along        road\n  side         ${side}\n  depth        ${depth}\n  tolerance    50 m\n`
const duty = (id: string, on: string, act: string, zones: string, more = '') =>
  `\nduty ${id}\n  on           ${on}\n  act          ${act}\n  in           ${zones}\n  by           day-one + 2 days\n  attest       port-office\n  silence      unknown\n${more}`
const ban = (id: string, on: string, zones: string) =>
  `\nban ${id}\n  on           ${on}\n  act          force_posture\n  in           ${zones}\n  during       term quiet\n  silence      unknown\n`
const leave = (id: string, to: string, zones: string, span = 'term quiet') =>
  `\nleave ${id}\n  to           ${to}\n  may          patrol\n  in           ${zones}\n  during       ${span}\n`
const found = (clauses: string) => underlined(clausesUnder(clauses), NAME)
const SHORE = area('shore', 'bank')
const OUT = duty('north-out', 'north', 'pull-back', 'valley')

describe('zone-overlap-opposed', () => {
  it('underlines where a zone is drawn, from which one has to be out and over which the other may patrol', () => {
    const text = SHORE + OUT + leave('south-patrols', 'south', 'shore')
    expect(found(text)).toHaveLength(1)
    expect(found(text)[0]).toMatch(/^geometry +places\.geojson#(valley|bank)$/)
    expect(said(clausesUnder(text), NAME)).toEqual([
      '`shore` of `south-patrols` and `valley` of `north-out` lie over one another, and one has to be out of where the other may be',
    ])
  })

  it('underlines the depth of a strip that lies over the other side', () => {
    const sides = (depth: string) =>
      strip('verge-north', 'north', '500 m') +
      strip('verge-south', depth, '900 m') +
      duty('north-out', 'north', 'pull-back', 'verge-north') +
      duty('south-out', 'south', 'pull-back', 'verge-south')
    expect(found(sides('south'))).toEqual([])
    expect(found(sides('either'))).toEqual(['depth        900 m'])
    expect(found(sides('north'))).toEqual(['depth        900 m'])
  })

  it('underlines a strip that was made too deep, and lies over an area', () => {
    const deep = (depth: string) =>
      strip('verge-north', 'north', depth) +
      SHORE +
      duty('north-out', 'north', 'pull-back', 'verge-north') +
      duty('south-holds', 'south', 'safe_zone', 'shore')
    expect(found(deep('500 m'))).toEqual([])
    expect(found(deep('25 km'))).toEqual(['depth        25 km'])
  })

  it('finds ground that both are to hold, and ground that one must keep clear and the other hold', () => {
    expect(
      found(SHORE + duty('a', 'north', 'safe_zone', 'valley') + duty('b', 'south', 'safe_zone', 'shore')),
    ).toHaveLength(1)
    expect(found(SHORE + ban('a', 'north', 'valley') + duty('b', 'south', 'safe_zone', 'shore'))).toHaveLength(1)
  })

  it('leaves alone two bans, two leaves, and a leave where the other holds', () => {
    expect(found(SHORE + ban('a', 'north', 'valley') + ban('b', 'south', 'shore'))).toEqual([])
    expect(found(SHORE + leave('a', 'north', 'valley') + leave('b', 'south', 'shore'))).toEqual([])
    expect(found(SHORE + leave('a', 'north', 'valley') + duty('b', 'south', 'safe_zone', 'shore'))).toEqual([])
  })

  it('finds ground on which the armed men of both may stay, and not where only one may or neither is armed', () => {
    const stay = (id: string, to: string, zone: string, may: string) =>
      leave(id, to, zone).replace('may          patrol', `may          ${may}`)
    const sides = (may: string, other: string) =>
      found(SHORE + stay('a', 'north', 'valley', may) + stay('b', 'south', 'shore', other))
    expect(sides('stay with its arms', 'keep two companies there')).toHaveLength(1)
    expect(sides('remain in its positions', 'be stationed there with heavy weapons')).toHaveLength(1)
    expect(sides('keep its camp', 'pitch its camp')).toHaveLength(1)
    expect(sides('stay with its arms', 'patrol')).toEqual([])
    expect(sides('stay overnight', 'keep sheep')).toEqual([])
    expect(
      found(SHORE + stay('a', 'north', 'valley', 'stay with its arms') + stay('b', 'north', 'shore', 'stay armed')),
    ).toEqual([])
  })

  it('finds ground that one is to hold or to leave and on which the other may stay', () => {
    const stays = leave('b', 'south', 'shore').replace('patrol', 'keep its troops')
    expect(found(SHORE + OUT + stays)).toHaveLength(1)
    expect(said(clausesUnder(SHORE + duty('a', 'north', 'safe_zone', 'valley') + stays), NAME)).toEqual([
      '`shore` of `b` and `valley` of `a` lie over one another, and one may stay on what the other is to hold',
    ])
  })

  it('leaves alone zones that lie apart, one in the other, or side by side in one clause', () => {
    expect(found(area('camp', 'hill') + OUT + leave('p', 'south', 'camp'))).toEqual([])
    expect(found(area('shore', 'bank', '  within       valley\n') + OUT + leave('p', 'south', 'shore'))).toEqual([])
    expect(found(SHORE + OUT + leave('p', 'south', 'shore') + ban('q', 'south', 'shore, valley'))).toEqual([])
  })

  it('leaves alone what lies over the other by no more than could be an error of drawing', () => {
    const rough = SHORE.replace('50 m', '8 km')
    expect(found(rough + OUT + leave('p', 'south', 'shore'))).toEqual([])
  })

  it('leaves alone one side, with the guarantor who answers for it', () => {
    expect(found(SHORE + OUT + leave('p', 'north', 'shore'))).toEqual([])
    expect(found(SHORE + OUT + leave('p', 'eastland', 'shore'))).toEqual([])
    expect(found(SHORE + OUT + leave('p', 'westland', 'shore'))).toHaveLength(1)
    expect(found(SHORE + OUT + leave('p', 'port-office', 'shore'))).toEqual([])
  })

  it('leaves alone ground that one enters when the other is due to have left', () => {
    expect(found(SHORE + OUT + leave('p', 'south', 'shore', 'from day-one + 2 days'))).toEqual([])
    expect(found(SHORE + OUT + leave('p', 'south', 'shore', 'from day-one + 1 day'))).toHaveLength(1)
    const follows = duty('holds', 'south', 'safe_zone', 'shore', '  after        met(north-out)\n')
    expect(found(SHORE + OUT + follows)).toEqual([])
  })

  it('says the same of both sides', () => {
    const swapped = (text: string) => text.replace(/north|south/g, (side) => (side === 'north' ? 'south' : 'north'))
    const text = SHORE + OUT + leave('patrols', 'south', 'shore')
    expect(found(swapped(text))).toEqual(found(text))
  })
})
