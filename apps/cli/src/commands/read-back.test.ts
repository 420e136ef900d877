// truce read-back as people and scripts run it: what it prints, what it refuses, and the code it ends with.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE, exampleFolder, truce } from '../../../../test/support/command.ts'

let example: Awaited<ReturnType<typeof exampleFolder>>
beforeAll(async () => {
  example = await exampleFolder()
})
afterAll(() => example.remove())

describe('truce read-back', () => {
  it('shows the heading, the prose and the sentence under it', async () => {
    const { code, out } = await truce(['read-back', EXAMPLE, '--clause', 'withdraw'], { env: { COLUMNS: '200' } })
    expect(code).toBe(0)
    expect(out.split('\n\n')).toEqual([
      'Reducing violence, restoring access: Syria, September 2016 › 5. Violations and ways out › 5.3 Withdrawal',
      'Either Side may withdraw if it believes that the terms are not fulfilled.',
      '  power withdraw “Withdrawal”\n  Either the Russian Federation or the United States of America may end the truce; ' +
        'the form is “notice to the other Side”.',
      '',
    ])
  })

  it('gives scripts every clause with its prose', async () => {
    const { out } = await truce(['read-back', join(EXAMPLE, 'agreement.md'), '--json'])
    const read = JSON.parse(out)
    expect(read.length).toBeGreaterThan(50)
    expect(Object.keys(read[0])).toEqual(['id', 'kind', 'heading', 'prose', 'sentence'])
  })

  it('asks which clause was meant', async () => {
    const { code, err } = await truce(['read-back', EXAMPLE, '--clause', 'withdrew'])
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean `withdraw`?')])
  })

  it('reads back what it can of a text with errors, and says what is missing', async () => {
    const file = join(example.dir, 'faulty.md')
    await writeFile(file, '# 1. Head\n\n```truce\nparty hill\n  name Hill\n\nduty d\n  on hill\n  act dance\n```\n')
    const { code, out, err } = await truce(['read-back', file])
    expect(code).toBe(1)
    expect(out).toContain('This party is called “Hill”')
    expect(err).toContain('what could not be read is not read back')
  })

  it('has nothing to show of a file that is not there', async () => {
    const { code, out, err } = await truce(['read-back', 'nowhere.md'])
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('there is no agreement `nowhere.md`')])
    expect(err).not.toContain(' | ')
  })
})
