// Holds the page of every rule to what the rule does: wrong is found as the page prints it, right is found by no rule.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printText } from '@trucekeeper/diagnostics'
import { RULES } from './index.ts'
import { lintSnippet } from './testing/snippet.ts'

const FOLDER = new URL('rules/', import.meta.url)
const UPDATE = process.env.UPDATE_GOLDEN === '1'
const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
/** The words of an example, then what is printed about it. */
const WRONG = /^````md\n([^]*?)^````\n\n```expect\n([^]*?)^```$/gm
const HEADINGS = ['Wrong', 'Right', 'Why', 'What it misses']

const pageOf = (name: string) => readFileSync(new URL(`${name}/README.md`, FOLDER), 'utf8')
const sectionOf = (page: string, title: string) =>
  (
    page.split(/^## (?=(?:Wrong|Right|Why|What it misses)$)/m).find((part) => part.startsWith(`${title}\n`)) ?? ''
  ).slice(title.length + 1)
const examplesIn = (section: string) => [...section.matchAll(/^````md\n([^]*?)^````$/gm)].map((found) => found[1]!)

function printed(example: string): string {
  const { source, diagnostics } = lintSnippet(example)
  return diagnostics.map((each) => `${printText(each, () => source)}\n`).join('\n') || 'nothing\n'
}

describe('the folders of rules', () => {
  it('are those of the index, which `node scripts/lint-rules.ts` writes', () => {
    expect(RULES.map(({ name }) => name)).toEqual(folders.toSorted())
  })
})

describe.each(RULES.map((rule) => [rule.name, rule] as const))('the rule %s', (name, rule) => {
  const page = pageOf(name)

  it('has a page with its name, its summary, what is wrong, what is right, why, and what it misses', () => {
    expect(page.startsWith(`# ${name}\n\n${rule.summary}\n\n## Wrong\n`)).toBe(true)
    expect(
      [...page.matchAll(/^## (.*)$/gm)].map((found) => found[1]).filter((title) => HEADINGS.includes(title!)),
    ).toEqual(HEADINGS)
    for (const title of ['Why', 'What it misses']) expect(sectionOf(page, title).trim().length).toBeGreaterThan(40)
  })

  it('has tests beside it', () => {
    expect(existsSync(new URL(`${name}/rule.test.ts`, FOLDER))).toBe(true)
  })

  it('finds what its page calls wrong, as the page prints it', () => {
    const wrong = [...sectionOf(page, 'Wrong').matchAll(WRONG)]
    expect(wrong.length).toBeGreaterThan(0)
    if (UPDATE) {
      const written = page.replace(
        WRONG,
        (_, example: string) => `\`\`\`\`md\n${example}\`\`\`\`\n\n\`\`\`expect\n${printed(example)}\`\`\``,
      )
      writeFileSync(new URL(`${name}/README.md`, FOLDER), written)
    }
    for (const [, example, expected] of wrong) {
      const { source, diagnostics } = lintSnippet(example!)
      const own = diagnostics.filter(({ code }) => code === name)
      expect(own.length, `${name} finds nothing in what its page calls wrong`).toBeGreaterThan(0)
      for (const { spans } of diagnostics)
        for (const { range } of spans) {
          expect(range.end.offset).toBeGreaterThan(range.start.offset)
          expect(range.end.offset).toBeLessThanOrEqual(source.length)
        }
      if (!UPDATE) expect(printed(example!)).toBe(expected)
    }
  })

  it('leaves what its page calls right alone, as does every other rule', () => {
    const right = examplesIn(sectionOf(page, 'Right'))
    expect(right.length).toBeGreaterThan(0)
    for (const example of right) expect(printed(example)).toBe('nothing\n')
  })
})
