// The ground on the terminal: each depth with every account's finding, then why, who cannot confirm, and who waits.
import { EXAMPLE, sayInstant } from '@trucekeeper/access'
import type { DepthStatus, Finding, GroundStatus, PublicGround } from '@trucekeeper/access/ground'
import { formatInstant, type Instant } from '@trucekeeper/time'
import type { Colours, Terminal } from '../terminal.ts'
import { plain, shortInstant } from './verdict.ts'
import { indented } from './wrap.ts'

interface Shown {
  readonly title: string
  readonly at: Instant
  readonly zone: string
  /** One for each account. */
  readonly statuses: readonly GroundStatus[]
  readonly decided: GroundStatus
}

const SIGNS: Record<Finding, string> = { kept: '✓', not_kept: '✗', contested: '≠', cannot_tell: '±', not_observed: '?' }

export function showGround(io: Terminal, { title, at, zone, statuses, decided }: Shown): void {
  const { colours, print, width } = io
  print(indented(colours.bold(title), width, ''))
  print(indented(`on the ground, as of ${sayInstant(at, zone)} (${zone}), by \`${decided.account}\``, width, ''))
  for (const [index, depth] of decided.depths.entries()) {
    print('')
    showDepth(io, depth)
    const others = statuses.filter((status) => status !== decided)
    print(indented(`by others: ${byFinding(others, index)}`, width, '    '))
  }
  print(`\n${colours.bold('all depths together')}`)
  for (const { party, reading, finding } of decided.parties)
    print(indented(`${findingText(finding, colours)} ${party}, reading ${reading}`, width, '    ', '  '))
  print(`\n${colours.bold('who has begun to pull back')}`)
  for (const { party, begun, for: says, against, cannot_confirm } of decided.movements) {
    const words = [
      ...says.map((word) => `${word.observer} says so`),
      ...against.map((word) => `${word.observer} denies it`),
      ...cannot_confirm.map((word) => `${word.observer} cannot confirm`),
    ]
    print(indented(`${party}: ${begun}${words.length > 0 ? ` (${[...new Set(words)].join(', ')})` : ''}`, width, '  '))
  }
  showPairs(io, decided, zone)
  if (decided.redeployment.length > 0) print(`\n${colours.bold('where weapons were to go')}`)
  for (const { unit, finding, sites, why } of decided.redeployment)
    print(indented(`${unit}, to go to ${sites.join(' or ')}: ${plain(finding)}: ${why}`, width, '  '))
}

function showDepth({ colours, print, width }: Terminal, status: DepthStatus): void {
  const { depth, finding, why, units, cannot_confirm, silent } = status
  const side = depth.side === 'either' ? 'on either side' : `${depth.side}`
  const counted = units.filter((one) => one.finding !== 'elsewhere')
  const made = marked(counted.flatMap(({ bands }) => bands))
  const what = `${colours.bold(depth.party)}, ${depth.depth_m} m ${side} of ${depth.line}${made}`
  print(indented(`${findingText(finding, colours)} ${what}`, width, '  ', ''))
  print(indented(`${depth.of}; reading ${depth.reading}`, width, '    '))
  print(indented(why, width, '    '))
  for (const { unit, bands } of counted)
    for (const { id, near_m, far_m, observer } of bands) {
      const band = `${unit} at ${Math.round(near_m)} to ${Math.round(far_m)} m`
      print(indented(`${band}, by the word of ${observer} (${id})`, width, '        ', '      '))
    }
  if (cannot_confirm.length > 0) print(indented(`cannot confirm: ${named(cannot_confirm)}`, width, '    '))
  if (silent.length > 0) print(indented(`may attest and said nothing: ${silent.join(', ')}`, width, '    '))
}

/** What rests on rows that are made up says so. */
function marked(rows: readonly { readonly source: string }[]): string {
  const made = rows.filter(({ source }) => source === EXAMPLE).length
  return made === 0 ? '' : made === rows.length ? ' [example]' : ' [in part example]'
}

function named(words: DepthStatus['cannot_confirm']): string {
  return words
    .map((word) => `${word.observer} (${word.quote === null ? `${word.id}${marked([word])}` : `“${word.quote}”`})`)
    .join('; ')
}

function byFinding(statuses: readonly GroundStatus[], depth: number): string {
  const groups = new Map<Finding, string[]>()
  for (const { account, depths } of statuses) {
    const { finding } = depths[depth]!
    groups.set(finding, [...(groups.get(finding) ?? []), account])
  }
  return [...groups].map(([finding, accounts]) => `${plain(finding)}: ${accounts.join(', ')}`).join('; ')
}

function showPairs({ colours, print, width }: Terminal, { pairs }: GroundStatus, zone: string): void {
  for (const { pair, readings } of alike(pairs)) {
    const { a, b, state, why, follow_by, would_break, tolerance_h } = pair
    const both = colours.bold(`${a.party} and ${b.party}`)
    print(`\n${indented(`${both}, within ${tolerance_h} hours of each other`, width, '  ', '')}`)
    print(indented(`${plain(state)}: ${why}`, width, '  '))
    print(indented(`in the readings ${readings.join('; ')}`, width, '    '))
    for (const { quote, id } of [...a.says, ...b.says])
      print(indented(quote === null ? `says so (${id})` : `“${quote}” (${id})`, width, '    '))
    if (follow_by !== null) print(`    by ${shortInstant(formatInstant(follow_by, zone))}`)
    for (const way of would_break) print(indented(`broken when ${way}`, width, '      ', '    - '))
  }
}

/** Pairs of which the same is said in several readings, told once. */
function alike(pairs: GroundStatus['pairs']): { pair: GroundStatus['pairs'][number]; readings: string[] }[] {
  const told = new Map<string, { pair: GroundStatus['pairs'][number]; readings: string[] }>()
  for (const pair of pairs) {
    const key = [pair.a.party, pair.b.party, pair.state, pair.why, pair.follow_by].join('\n')
    const before = told.get(key) ?? { pair, readings: [] }
    before.readings.push(`${pair.a.reading} and ${pair.b.reading}`)
    told.set(key, before)
  }
  return [...told.values()]
}

function findingText(finding: Finding, { green, red, yellow, dim }: Colours): string {
  const paint = { kept: green, not_kept: red, contested: yellow, cannot_tell: yellow, not_observed: dim }[finding]
  return paint(`${SIGNS[finding]} ${plain(finding)}`)
}

export function showPublicGround({ print, width }: Terminal, { bands, policy }: PublicGround, zone: string): void {
  const late = `Bands of reported distance, in windows of ${policy.window_h} hours, ${policy.delay_h} hours late.`
  print(indented(late, width, ''))
  if (bands.length === 0) print('Nothing is old enough to be published.')
  const time = (at: Instant) => shortInstant(formatInstant(at, zone))
  for (const { line, party, weapon_class, window_from, window_to, from_m, to_m } of bands) {
    const metres = to_m === null ? `beyond ${from_m} m` : `${from_m} to ${to_m} m`
    const what = weapon_class === null ? 'weapons' : plain(weapon_class)
    const from = `${time(window_from)} – ${time(window_to)} `
    print(indented(`${from} ${party}: ${what} reported ${metres} from ${line}`, width, '    ', ''))
  }
}
