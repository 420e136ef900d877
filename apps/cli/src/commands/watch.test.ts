// truce watch with the real binary, on a list in which everybody is invented.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const LIST = `<CONSOLIDATED_LIST dateGenerated="2016-09-12"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>MUHAMMAD</FIRST_NAME>
<SECOND_NAME>ZARQUNI</SECOND_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`

const watch = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [TRUCE, 'watch', '-', ...args], { encoding: 'utf8', input })

describe('truce watch', () => {
  it('says who may be meant, by which words, and of which list', () => {
    const { status, stdout } = watch(LIST, 'محمد الزرقوني')
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('possible: XXi.001, by name `MUHAMMAD ZARQUNI`, list of 2016-09-12'),
    ])
    expect(stdout).toContain('Arabic for Latin')
  })

  it('says nobody for a common name alone, and takes no list with entities', () => {
    expect(watch(LIST, 'Muhammad').status).toBe(1)
    expect(watch(`<!DOCTYPE a [<!ENTITY b "c">]>${LIST}`, 'Muhammad Zarquni').status).toBe(2)
  })
})
