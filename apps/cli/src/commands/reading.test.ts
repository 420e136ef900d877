// truce read: who is quoted, and who did what to whom, for those who ask for more than claims.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const TEXT =
  '"We will not accept this," said John Kirby, the State Department spokesman. "It has to stop."\n\nGunmen killed two priests with machine guns.\n'

function read(...words: string[]) {
  const { stdout } = spawnSync(
    process.execPath,
    [TRUCE, 'read', '-', '--published', '2016-09-16', ...words, '--json'],
    {
      encoding: 'utf8',
      input: TEXT,
    },
  )
  return JSON.parse(stdout)
}

describe('truce read', () => {
  it('--speech gives each quotation with its place and its speaker, carried on where a quotation names nobody', () => {
    const found = read('--speech')
    expect(found.map(({ speaker }: { speaker: { name: string } }) => speaker.name)).toEqual([
      'John Kirby',
      'John Kirby',
    ])
    for (const { quotes } of found)
      for (const { quote, start, end } of quotes) expect(TEXT.slice(start, end)).toBe(quote)
  })

  it('--roles gives who did it, to whom and with what, in the words of the text', () => {
    const [{ perpetrator, victim, weapon, muc4 }] = read('--roles')
    expect(Object.keys(muc4)).toEqual(['perp_ind', 'perp_org', 'target', 'victim', 'weapon'])
    expect([perpetrator, victim, weapon].map(([first]) => first.words)).toEqual(['Gunmen', 'priests', 'machine guns'])
    expect(TEXT.slice(victim[0].start, victim[0].end)).toContain('priests')
  })
})
