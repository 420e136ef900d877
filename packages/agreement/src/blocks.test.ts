import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { BLOCKS_ONLY, blocksOf, type MarkdownBlock } from './blocks.ts'

/** The whole text as the Markdown parser reads it. */
function reference(text: string): MarkdownBlock[] {
  return fromMarkdown(text, { extensions: [BLOCKS_ONLY] }).children.map((node) => ({
    type: node.type === 'heading' || node.type === 'code' ? node.type : 'other',
    depth: node.type === 'heading' ? node.depth : 0,
    lang: (node.type === 'code' && node.lang) || null,
    start: node.position!.start.offset!,
    end: node.position!.end.offset!,
  }))
}

const PLAIN = [
  'words',
  'and more words',
  'النص 🕊',
  '9 September',
  '(said so)',
  '## 1. Quiet',
  '# A',
  '',
  '',
  '```truce',
  '```',
]
const ODD =
  '```truce |~~~ |~~~|````|``` a b|  ```|  ```truce|    ```|- ```|> ```|1. ```|<!--|-->|<!-- a -->|<div>|</div>|<script>|- a|* a|  - b|1. a|9) b|  a|    code|\tcode|a\tb|a  |a # b|# a #|#|##|# |#a|####### a| # a|   ## b|> # q|- # l|---|===|***|[a]: b|[a]: <b|"title|\\# a|&amp;|`a|party north|  name North|é|_a_|+|-|ﬀ|12345678901 a|2016-09|1.5 a|\u00a0|a\u00a0|\u2003b'.split(
    '|',
  )

const lines = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...ODD)), {
  maxLength: 14,
})
const texts = fc
  .tuple(lines, fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([all, end, last]) => all.join(end) + (last ? end : ''))

describe('the blocks of a text', () => {
  it('are those that the Markdown parser finds in the whole of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(blocksOf(text)).toEqual(reference(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('are headings, paragraphs and fences with where they stand', () => {
    const text = '# A\n\nOne\ntwo\n```truce\nparty a\n```\n'
    const shown = blocksOf(text).map(({ type, lang, start, end }) => [type, lang, text.slice(start, end)])
    expect(shown).toEqual([
      ['heading', null, '# A'],
      ['other', null, 'One\ntwo'],
      ['code', 'truce', '```truce\nparty a\n```'],
    ])
  })
})
