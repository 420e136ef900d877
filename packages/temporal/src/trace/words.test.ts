// Strings come out as they went in, however many there are.
import { describe, expect, it } from 'vitest'
import { Words } from './words.ts'

const encoder = new TextEncoder()

function told(words: Words, text: string): string | null {
  const bytes = encoder.encode(`"${text}"`)
  return words.word(bytes, 1, bytes.length - 1)
}

describe('the words of a trace', () => {
  it('are what their bytes say, the first time and every other', () => {
    const words = new Words()
    const texts = ['', 'p', 'Aa', 'BB', 'هدنة', 'a'.repeat(255), 'a'.repeat(300), '😀']
    for (const text of [...texts, ...texts]) expect(told(words, text)).toBe(text)
  })

  it('stay right when there are more than are kept', () => {
    const words = new Words()
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 40_000; at++) if (told(words, `word ${at}`) !== `word ${at}`) expect.fail(`word ${at}`)
    }
    const long = (at: number) => `${at} ${'x'.repeat(240)}`
    for (let at = 0; at < 10_000; at++) if (told(words, long(at)) !== long(at)) expect.fail(long(at))
    expect(told(words, 'word 7')).toBe('word 7')
  })

  it('are none where the bytes are no text', () => {
    expect(new Words().word(Uint8Array.of(0x61, 0xff), 0, 2)).toBeNull()
  })
})
