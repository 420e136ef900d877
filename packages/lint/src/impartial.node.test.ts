// Swapping the parties in a text swaps them in what is found, and changes nothing else; held for every rule over its examples.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintSnippet } from './testing/snippet.ts'

const FOLDER = new URL('rules/', import.meta.url)
/** Names of one length, the misspelt one of an example too, so that every place stays where it was. */
const SIDES: Readonly<Record<string, string>> = {
  nort: 'sout',
  sout: 'nort',
  north: 'south',
  south: 'north',
  North: 'South',
  South: 'North',
  eastland: 'westland',
  westland: 'eastland',
  Eastland: 'Westland',
  Westland: 'Eastland',
}
const swapped = (text: string) =>
  text.replaceAll(/north|south|nort\b|sout\b|eastland|westland/gi, (name) => SIDES[name] ?? name)

const examples = readdirSync(FOLDER, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .flatMap(({ name }) => {
    const page = readFileSync(new URL(`${name}/README.md`, FOLDER), 'utf8')
    return [...page.matchAll(/^````md\n([^]*?)^````$/gm)].map(([, text], index) => ({
      example: `${name}, example ${index + 1}`,
      text: text!,
    }))
  })

/** A compass point is a side of a line and no party: what has one cannot be swapped by its words. */
const hasCompass = (text: string) => /\b(?:m|side)\s+(?:north|south)\b/.test(text)

/** Everything that is said, with its places; of several at one place, by what they say. */
const saidOf = (text: string) =>
  lintSnippet(text).diagnostics.map(({ code, severity, message, help, notes, spans }) => ({
    code,
    severity,
    message,
    help,
    notes,
    spans: spans.map(({ range, label }) => [range.start.offset, range.end.offset, label]),
  }))

describe('what is found', () => {
  it.each(examples.filter(({ text }) => !hasCompass(text)))('takes no side: $example', ({ text }) => {
    const { source } = lintSnippet(text)
    const there = JSON.parse(swapped(JSON.stringify(saidOf(source)))) as unknown
    expect(saidOf(swapped(source))).toEqual(there)
  })
})
