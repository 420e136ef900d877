// Reports quote whom they like; a terminal does what it is told.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleFolder, truce } from '../../../test/support/command.ts'

const AT = ['--at', '2016-09-16T18:00:00+03:00']
const REPORT = '14-sniper-fire-and-clashes.txt'
/** Clears the screen, names the window, paints and hides what follows; as one unit too, which some terminals take for both. */
const SPEAKS = '\u001B[2J\u001B]0;met\u0007\u001B[32m\u001B[8m\u009B1A'
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

let folder: Awaited<ReturnType<typeof exampleFolder>>

beforeAll(async () => {
  folder = await exampleFolder()
  const path = join(folder.dir, 'reports', REPORT)
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replaceAll('government', `government ${SPEAKS}`))
})
afterAll(() => folder.remove())

describe('what a report says to the terminal', () => {
  it.each([
    ['status', ...AT],
    ['why', 'cessation.government', ...AT],
    ['report', '--date', '2016-09-16'],
    ['report', '--date', '2016-09-16', '--format', 'html'],
  ])('is not told to it by `%s %s`', async (command, ...words) => {
    const { out, err } = await truce([command!, folder.dir, ...words])
    expect(out).not.toBe('')
    expect(`${out}${err}`.match(CONTROL)).toBeNull()
  })

  it('is not told by `read`, whose claims keep every sign', async () => {
    const path = join(folder.dir, 'reports', REPORT)
    const { out } = await truce(['read', path])
    expect(out).toContain('government')
    expect(out.match(CONTROL)).toBeNull()
    const asked = await truce(['read', path, '--json'])
    expect(asked.out.match(CONTROL)).toBeNull()
    const claims = JSON.parse(asked.out) as { quote: string; start: number; end: number }[]
    expect(claims.some(({ quote }) => quote.includes(SPEAKS))).toBe(true)
    const text = (await truce(['read', path, '--text'])).out
    for (const { quote, start, end } of claims) expect(text.slice(start, end)).toBe(quote)
  })
})
