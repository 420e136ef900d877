// One claim as a person sees it: its words marked in their place, and what was read out of them.
import { fieldText, NOTHING, REVIEW_FIELDS, type Claim, type ReviewItem, type Walk } from '@trucekeeper/claims'
import { indented } from '../show/wrap.ts'
import type { Terminal } from '../terminal.ts'

type Page = Pick<Terminal, 'width' | 'colours'>

/** UTF-16 units shown before and after a quote, at most. */
const CONTEXT = 240
const LABEL = 14
/** What is read out of a quote whether there is anything or not: that nothing is there is an answer too. */
const ALWAYS: ReadonlySet<string> = new Set([
  'speaker',
  'speaker_side',
  'kind',
  'modality',
  'negated',
  'places',
  'date',
  'actor_blamed',
])

/** The claim looked at, in lines no wider than the terminal. */
export function pageOf({ colours, width }: Page, walk: Walk): string {
  const item = walk.items[walk.at]
  if (!item || walk.draft === null) return ''
  const { draft } = walk
  const place = `claim ${walk.at + 1} of ${walk.items.length}`
  const from = [place, seen(draft.doc), draft.outlet === null ? '' : seen(draft.outlet), seen(draft.published)]
  const fields = REVIEW_FIELDS.filter((field) => field !== 'quote').flatMap((field) => {
    const text = fieldText(draft, field)
    if (text === NOTHING && !ALWAYS.has(field)) return []
    const changed = walk.fields.includes(field) ? ' (corrected)' : ''
    const first = `  ${field.replace('_', ' ').padEnd(LABEL)}`
    return [indented(`${seen(text)}${changed}`, width, ' '.repeat(first.length), first)]
  })
  return [
    colours.bold(indented(from.filter((part) => part !== '').join(' · '), width, '')),
    '',
    inPlace({ colours, width }, draft, item),
    '',
    ...fields,
    ...(item.isRecorded ? [indented('It is in the record already.', width, '  ')] : []),
  ].join('\n')
}

/** Where a quote begins and ends while lines are broken: no text that is seen holds them. */
const [OPEN, CLOSE] = ['\u0001\u0001', '\u0002\u0002']

/** The quote between [[ and ]], with the paragraph around it. */
function inPlace({ colours, width }: Page, { start, end }: Claim, { text }: ReviewItem): string {
  const before = seen(text.slice(paragraphStart(text, start), start))
  const after = seen(text.slice(end, paragraphEnd(text, end)))
  const lines = indented(`${before}${OPEN}${seen(text.slice(start, end))}${CLOSE}${after}`, width, '  ')
  const [head = '', rest = ''] = lines.split(OPEN)
  const [quote = '', tail = ''] = rest.split(CLOSE)
  // Colour only repeats what the marks say, and ends with each line, so that no margin is coloured.
  return `${head}${`[[${quote}]]`.replaceAll(/[^\n]+/g, (line) => colours.bold(line))}${tail}`
}

function paragraphStart(text: string, at: number): number {
  const paragraph = text.lastIndexOf('\n', at - 1) + 1
  if (at === 0 || at - paragraph <= CONTEXT) return at === 0 ? 0 : paragraph
  const word = text.indexOf(' ', at - CONTEXT)
  return word === -1 || word >= at ? at : word + 1
}

function paragraphEnd(text: string, at: number): number {
  const paragraph = text.indexOf('\n', at)
  const end = paragraph === -1 ? text.length : paragraph
  if (end - at <= CONTEXT) return end
  const word = text.lastIndexOf(' ', at + CONTEXT)
  return word <= at ? at : word
}

/** Text of others, made safe to look at: what steers a terminal, or is not seen at all, is written out. */
export function seen(text: string): string {
  return text
    .replaceAll(/[\t\n\r\f\u2028\u2029]+/g, ' ')
    .replaceAll(/[[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]--[\u200c-\u200f]]/gv, (character) => {
      return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`
    })
}
