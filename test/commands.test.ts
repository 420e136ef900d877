// The page that says what commands print: each is asked of the example, and prints every field that the page names.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Command } from 'commander'
import { programOf } from '../apps/cli/src/program.ts'
import { terminal } from '../apps/cli/src/terminal.ts'
import { truce } from './support/command.ts'

const PAGE = fileURLToPath(new URL('../docs/commands.md', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../examples/aleppo-2016', import.meta.url))
const rows = [...(await readFile(PAGE, 'utf8')).matchAll(/^\| `truce ([^`]+)` \| `(\{[^`]+\})` \|$/gm)]

/** Fields by where they are: `cases[].steps`, `visits.done`. */
function fieldsNamed(shape: string): string[] {
  const found: string[] = []
  const within: string[] = []
  for (const [, name, opens, closes] of shape.slice(1).matchAll(/([a-z_]+)(?::(\[?\{))?|(\}\]?)/g)) {
    if (closes) within.pop()
    else {
      found.push([...within, name].join(''))
      if (opens) within.push(`${name}${opens === '{' ? '' : '[]'}.`)
    }
  }
  return found
}

function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, step) =>
      values.flatMap((one) => {
        const found = (one as Record<string, unknown>)[step.replace('[]', '')]
        return step.endsWith('[]') ? (found as unknown[]) : [found]
      }),
    [value],
  )
}

describe('the manual of the command', () => {
  it('has a row for each that there is', async () => {
    const manual = await readFile(fileURLToPath(new URL('../apps/cli/README.md', import.meta.url)), 'utf8')
    const { out } = await truce(['--help'])
    const [, listed] = /Commands:(.*?)\n\n/s.exec(out)!
    const names = [...listed!.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name!).filter((name) => name !== 'help')
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => !new RegExp(`^\\|.*\`${name}[ \`]`, 'm').test(manual))).toEqual([])
  })
})

/** Commands with those below them, as each is written after `truce`. */
function commandsOf(command: Command, words: readonly string[]): [string, Command][] {
  const own: [string, Command][] = command.commands.length === 0 ? [[words.join(' '), command]] : []
  return [...own, ...command.commands.flatMap((each) => commandsOf(each, [...words, each.name()]))]
}

describe('what commands print', () => {
  it('is JSON where it is asked for, save of those that go on until they are stopped', async () => {
    const names = (await programOf(terminal(), undefined)).commands.map((each) => each.name())
    // Each is loaded by its own name.
    const programs = await Promise.all(names.map((name) => programOf(terminal(), name)))
    const all = programs.flatMap((program, at) =>
      commandsOf(
        program.commands.find((each) => each.name() === names[at])!,
        [names[at]!],
      ),
    )
    expect(all.length).toBeGreaterThan(60)
    const without = all.filter(([, { options }]) => !options.some(({ long }) => long === '--json'))
    expect(without.map(([name]) => name).toSorted()).toEqual(['language-server', 'serve', 'witness serve'])
  })

  it('is told of each of them', () => expect(rows.length).toBeGreaterThan(9))

  it.each(rows.map(([, words, shape]) => [words!, shape!] as const))(
    'truce %s has every field',
    async (words, shape) => {
      const asked = words.replace('DIR', EXAMPLE).split(' ')
      const at = ['publication', 'export'].includes(asked[0]!) ? [] : ['--at', '2016-09-18T12:00+03:00']
      const { code, out } = await truce([...asked, ...at, '--json'])
      expect(code).toBe(0)
      const printed: unknown = JSON.parse(out)
      for (const path of fieldsNamed(shape))
        expect(
          valuesAt(printed, path).some((value) => value !== undefined),
          path,
        ).toBe(true)
    },
  )
})
