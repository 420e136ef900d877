// What holds and what does not: one answer above, and every item with its reason.
import type { Examined } from '@trucekeeper/merkle'
import { element, english } from './element.ts'
import { entrySection } from './entry.ts'
import { disclosuresIn, type Answered } from './files.ts'
import { answerOf, answerOfAll, words, type Answer } from './words.ts'

/** Shapes, so that colour says nothing alone. */
const SHAPES: Readonly<Record<Answer, string>> = { holds: '✓', fails: '✗', unproved: '?' }

/** The answer in two or three words, for who hears it. */
export function spokenAnswer(answered: readonly Answered[], problems: readonly Examined[]): string {
  const items = [...problems, ...answered.flatMap(({ items }) => items)]
  return items.length === 0 ? words.waiting : words.verdict[answerOfAll(items)]
}

export function resultOf(answered: readonly Answered[], problems: readonly Examined[]): readonly Node[] {
  if (answered.length === 0 && problems.length === 0) return [element('p', { class: 'quiet' }, words.waiting)]
  const items = [...problems, ...answered.flatMap(({ items }) => items)]
  const answer = answerOfAll(items)
  // A proof from one root to another holds whoever made them up.
  const isSigned = items.some(({ what, ok }) => ok && what === 'head')
  const disclosures = disclosuresIn(answered.map(({ file }) => file))
  return [
    element(
      'div',
      { class: `verdict ${answer}` },
      element('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPES[answer]),
      element(
        'div',
        {},
        element('h2', {}, words.verdict[answer]),
        element('p', {}, answer === 'holds' && !isSigned ? words.unsigned : words.verdictMeaning[answer]),
      ),
    ),
    ...(problems.length > 0 ? [itemList(words.keyLabel, problems)] : []),
    ...answered.flatMap(({ file, items, entry }) => [
      itemList(file.name, items),
      ...(entry === null ? [] : [entrySection(entry, disclosures)]),
    ]),
  ]
}

function itemList(name: string, items: readonly Examined[]): HTMLElement {
  return element(
    'section',
    { class: 'found' },
    element('h2', {}, words.itemsTitle(name)),
    element('ul', {}, ...items.map(itemOf)),
  )
}

function itemOf(item: Examined): HTMLElement {
  const answer = answerOf(item)
  return element(
    'li',
    { class: answer },
    element('span', { class: 'shape', 'aria-hidden': 'true' }, SHAPES[answer]),
    element(
      'div',
      {},
      element(
        'p',
        {},
        element(
          'strong',
          {},
          words.what[item.what] ?? item.what,
          item.id === undefined ? null : element('bdi', {}, ` ${item.id}`),
          ` ${words.mark[answer]}`,
        ),
      ),
      element('p', {}, english(...spoken(item.why))),
      item.help === undefined ? null : element('p', { class: 'quiet' }, `${words.do} `, english(...spoken(item.help))),
    ),
  )
}

/** A sentence, what it quotes in backticks set as code. */
function spoken(text: string): readonly (Node | string)[] {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return [text]
  return parts.map((part, at) => (at % 2 === 0 ? part : element('code', {}, part)))
}
