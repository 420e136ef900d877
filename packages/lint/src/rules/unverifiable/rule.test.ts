import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'unverifiable'
const duty = (lines = '') => `
duty draw-back
  on           north
  act          pull-back
  in           valley
  by           day-one + 2 days
  silence      unknown
${lines}`
const WATCHED = `
account watched
  name         Those who watch
  trusts       port-office, red-crescent
`
const measure = (reports: string) => `
measure calm
  counts       attack
  per          calendar day, Europe/Athens
  holds        while count = 0
  from         day-one
  reports      ${reports}
  silence      unknown

gate office
  opens        joint-office
  when         held(calm, 7 days, continuous)
  certify      eastland and westland jointly
  decided-by   watched
`
/** An agreement of its own, in which nobody watches. */
const alone = (lines = '') =>
  clausesUnder(`
agreement two
  title        Two councils
  clock        Europe/Athens
  decided-by   all-reported

party north
  name         Northern council

party south
  name         Southern council

body office
  name         Office
  role         secretariat

zone valley
  geometry     places.geojson#valley
  edition      sheet 4

anchor day-one
  at           2030-03-01T12:00+02:00
${duty(lines)}`)
const severities = (text: string) =>
  lintSnippet(text).diagnostics.flatMap(({ code, severity }) => (code === NAME ? [severity] : []))

describe('unverifiable', () => {
  it('underlines an act that moves forces where no place and no distance is said', () => {
    const nowhere = duty('  attest       port-office, south\n').replace('  in           valley\n', '')
    expect(underlined(clausesUnder(nowhere), NAME)).toEqual(['act          pull-back'])
    expect(said(clausesUnder(nowhere), NAME)).toEqual([
      '`draw-back` does not say where, so nobody can see whether it is done',
    ])
    expect(underlined(clausesUnder(nowhere.replace('pull-back', 'publish-agreement')), NAME)).toEqual([])
    expect(underlined(clausesUnder(`${nowhere}  clears       500 m north of road, guns\n`), NAME)).toEqual([])
    expect(underlined(clausesUnder(duty('  attest       port-office, south\n')), NAME)).toEqual([])
  })

  it('notes a duty that names nobody who may attest it, where somebody watches', () => {
    expect(underlined(clausesUnder(duty()), NAME)).toEqual(['duty draw-back'])
    expect(severities(clausesUnder(duty()))).toEqual(['note'])
  })

  it('warns of it where nobody watches', () => {
    expect(underlined(alone(), NAME)).toEqual(['duty draw-back'])
    expect(severities(alone())).toEqual(['warning'])
  })

  it('does not count one who watches only itself', () => {
    const own = duty().replace('on           north', 'on           watch').replace('draw-back', 'watch-road')
    const text = alone().replace(
      'party south',
      'body watch\n  name         Watch\n  role         monitor\n\nparty south',
    )
    expect(severities(text.replace(duty(), own))).toEqual(['warning'])
  })

  it('is content with an `attest`', () => {
    expect(underlined(clausesUnder(duty('  attest       port-office\n')), NAME)).toEqual([])
    expect(underlined(alone('  attest       south\n'), NAME)).toEqual([])
  })

  it('underlines those who may attest, where the account that decides believes none of them', () => {
    const text = clausesUnder(`${WATCHED}${duty('  attest       north, south\n  decided-by   watched\n')}`)
    expect(underlined(text, NAME)).toEqual(['attest       north, south'])
    expect(said(text, NAME)).toEqual(['of those who may attest `draw-back` the account that decides believes nobody'])
    expect(underlined(text.replace('north, south\n', 'north, port-office\n'), NAME)).toEqual([])
  })

  it('knows whom the standard accounts believe', () => {
    const by = (account: string) => clausesUnder(duty(`  attest       north\n  decided-by   ${account}\n`))
    expect(underlined(by('monitors'), NAME)).toEqual(['attest       north'])
    expect(underlined(by('south'), NAME)).toEqual(['attest       north'])
    expect(underlined(by('north'), NAME)).toEqual([])
    expect(underlined(by('corroborated'), NAME)).toEqual([])
  })

  it('underlines those who report for a measure, where the account of its gate believes none of them', () => {
    expect(underlined(clausesUnder(WATCHED + measure('north, south')), NAME)).toEqual(['reports      north, south'])
    expect(underlined(clausesUnder(WATCHED + measure('north, port-office')), NAME)).toEqual([])
  })

  it('underlines a line that is drawn nowhere', () => {
    const clears = duty('  clears       500 m north of path, guns\n  attest       port-office\n').replace(
      '  in           valley\n',
      '',
    )
    expect(underlined(clausesUnder(`line path\n  edition      sheet 4\n${clears}`), NAME)).toEqual(['path'])
    expect(underlined(clausesUnder(clears.replace('path', 'road')), NAME)).toEqual([])
  })
})
