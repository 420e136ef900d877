// Access on the terminal: requests with their steps, the funnel, indicators and figures, and the sentences that follow.
import { EXAMPLE, sayInstant, type Sentence, type Told } from '@trucekeeper/access'
import type { Access } from '../access.ts'
import type { Terminal } from '../terminal.ts'
import { countText } from './count.ts'
import { plain } from './verdict.ts'
import { indented } from './wrap.ts'

const WIDE_FUNNEL = 76

export function showHead({ colours, print, width }: Terminal, { title, question, zone }: Access, what: string): void {
  print(indented(colours.bold(title), width, ''))
  const known =
    question.knownAt === null ? 'everything recorded' : `what was recorded by ${sayInstant(question.knownAt, zone)}`
  const whose = question.sources === null ? '' : `, by the word of ${question.sources.join(', ')}`
  print(indented(`${what}, as of ${sayInstant(question.at, zone)} (${zone}), on ${known}${whose}`, width, ''))
}

export function showAccess(io: Terminal, answer: Access): void {
  const { colours, print, width } = io
  const { overview, sentences } = answer
  showHead(io, answer, 'access')
  const section = (title: string) => print(`\n${colours.bold(title)}`)
  const line = (text: string, indent = '    ', first = '  ') => print(indented(text, width, indent, first))
  if (overview.requests.length > 0) section('Requests')
  for (const { requestId, outcome, areas, people, steps, cut, replyLateDays, example } of overview.requests) {
    const where = areas.map(({ area, accessStatus }) => `${area} (${sayTold(accessStatus)})`).join(', ')
    line(`${requestId}: ${colours.bold(plain(outcome))}${marked(example)}; ${where}; ${sayTold(people)} people`)
    const late = replyLateDays === null ? [] : [`reply late by ${days(replyLateDays)}`]
    const cuts = [
      ...cut.areas.map((area) => `cut: ${area}`),
      ...cut.items.map((item) => `cut: ${item}`),
      ...(cut.people ? [`cut: ${sayRange(cut.people)} people`] : []),
    ]
    for (const text of [...late, ...cuts]) line(text, '      ', '      ')
    for (const { step, decidedBy, decision, state, days: took, reasons } of steps) {
      const word =
        state === 'open'
          ? decision === null
            ? 'open'
            : plain(decision)
          : state === 'contested'
            ? 'contested'
            : plain(decision!)
      const why = reasons.map(({ reason, source }) => ` (${source}: ${reason})`).join('')
      line(
        `${plain(step)}, ${decidedBy}: ${word}, ${sayRange({ low: round(took.low), high: round(took.high) })} days${why}`,
        '        ',
        '      ',
      )
    }
  }
  showSentences(io, sentences)
  section('Rapid, safe, unhindered, sustained')
  for (const { id, verdict, value, threshold, unit, source } of overview.indicators) {
    const found =
      value === null ? 'nothing to count' : `${sayRange({ low: round(value.low), high: round(value.high) })} ${unit}`
    line(`${id}: ${verdict} (${found}; at most ${threshold} ${unit}, by ${source})`)
  }
  for (const { where, kind, times, hours } of overview.repeated)
    line(
      `again and again: ${kind === 'point' ? 'waiting at' : 'for'} ${where}, ${times} times, the longest ${Math.round(hours[0]!)} hours`,
    )
  if (overview.figures.length > 0) section('Figures, side by side')
  for (const { what, about, unit, figures } of overview.figures) {
    line(`${plain(what)}, ${about}${unit === 'people' ? '' : ` (${unit})`}`)
    for (const { value, low, high, qualifier, source, definition } of figures) {
      const number = value ?? (low !== null && high !== null ? `${low} to ${high}` : (low ?? high))
      line(
        `${qualifier ? `${qualifier} ` : ''}${number}: ${source}${definition ? `; ${definition}` : ''}`,
        '        ',
        '      ',
      )
    }
  }
}

export function showFunnel(io: Terminal, answer: Access, sentences: readonly Sentence[]): void {
  const { colours, print, width } = io
  const { funnel, delays } = answer.overview
  showHead(io, answer, 'from request to delivery')
  print('')
  const wide = width >= WIDE_FUNNEL
  const cells = (parts: readonly string[]) =>
    parts.map((part, index) => (index === 0 ? part.padEnd(23) : part.padStart(index === 2 ? 18 : 13))).join('')
  if (wide) print(colours.bold(cells(['stage', 'requests', 'people', 'days to it', 'stand here'])))
  for (const { stage, requests, people, days: took, standing } of funnel) {
    const parts = [
      plain(stage),
      sayRange(requests),
      sayRange(people),
      stage === 'requested' ? '–' : sayRange({ low: round(took.low), high: round(took.high) }),
      standing.requests === 0 ? '–' : `${standing.requests}, ${Math.round(standing.days)} d`,
    ]
    if (wide) print(cells(parts))
    else
      print(
        indented(
          `${parts[0]}: ${parts[1]} requests, ${parts[2]} people, ${parts[3]} days to it${standing.requests > 0 ? `; ${standing.requests} stand here, ${Math.round(standing.days)} days in all` : ''}`,
          width,
          '  ',
          '',
        ),
      )
  }
  print(`\n${colours.bold('Days lost, by step and decider')}`)
  for (const { step, decider, count, days: lost, open, denied } of delays) {
    const where = step === 'waiting' ? `waiting at ${decider ?? 'a point nobody names'}` : `${plain(step)}, ${decider}`
    const rest = [
      countText(count, step === 'waiting' ? 'wait' : 'request'),
      open > 0 && `${open} open`,
      denied > 0 && `${denied} denied`,
    ]
    print(
      indented(
        `${sayRange({ low: round(lost.low), high: round(lost.high) })} days: ${where} (${rest.filter(Boolean).join(', ')})`,
        width,
        '    ',
        '  ',
      ),
    )
  }
  showSentences(io, sentences)
}

/** Each sentence with the exact words of those behind it, and what is made up said to be so. */
export function showSentences(io: Terminal, sentences: readonly Sentence[]): void {
  const { colours, print, width } = io
  if (sentences.length > 0) print(`\n${colours.bold('What follows')}`)
  for (const { text, example, evidence } of sentences) {
    const made = evidence.filter(({ source }) => source === EXAMPLE).map(({ row }) => row)
    const partly = made.length > 0 && made.length < evidence.length
    print(indented(`${text}${partly ? ' [in part example]' : marked(example)}`, width, '    ', '  '))
    for (const { source, quote, doc } of evidence)
      if (quote !== null)
        print(colours.dim(indented(`“${quote.replaceAll(/\s+/g, ' ')}” (${source}, ${doc})`, width, '      ', '    ')))
    if (partly) print(colours.dim(indented(`made up in it: ${listed(made)}`, width, '      ', '    ')))
  }
}

const MOST_LISTED = 6

function listed(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more rows` : ''
  return `${names.slice(0, MOST_LISTED).join(', ')}${more}`
}

export function marked(example: boolean): string {
  return example ? ' [example]' : ''
}

export function sayTold(told: Told<unknown>): string {
  if (told.state === 'unknown') return 'unknown'
  const values = told.values.map(({ value, sources }) => {
    const text = typeof value === 'number' ? value.toLocaleString('en') : plain(String(value))
    return told.state === 'contested' ? `${text} by ${sources.join(', ')}` : text
  })
  return values.join('; ')
}

export function sayRange({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? low.toLocaleString('en') : `${low.toLocaleString('en')}–${high.toLocaleString('en')}`
}

function days(count: number): string {
  return countText(round(count), 'day')
}

export function round(number: number): number {
  return Math.round(number * 10) / 10
}
