import { describe, expect, it } from 'vitest'
import { draftOf, keepDraft, type Keeper } from './draft.ts'

function keeper(): Keeper & { readonly held: Map<string, string> } {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  }
}
const full: Keeper = {
  getItem: () => null,
  setItem: () => {
    throw new Error('the quota is used up')
  },
  removeItem: () => undefined,
}

describe('a draft', () => {
  it('is found again under the text it was made from, and under no other', () => {
    const browser = keeper()
    expect(keepDraft(browser, 'a', 'edited', 'original')).toBe(true)
    expect(draftOf(browser, 'a')).toBe('edited')
    expect(draftOf(browser, 'b')).toBeNull()
  })

  it('is forgotten when it says again what the folder says', () => {
    const browser = keeper()
    keepDraft(browser, 'a', 'edited', 'original')
    keepDraft(browser, 'a', 'original', 'original')
    expect(browser.held.size).toBe(0)
  })

  it('says when the browser keeps nothing', () => {
    expect(keepDraft(full, 'a', 'edited', 'original')).toBe(false)
    expect(draftOf(full, 'a')).toBeNull()
  })
})
