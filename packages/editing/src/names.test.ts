import { describe, expect, it } from 'vitest'
import { applyEdits } from './edit.ts'
import { definitionAt, mentionAt, referencesAt } from './names.ts'
import { renameAt } from './rename.ts'
import { at, cut, HARBOUR, open } from './testing/harbour.ts'

const document = open(HARBOUR)

/** The text after a rename, or why there is none. */
function renamed(stretch: string, to: string, into = 0, source = HARBOUR): string {
  const before = open(source)
  const result = renameAt(before, at(before, stretch, into), to)
  return 'edits' in result ? applyEdits(source, result.edits) : `${result.refused}: ${result.help}`
}

describe('going to a definition', () => {
  it('leads from a use to the name in the first line of the clause', () => {
    const range = definitionAt(document, at(document, 'day-one + 48'))!
    expect(cut(document, range)).toBe('day-one')
    expect(document.source.slice(range.start.offset - 7, range.start.offset)).toBe('anchor ')
    expect(range.start.line).toBe(document.source.slice(0, range.start.offset).split('\n').length)
  })

  it('tells the halves of a part of a clause apart', () => {
    const dot = at(document, 'ceasefire.south', 'ceasefire.'.length)
    expect(mentionAt(document, dot - 3)?.target?.kind).toBe('ban')
    expect(mentionAt(document, dot + 2)?.target?.id).toBe('south')
  })

  it('leads from the account of a party’s own word to the party', () => {
    const range = definitionAt(document, at(document, 'decided-by   north', 14))!
    expect(document.source.slice(range.start.offset - 6, range.end.offset)).toBe('party north')
  })

  it('leads nowhere from prose, and nowhere from a name that nobody declares', () => {
    expect(definitionAt(document, at(document, 'The north lets', 5))).toBe(null)
    const broken = open(HARBOUR.replace('on           north\n', 'on           nort\n'))
    expect(definitionAt(broken, at(broken, 'nort\n'))).toBe(null)
  })
})

describe('references', () => {
  it('are the declaration and every use, in the order of the text', () => {
    const found = referencesAt(document, at(document, 'party south', 8))
    expect(found.map((range) => cut(document, range))).toEqual(['south', 'south', 'south'])
    expect(found.map(({ start }) => start.offset)).toEqual(
      found.map(({ start }) => start.offset).toSorted((a, b) => a - b),
    )
  })
})

describe('renaming', () => {
  it('renames the parts of a clause with the clause', () => {
    const text = renamed('ban ceasefire', 'silence-of-guns', 5)
    expect(text).toContain('met(2.1 silence-of-guns.south)')
    expect(text).not.toContain('ceasefire')
  })

  it('renames a party in the parts that bind it, and in the account of its own word', () => {
    const text = renamed('party north', 'hill-council', 7)
    expect(text).toContain('on           hill-council and south, each')
    expect(text).toContain('decided-by   hill-council')
    expect(renamed('party south', 'sea', 7)).toContain('met(2.1 ceasefire.sea)')
    expect(text).toContain('The north lets aid through')
  })

  it('leaves a text that says what it said', () => {
    for (const [stretch, into] of [
      ['party north', 7],
      ['ban ceasefire', 5],
      ['anchor day-one', 8],
      ['term quiet', 6],
    ] as const) {
      const after = open(renamed(stretch, 'new-name', into))
      expect(after.diagnostics.map(({ code }) => code)).toEqual(document.diagnostics.map(({ code }) => code))
      expect(after.text.clauses.map(({ kind }) => kind)).toEqual(document.text.clauses.map(({ kind }) => kind))
      expect(after.agreement).not.toBe(null)
    }
  })

  it('can be taken back', () => {
    const there = renamed('party north', 'hill-council', 7)
    expect(renamed('party hill-council', 'north', 7, there)).toBe(HARBOUR)
  })

  it.each([
    ['south', 'declared in this agreement already'],
    ['quiet', 'declared in this agreement already'],
    ['jointly', 'a word of the language'],
    ['two words', 'a name begins with a letter'],
    ['9th', 'a name begins with a letter'],
    ['north.west', 'a name begins with a letter'],
    ['', 'a name begins with a letter'],
    ['"north"', 'a name begins with a letter'],
    ['a\nparty b', 'a name begins with a letter'],
  ])('refuses `%s` as a name for a party', (to, why) => {
    expect(renamed('party north', to, 7)).toContain(why)
  })

  it('lets an account bear the name of a party, and renames each without the other', () => {
    const own = '\naccount north\n  name         Their word and the port’s\n  trusts       north, port-office\n'
    const source = HARBOUR.replace('\nline road', `${own}\nline road`)
    const text = renamed('account north', 'careful', 9, source)
    expect(text).toContain('account careful')
    expect(text).toContain('decided-by   careful')
    expect(text).toContain('party north')
    expect(renamed('party north', 'hill', 7, source)).toContain('decided-by   north')
  })

  it('refuses what would make clauses rely on another account', () => {
    const own = '\naccount careful\n  name         The port’s word\n  trusts       port-office\n'
    const source = HARBOUR.replace('\nline road', `${own}\nline road`)
    expect(renamed('account careful', 'north', 9, source)).toContain('another account that clauses rely on')
    expect(renamed('party north', 'careful', 7, source)).toContain('another account that clauses rely on')
  })

  it('refuses where no name stands, and the accounts every agreement has', () => {
    expect(renamed('Both stop', 'x')).toContain('no name of this agreement stands here')
    expect(renamed('all-reported', 'x', 2)).toContain('an account that every agreement has')
  })
})
