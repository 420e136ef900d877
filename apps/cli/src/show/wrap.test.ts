// Prose as it was broken in its file, brought to the width of a terminal.
import { describe, expect, it } from 'vitest'
import { unbroken, wrapped } from './wrap.ts'

describe('prose that was broken at another width', () => {
  it('runs on where its lines did', () => {
    const prose = 'Both sides pull back from the road, and what they leave is a zone.\nNorth of it\nthe tanks go first.'
    expect(wrapped(unbroken(prose), 40)).toEqual([
      'Both sides pull back from the road, and',
      'what they leave is a zone. North of it',
      'the tanks go first.',
    ])
  })

  it('keeps paragraphs, lists and tables as they are', () => {
    for (const kept of ['One.\n\nTwo.', 'These:\n- tanks\n- mortars', 'These:\n1. tanks\n2) mortars', '| a |\n| b |'])
      expect(unbroken(kept)).toBe(kept)
  })
})
