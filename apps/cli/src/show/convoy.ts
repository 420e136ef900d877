// Convoys on the terminal: the last word on each, its waits, seals, goods, and what sources disagree about.
import { sayInstant, type ChainState, type ConsignmentStatus, type SealChain } from '@trucekeeper/access'
import type { Access } from '../access.ts'
import type { Terminal } from '../terminal.ts'
import { marked, round, sayRange, sayTold, showHead } from './access.ts'
import { plain } from './verdict.ts'
import { indented } from './wrap.ts'

export function showConvoys(io: Terminal, answer: Access): void {
  showHead(io, answer, 'consignments')
  for (const consignment of answer.overview.consignments) {
    io.print('')
    showConvoy(io, consignment, answer)
  }
}

function showConvoy({ colours, print, width }: Terminal, one: ConsignmentStatus, { zone, records }: Access): void {
  const say = (at: number) => sayInstant(at, zone)
  const line = (text: string) => print(indented(text, width, '    ', '  '))
  const { status } = one
  print(indented(`${colours.bold(one.consignmentId)}: ${plain(one.reached)}${marked(one.example)}`, width, '  ', ''))
  line(
    `for ${sayTold(one.destination)}, ${sayTold(one.people)} people; vehicles: ${one.vehicles.join(', ') || 'unknown'}`,
  )
  if (status) {
    const code = status.rec24 === null ? '' : ` [${status.rec24}]`
    line(
      `last word: ${plain(status.status)}${code}${status.place ? ` at ${status.place}` : ''}, ${say(status.at.to)}, by ${status.source}`,
    )
  }
  for (const { place, vehicles, since, lastWord, ended, hours, reasons } of one.waits) {
    const end = ended ? `until ${plain(ended.status)}` : `last spoken of ${say(lastWord.to)}`
    line(
      `waited at ${place ?? 'a point nobody names'} since ${say(since.from)}: ${sayRange({ low: round(hours.low), high: round(hours.high) })} hours (${vehicles.join(', ') || 'all'}), ${end}`,
    )
    for (const { source, by, reason } of reasons)
      line(`why, by the word of ${source}: ${[by, reason].filter((part) => part !== null).join(', ')}`)
  }
  for (const { status: word, by, reason, source, at } of one.refusals)
    line(
      `${plain(word)}, ${say(at.from)}, by the word of ${source}: ${[by, reason].filter((part) => part !== null).join(', ') || 'no reason given'}`,
    )
  for (const { place, at, sources } of one.attacks)
    line(
      `attacked at ${place ?? 'a place nobody names'}, ${say(at.from)} to ${say(at.to)}, by the word of ${sources.join(', ')}`,
    )
  for (const { vehicleId, state, reason } of one.seals) line(`seals of ${vehicleId}: ${state}: ${reason}`)
  for (const { item, unit, listed, loaded, arrived, received, distributed } of one.items) {
    const lost = (['damaged', 'lost', 'removed_by_authority'] as const).flatMap((condition) =>
      received[condition].state === 'unknown' ? [] : [`${plain(condition)} ${sayTold(received[condition])}`],
    )
    line(
      `${item} (${unit}): listed ${sayTold(listed)}, loaded ${sayTold(loaded)}, arrived ${sayTold(arrived)}${lost.length > 0 ? ` (${lost.join(', ')})` : ''}, handed out ${sayTold(distributed)}`,
    )
  }
  for (const { vehicleId, corridor, window } of one.tracks)
    line(`track of ${vehicleId}: corridor ${plain(corridor)}, window ${plain(window)}`)
  for (const [earlier, later] of one.contradictions) line(`exclude each other: ${earlier} and ${later}`)
  for (const name of one.undetermined) line(`may have happened by then or not: ${name}`)
  const quotes = new Map(records.events.map((row) => [row.name, row]))
  const word = status && quotes.get(status.row)
  if (word?.quote) line(colours.dim(`“${word.quote}” (${word.source}, ${word.doc})`))
}

const SIGNS: Record<ChainState, string> = { whole: '✓', resealed: '~', broken: '✗', contested: '≠', unknown: '?' }

export function showSeals(io: Terminal, answer: Access, chains: readonly SealChain[]): void {
  const { colours, print, width } = io
  const paint = {
    whole: colours.green,
    resealed: colours.yellow,
    broken: colours.red,
    contested: colours.yellow,
    unknown: colours.dim,
  }
  const made = new Set(
    answer.overview.consignments.filter(({ example }) => example).map(({ consignmentId }) => consignmentId),
  )
  showHead(io, answer, 'seals')
  for (const { consignmentId, vehicleId, state, reason, breaks, unchecked } of chains) {
    print(
      indented(
        `${paint[state](`${SIGNS[state]} ${state}`)}  ${consignmentId}, ${vehicleId}: ${reason}${marked(made.has(consignmentId))}`,
        width,
        '    ',
        '',
      ),
    )
    for (const { place, at, foundBy, source, row, against } of breaks) {
      const others = against.length > 0 ? `; against it: ${against.join(', ')}` : ''
      print(
        indented(
          `at ${place}, ${sayInstant(at.from, answer.zone)}, found by ${foundBy}, by the word of ${source} (${row})${others}`,
          width,
          '      ',
          '    ',
        ),
      )
    }
    if (unchecked.length > 0) print(indented(`nobody looked at: ${unchecked.join(', ')}`, width, '      ', '    '))
  }
  const count = (state: ChainState) => chains.filter((chain) => chain.state === state).length
  const words = (['broken', 'contested', 'resealed', 'whole', 'unknown'] as const).map(
    (state) => `${count(state)} ${state}`,
  )
  print(`\n${indented(words.join(', '), width, '')}`)
}
