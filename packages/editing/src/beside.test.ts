import { describe, expect, it } from 'vitest'
import { changesSince, openDocument, readBack } from './index.ts'

const TEXT = `# Pact

## 1. Parties

The north is a party.

\`\`\`truce
party north
  name         The North
\`\`\`
`
const open = (source: string) => openDocument(source, 'agreement.md', new Map())

describe('beside the text', () => {
  it('stands each clause as a sentence, with the prose it was written under', () => {
    const [north, ...others] = readBack(open(TEXT))
    expect(others).toEqual([])
    expect(north).toMatchObject({ id: 'north', kind: 'party', prose: 'The north is a party.' })
    expect(north!.sentence).toContain('The North')
    expect(TEXT.slice(north!.start, north!.end)).toBe('party north')
  })

  it('stands what changed, in the clauses and in the words', () => {
    const now = open(
      TEXT.replace('The north is a party', 'The north is one party').replace('The North', 'The Far North'),
    )
    const { changes, articles } = changesSince(open(TEXT), now)
    expect(changes.map(({ path }) => path)).toContain('north.name')
    expect(articles[0]!.redline.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual([
      'a',
      'one',
    ])
    expect(changesSince(now, now).changes).toEqual([])
  })
})
