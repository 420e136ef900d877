import { describe, expect, it } from 'vitest'
import { aboutRule, hoverAt, hoverMarkdown } from './hover.ts'
import { at, cut, HARBOUR, marked, open } from './testing/harbour.ts'

const document = open(HARBOUR)

describe('hovering', () => {
  it('over a name gives its declaration, heading, prose and the clause read back', () => {
    const hover = hoverAt(document, at(document, 'ceasefire.south', 2))!
    expect(hover.title).toBe('ban 2.1 ceasefire')
    expect(hover.heading.at(-1)).toBe('2.1 Quiet')
    expect(hover.prose).toBe('Both stop the fighting for thirty days.')
    expect(hover.sentence).toMatch(/attack/)
    expect(cut(document, hover.range)).toBe('ceasefire')
    expect(hoverMarkdown(hover)).toContain('> Both stop the fighting')
  })

  it('over a field says what it is for and what fits', () => {
    const hover = hoverAt(document, at(document, 'after        met', 1))!
    expect(hover.title).toBe('field after')
    expect(hover.about).toContain('What has to be so before it begins')
    expect(hover.about).toContain('met(first-convoy)')
  })

  it('over a kind says what clauses of that kind are for', () => {
    expect(hoverAt(document, at(document, 'term quiet', 1))?.about).toBe('How long it runs.')
  })

  it('over an act names the kinds of report it stands for', () => {
    const hover = hoverAt(document, at(document, 'deliver-aid', 3))!
    expect(hover.about).toContain('aid_delivery')
    expect(hover.about).toContain('aid_denial')
  })

  it('over a condition and the words between says what they mean', () => {
    expect(hoverAt(document, at(document, 'met(2.1', 1))?.about).toContain('a ban kept')
    expect(hoverAt(document, at(document, 'each\n', 1))?.about).toContain('apart')
  })

  it('over the name of an accepted rule gives the rule’s summary', () => {
    const { document: accepting, offset } = marked(
      'ban ceasefire\n',
      'accept mutual‸-wait\n  because      it is meant so\n\nban ceasefire\n',
    )
    expect(hoverAt(accepting, offset)?.about).toBe(aboutRule('mutual-wait'))
    expect(aboutRule('mutual-wait')).toContain('circle')
    expect(aboutRule('no-such-rule')).toBe(null)
  })

  it('says nothing over prose, blanks, and words that are nobody’s', () => {
    expect(hoverAt(document, at(document, 'Both stop'))).toBe(null)
    expect(hoverAt(document, at(document, 'Northern council', 2))).toBe(null)
    expect(hoverAt(document, document.source.length + 5)).toBe(null)
  })
})
