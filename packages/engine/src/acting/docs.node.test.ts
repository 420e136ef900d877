// The manual of acts names every reason for which one is refused, and no other.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACT_REFUSAL_CODES } from './index.ts'

it('says of every code what it means', () => {
  const manual = readFileSync(new URL('../../../../docs/acts.md', import.meta.url), 'utf8')
  const table = manual.slice(manual.indexOf('| code |'))
  const named = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code!)
  expect(named.toSorted()).toEqual([...ACT_REFUSAL_CODES].toSorted())
})
