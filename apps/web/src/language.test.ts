import { expect, it } from 'vitest'
import { languageName } from './language.ts'

it.each([
  ['en', 'English'],
  ['ar-SY', 'Arabic (Syria)'],
  ['the tongue of both', 'the tongue of both'],
  ['', ''],
])('the language of a text, written down as %j, is called %j', (tag, name) => {
  expect(languageName(tag)).toBe(name)
})
