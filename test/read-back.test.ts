// Holds how the example reads back, clause by clause under its prose, against what was read aloud once.
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { EXAMPLE, truce } from './support/command.ts'
import { expectGolden } from './support/golden.ts'

it('reads the Aleppo arrangement back as it was read aloud', async () => {
  const { code, out } = await truce(['read-back', EXAMPLE], { env: { COLUMNS: '120' } })
  expect(code).toBe(0)
  expectGolden(fileURLToPath(new URL('golden/language/read-back/aleppo-2016.txt', import.meta.url)), out)
})
