import { describe, expect, it } from 'vitest'
import { areTiles } from './tiles.ts'

describe('tiles', () => {
  it('may lie on the server of the page', () => {
    expect(areTiles('/tiles/{z}/{x}/{y}.png')).toBe(true)
  })

  it.each([
    'https://tiles.example/{z}/{x}/{y}.png',
    '//tiles.example/{z}/{x}/{y}.png',
    '/\\tiles.example/{z}/{x}/{y}.png',
    'tiles/{z}/{x}/{y}.png',
    '/tiles/{z}/{x}.png',
    '',
  ])('may not be at %j', (address) => {
    expect(areTiles(address)).toBe(false)
  })
})
