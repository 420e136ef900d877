// Which names pass for one another.
import { describe, expect, it } from 'vitest'
import { nameKey } from './names.ts'

describe('names that readers take for each other', () => {
  it.each([
    ['Peace Aid', 'peace aid'],
    ['Peace Aid', 'Peace  Aid'],
    ['pace', 'расе'],
    ['Cafe', 'Café'],
  ])('%s and %s have one key', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('leave others apart', () => {
    expect(nameKey('Amal')).not.toBe(nameKey('Amel'))
    expect(nameKey('أمل')).not.toBe(nameKey('عمل'))
  })
})
