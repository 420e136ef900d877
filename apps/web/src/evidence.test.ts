import type { QuoteRef, ReceiptNode } from '@trucekeeper/api'
import { expect, it } from 'vitest'
import { nodeCount, quotesIn, splitAt } from './evidence.ts'

const quote = (id: string, stance: QuoteRef['stance'], start = 0) =>
  ({ source: 'claim', id, stance, start }) as QuoteRef

const node = (quotes: QuoteRef[], children: ReceiptNode[] = []): ReceiptNode => {
  return { op: 'question', text: '', verdict: null, scope: null, quotes, children }
}

it('finds every quote of a tree once, in the order in which it is read', () => {
  const tree = node([quote('c', 'rule')], [node([quote('a', 'for')]), node([quote('b', 'against'), quote('a', 'for')])])
  expect(quotesIn(tree).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

it('keeps a claim that stands for one question and against another', () => {
  expect(quotesIn(node([quote('a', 'for')], [node([quote('a', 'against')])]))).toHaveLength(2)
})

it('counts the steps of a tree', () => {
  expect(nodeCount(node([], [node([]), node([], [node([])])]))).toBe(4)
})

it('parts a text at the words quoted', () => {
  expect(splitAt('They said no. Again.', 10, 13)).toEqual({ before: 'They said ', quote: 'no.', after: ' Again.' })
})

it.each([
  [undefined, 3],
  [3, undefined],
  [-1, 3],
  [3, 3],
  [3, 99],
])('parts no text at a passage from %s to %s that does not lie in it', (start, end) => {
  expect(splitAt('They said no.', start, end)).toBeNull()
})
